import type { Connection } from 'mongoose'
import type { LiveMessage, LiveMessageStore } from '../application/ports/live-messages.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'
import { inStep, lagging, type ShownDocument, shownFields, shownIndexes } from './lagging.ts'

interface LiveMessageDocument extends StoredDocument, Omit<LiveMessage, 'id'>, Pick<ShownDocument, 'lagsSince'> {}

/** Pings that are edited while what they speak of goes on. */
export function liveMessageStore(connection: Connection, arrivals: ArrivalNumbers): LiveMessageStore {
  const { model, schemaNumber, current } = defineCollection<LiveMessageDocument>(connection, {
    collection: 'liveMessages',
    fields: {
      ...shownFields,
      subject: { type: String, required: true },
      delivery: { type: String, required: true },
    },
    indexes: [...shownIndexes, [{ subject: 1 }]],
  })

  const toMessage = (document: LiveMessageDocument): LiveMessage => {
    const { _id: id, schemaNumber: _, lagsSince: _lagsSince, ...message } = current(document)
    return { id, ...message }
  }

  const { methods, oneMoreWanted, overtaken } = lagging(model, arrivals, toMessage)

  return {
    ...methods,
    async point({ id, subject, chat, delivery }) {
      const fresh = { subject, chat, delivery, messageIds: [], look: null, refreshAt: null, notBefore: 0 }
      const change = { $set: fresh, $inc: { wanted: 1 }, $unset: inStep }
      const { matchedCount } = await model.updateOne({ _id: id, delivery: { $ne: delivery } }, change)
      if (matchedCount === 0) {
        await insertOnce(model.create({ ...fresh, _id: id, schemaNumber, wanted: 1, shown: 0 }))
      }
    },
    async want(subject) {
      await model.updateMany({ subject }, oneMoreWanted())
      return model.distinct('chat', { subject })
    },
    async showed({ id, delivery }, version, { look, refreshAt, copy }) {
      const showing = {
        $max: { shown: version },
        $set: { look, refreshAt },
        ...(copy !== undefined && { $push: { messageIds: copy } }),
      }
      const latest = { _id: id, delivery, wanted: { $lte: version } }
      const { matchedCount } = await model.updateOne(latest, { ...showing, $unset: inStep })
      if (matchedCount === 1) return
      const older = await model.updateOne({ _id: id, delivery, shown: { $lte: version } }, showing)
      const shown = look !== null || copy !== undefined
      if (older.matchedCount === 0 && shown) await overtaken({ _id: id, delivery }, copy)
    },
    async copyShowed({ id, delivery }, edited) {
      await model.updateOne({ _id: id, delivery }, { $set: { edited }, $unset: { tries: 1 } })
    },
    async adopt(id, messageId) {
      await model.updateOne(
        { _id: id, messageIds: { $ne: messageId } },
        { $push: { messageIds: messageId }, $set: { look: null }, ...oneMoreWanted() },
      )
    },
  }
}
