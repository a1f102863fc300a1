import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Card, CardStore } from '../application/ports/deliveries.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'
import { inStep, lagging, type ShownDocument, shownFields, shownIndexes } from './lagging.ts'

interface CardDocument extends StoredDocument, Omit<Card, 'id'>, Pick<ShownDocument, 'lagsSince'> {}

/** Live cards. */
export function cardStore(connection: Connection, arrivals: ArrivalNumbers): CardStore {
  const { model, schemaNumber, current } = defineCollection<CardDocument>(connection, {
    collection: 'cards',
    fields: {
      ...shownFields,
      incident: { type: String, required: true },
      assignment: { type: String, required: true },
      token: { type: String, required: true },
      menu: Schema.Types.Mixed,
    },
    indexes: [...shownIndexes, [{ incident: 1 }], [{ chat: 1, messageIds: 1 }]],
  })

  const toCard = (document: CardDocument): Card => {
    const { _id: id, schemaNumber: _, lagsSince: _lagsSince, ...card } = current(document)
    return { id, ...card }
  }

  const { methods, oneMoreWanted, overtaken } = lagging(model, arrivals, toCard)

  return {
    ...methods,
    async ensure(card) {
      const { id, ...fields } = card
      const lagsSince = card.wanted > card.shown ? arrivals.next() : undefined
      const document = { ...fields, _id: id, schemaNumber, ...(lagsSince !== undefined && { lagsSince }) }
      if (await insertOnce(model.create(document))) return card
      const found = await methods.byId(id)
      if (!found) throw new Error(`card ${id} vanished`)
      return found
    },
    async byMessage(chat, messageId) {
      const found = await model.findOne({ chat, messageIds: messageId }).lean<CardDocument>()
      return found && toCard(found)
    },
    async forIncident(incident) {
      return (await model.find({ incident }).lean<CardDocument[]>()).map(toCard)
    },
    async want(incident) {
      await model.updateMany({ incident }, oneMoreWanted())
      return model.distinct('chat', { incident })
    },
    async setMenu(id, menu) {
      const change = menu ? { $set: { menu } } : { $unset: { menu: 1 as const } }
      await model.updateOne({ _id: id }, { ...change, ...oneMoreWanted() })
    },
    async addCopy(id, messageId) {
      const copy = { $push: { messageIds: messageId }, $set: { look: null }, ...oneMoreWanted() }
      await model.updateOne({ _id: id, messageIds: { $ne: messageId } }, copy)
    },
    async showed(id, version, refreshAt, as) {
      const latest = { _id: id, wanted: { $lte: version } }
      const showing = {
        $max: { shown: version },
        $set: { refreshAt, ...(as && { look: as.look }) },
        ...(as?.copy !== undefined && { $push: { messageIds: as.copy } }),
      }
      const change = { ...showing, $unset: inStep }
      const shown = await model.findOneAndUpdate(latest, change, { projection: { menu: 1 } }).lean<CardDocument>()
      if (!shown) {
        const { matchedCount } = await model.updateOne({ _id: id, shown: { $lte: version } }, showing)
        if (matchedCount === 0 && as) await overtaken({ _id: id }, as.copy)
        return
      }
      // a menu that was open when the card was rendered has set refreshAt to its end at the latest
      if (!shown.menu || (refreshAt !== null && shown.menu.until >= refreshAt)) return
      await model.updateOne({ ...latest, 'menu.until': shown.menu.until }, { $unset: { menu: 1 } })
    },
    async copyShowed(id, edited) {
      await model.updateOne({ _id: id }, { $set: { edited }, $unset: { tries: 1 } })
    },
  }
}
