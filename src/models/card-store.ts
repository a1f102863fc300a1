import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Card, CardStore } from '../application/ports/deliveries.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface CardDocument extends StoredDocument, Omit<Card, 'id'> {
  /** arrival number of the first change that is not shown yet; absent when all is shown */
  lagsSince?: number
}

const lags = { $gt: 0 } as const

/**
 * Live cards. Two fields of a document cannot be compared by an index, so `lagsSince` says beside `wanted` and `shown`
 * that an edit is due; every write that moves one of them keeps it right in the same step.
 */
export function cardStore(connection: Connection, arrivals: ArrivalNumbers): CardStore {
  const { model, schemaNumber, current } = defineCollection<CardDocument>(connection, {
    collection: 'cards',
    fields: {
      incident: { type: String, required: true },
      assignment: { type: String, required: true },
      chat: { type: String, required: true },
      token: { type: String, required: true },
      wanted: { type: Number, required: true },
      shown: { type: Number, required: true },
      look: String,
      messageIds: [String],
      menu: Schema.Types.Mixed,
      refreshAt: Number,
      notBefore: { type: Number, required: true },
      lagsSince: Number,
    },
    indexes: [
      [{ incident: 1 }],
      [{ chat: 1, lagsSince: 1 }],
      [{ chat: 1, messageIds: 1 }],
      [{ lagsSince: 1, notBefore: 1 }],
      [{ refreshAt: 1 }],
    ],
  })

  const toCard = (document: CardDocument): Card => {
    const { _id: id, schemaNumber: _, lagsSince: _lagsSince, ...card } = current(document)
    return { id, ...card }
  }

  const load = async (id: string): Promise<Card | null> => {
    const found = await model.findById(id).lean<CardDocument>()
    return found && toCard(found)
  }

  /** One more change to show; a card that lags already keeps its place. */
  const oneMoreWanted = () => ({
    $inc: { wanted: 1 },
    $min: { lagsSince: arrivals.next() },
  })

  return {
    async ensure(card) {
      const { id, ...fields } = card
      const lagsSince = card.wanted > card.shown ? arrivals.next() : undefined
      const document = { ...fields, _id: id, schemaNumber, ...(lagsSince !== undefined && { lagsSince }) }
      if (await insertOnce(model.create(document))) return card
      const found = await load(id)
      if (!found) throw new Error(`card ${id} vanished`)
      return found
    },
    byId: load,
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
      const copy = { $push: { messageIds: messageId }, $set: { look: null } }
      await model.updateOne({ _id: id, messageIds: { $ne: messageId } }, copy)
    },
    async showed(id, version, refreshAt, as) {
      const latest = { _id: id, wanted: { $lte: version } }
      const showing = {
        $max: { shown: version },
        $set: { refreshAt, ...(as && { look: as.look }) },
        ...(as?.copy !== undefined && { $push: { messageIds: as.copy } }),
      }
      const change = { ...showing, $unset: { lagsSince: 1 as const } }
      const shown = await model.findOneAndUpdate(latest, change, { projection: { menu: 1 } }).lean<CardDocument>()
      if (!shown) {
        await model.updateOne({ _id: id, shown: { $lte: version } }, showing)
        return
      }
      // a menu that was open when the card was rendered has set refreshAt to its end at the latest
      if (!shown.menu || (refreshAt !== null && shown.menu.until >= refreshAt)) return
      await model.updateOne({ ...latest, 'menu.until': shown.menu.until }, { $unset: { menu: 1 } })
    },
    async lagging(chat, machineNow) {
      const found = model.findOne({ chat, lagsSince: lags, notBefore: { $lte: machineNow } }).sort({ lagsSince: 1 })
      const card = await found.lean<CardDocument>()
      return card && toCard(card)
    },
    async postpone(id, notBefore) {
      await model.updateOne({ _id: id }, { $set: { notBefore } })
    },
    async forgetCopy(id, messageId) {
      await model.updateOne({ _id: id }, { $pull: { messageIds: messageId } })
    },
    async forgetCopies(chat) {
      await model.updateMany({ chat, messageIds: { $gt: '' } }, { $set: { messageIds: [] } })
    },
    async chatsLagging(machineNow, limit) {
      const found = await model.aggregate<{ _id: string }>([
        { $match: { lagsSince: lags, notBefore: { $lte: machineNow } } },
        { $group: { _id: '$chat', since: { $min: '$lagsSince' } } },
        { $sort: { since: 1 } },
        { $limit: limit },
      ])
      return found.map(group => group._id)
    },
    async refreshDue(now) {
      const due = { refreshAt: { $lte: now } }
      const cards = await model.find(due, { chat: 1 }).lean<{ _id: string; chat: string }[]>()
      if (cards.length === 0) return []
      const change = { ...oneMoreWanted(), $set: { refreshAt: null } }
      await model.updateMany({ ...due, _id: { $in: cards.map(card => card._id) } }, change)
      return [...new Set(cards.map(card => card.chat))]
    },
    countLagging: () => model.countDocuments({ lagsSince: lags }),
  }
}
