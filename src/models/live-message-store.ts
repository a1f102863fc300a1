import type { Connection } from 'mongoose'
import type { LiveMessage, LiveMessageStore } from '../application/ports/live-messages.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface LiveMessageDocument extends StoredDocument, Omit<LiveMessage, 'id'> {
  /** arrival number of the first change that is not shown yet; absent when all is shown */
  lagsSince?: number
}

const lags = { $gt: 0 } as const

/** Pings that are edited while what they speak of goes on; `lagsSince` says beside `wanted` and `shown` that an edit is due. */
export function liveMessageStore(connection: Connection, arrivals: ArrivalNumbers): LiveMessageStore {
  const { model, schemaNumber, current } = defineCollection<LiveMessageDocument>(connection, {
    collection: 'liveMessages',
    fields: {
      subject: { type: String, required: true },
      chat: { type: String, required: true },
      delivery: { type: String, required: true },
      messageIds: [String],
      wanted: { type: Number, required: true },
      shown: { type: Number, required: true },
      look: String,
      refreshAt: Number,
      notBefore: { type: Number, required: true },
      lagsSince: Number,
    },
    indexes: [[{ subject: 1 }], [{ chat: 1, lagsSince: 1 }], [{ lagsSince: 1, notBefore: 1 }], [{ refreshAt: 1 }]],
  })

  const toMessage = (document: LiveMessageDocument): LiveMessage => {
    const { _id: id, schemaNumber: _, lagsSince: _lagsSince, ...message } = current(document)
    return { id, ...message }
  }

  const oneMoreWanted = () => ({ $inc: { wanted: 1 }, $min: { lagsSince: arrivals.next() } })

  return {
    async point({ id, subject, chat, delivery }) {
      const fresh = { subject, chat, delivery, messageIds: [], look: null, refreshAt: null, notBefore: 0 }
      const change = { $set: fresh, $inc: { wanted: 1 }, $unset: { lagsSince: 1 as const } }
      const { matchedCount } = await model.updateOne({ _id: id, delivery: { $ne: delivery } }, change)
      if (matchedCount === 0) {
        await insertOnce(model.create({ ...fresh, _id: id, schemaNumber, wanted: 1, shown: 0 }))
      }
    },
    async byId(id) {
      const found = await model.findById(id).lean<LiveMessageDocument>()
      return found && toMessage(found)
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
      const { matchedCount } = await model.updateOne(latest, { ...showing, $unset: { lagsSince: 1 } })
      if (matchedCount === 0) await model.updateOne({ _id: id, delivery, shown: { $lte: version } }, showing)
    },
    async adopt(id, messageId) {
      await model.updateOne(
        { _id: id, messageIds: { $ne: messageId } },
        { $push: { messageIds: messageId }, $set: { look: null }, ...oneMoreWanted() },
      )
    },
    async forgetCopy(id, messageId) {
      await model.updateOne({ _id: id }, { $pull: { messageIds: messageId } })
    },
    async forgetCopies(chat) {
      await model.updateMany({ chat }, { $set: { messageIds: [] } })
    },
    async lagging(chat, machineNow) {
      const found = model.findOne({ chat, lagsSince: lags, notBefore: { $lte: machineNow } }).sort({ lagsSince: 1 })
      const message = await found.lean<LiveMessageDocument>()
      return message && toMessage(message)
    },
    async postpone(id, notBefore) {
      await model.updateOne({ _id: id }, { $set: { notBefore } })
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
      const found = await model.find(due, { chat: 1 }).lean<{ _id: string; chat: string }[]>()
      if (found.length === 0) return []
      const change = { ...oneMoreWanted(), $set: { refreshAt: null } }
      await model.updateMany({ ...due, _id: { $in: found.map(({ _id }) => _id) } }, change)
      return [...new Set(found.map(({ chat }) => chat))]
    },
    countLagging: () => model.countDocuments({ lagsSince: lags }),
  }
}
