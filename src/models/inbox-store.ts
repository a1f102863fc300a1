import type { Connection } from 'mongoose'
import type { InboxEntry, InboxStore } from '../application/ports/inbox.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import { defineCollection, isDuplicate, type StoredDocument } from './document.ts'

interface InboxDocument extends StoredDocument, Omit<InboxEntry, 'id' | 'update' | 'understood'> {
  /** the update as JSON text: a stranger's keys never become field names. Gone once it was worked. */
  update?: string
  /** as JSON text, too; gone at the same moment */
  understood?: string
  /** arrival number */
  order: number
  /** when it was worked; the id stays some days longer, to know repeats by */
  workedOn?: Date
}

/** Telegram repeats an update for at most a day, a WhatsApp backlog is fetched for some days. */
const repeatsKnownForSeconds = 14 * 24 * 60 * 60

/** Updates from channels, stored before the channel is told, worked in order of arrival per chat. */
export function inboxStore(connection: Connection, arrivals: ArrivalNumbers): InboxStore {
  const { model, schemaNumber, current } = defineCollection<InboxDocument>(connection, {
    collection: 'inbox',
    fields: {
      channel: { type: String, required: true },
      chat: { type: String, required: true },
      receivedAt: { type: Number, required: true },
      update: String,
      understood: String,
      status: { type: String, required: true },
      attempts: { type: Number, required: true },
      notBefore: { type: Number, required: true },
      failure: String,
      order: { type: Number, required: true },
      workedOn: Date,
    },
    indexes: [
      [{ channel: 1, chat: 1, status: 1, order: 1 }],
      [{ status: 1, notBefore: 1 }],
      [{ workedOn: 1 }, { expireAfterSeconds: repeatsKnownForSeconds }],
    ],
  })

  const toEntry = (document: InboxDocument): InboxEntry => {
    const {
      _id: id,
      schemaNumber: _,
      order: _order,
      workedOn: _workedOn,
      update = 'null',
      understood,
      ...entry
    } = current(document)
    const known = understood === undefined ? {} : { understood: JSON.parse(understood) }
    return { id, ...entry, update: JSON.parse(update), ...known }
  }

  const add: InboxStore['add'] = async (entries, machineNow) => {
    const known = await model
      .find({ _id: { $in: entries.map(entry => entry.id) } }, { _id: 1 })
      .lean<{ _id: string }[]>()
    const seen = new Set(known.map(document => document._id))
    const fresh = entries.filter(({ id }) => !seen.has(id) && seen.add(id))
    if (fresh.length === 0) return []
    const first = arrivals.reserve(fresh.length)
    const added = fresh.map(({ id, channel, chat, update }, position) => {
      const entry = { channel, chat, receivedAt: machineNow, status: 'new' as const, attempts: 0, notBefore: 0 }
      return {
        entry: { ...entry, id, update },
        document: { ...entry, _id: id, schemaNumber, order: first + position, update: JSON.stringify(update ?? null) },
      }
    })
    try {
      // one after the other: what a crash leaves is a beginning of the list, and the repeat appends the rest
      await model.insertMany(
        added.map(({ document }) => document),
        { ordered: true, lean: true },
      )
      return added.map(({ entry }) => entry)
    } catch (error) {
      // somebody stores the same updates at this moment: take what is left
      if (!isDuplicate(error)) throw error
      const stored = await model.find({ order: { $gte: first }, _id: { $in: fresh.map(({ id }) => id) } }, { order: 1 })
      const ours = new Set(stored.filter(({ order }) => order < first + fresh.length).map(({ _id }) => _id))
      const others = await add(
        fresh.filter(({ id }) => !ours.has(id)),
        machineNow,
      )
      return [...added.map(({ entry }) => entry).filter(({ id }) => ours.has(id)), ...others]
    }
  }

  return {
    add,
    async next(channel, chat, machineNow) {
      const oldest = await model.findOne({ channel, chat, status: 'new' }).sort({ order: 1 }).lean<InboxDocument>()
      return oldest && oldest.notBefore <= machineNow ? toEntry(oldest) : null
    },
    async understood(id, as) {
      await model.updateOne({ _id: id }, { $set: { understood: JSON.stringify(as) } })
    },
    async done(id) {
      await model.updateOne(
        { _id: id },
        { $set: { status: 'done' }, $unset: { update: 1, understood: 1 }, $currentDate: { workedOn: true } },
      )
    },
    async failedOnce(id, failure, notBefore, maxAttempts) {
      const isNew = { _id: id, status: 'new' as const }
      const change = { $inc: { attempts: 1 }, $set: { failure, notBefore } }
      const tried = await model.findOneAndUpdate(isNew, change, { returnDocument: 'after' }).lean<InboxDocument>()
      if (tried && tried.attempts < maxAttempts) return 'retry'
      await model.updateOne(isNew, { $set: { status: 'failed' } })
      return 'failed'
    },
    async setAside(since, limit) {
      const found = model.find({ status: 'failed', receivedAt: { $gte: since } }, { channel: 1, chat: 1 })
      const entries = await found.sort({ order: 1 }).limit(limit).lean<InboxDocument[]>()
      return entries.map(({ _id: id, channel, chat }) => ({ id, channel, chat }))
    },
    async onceMore(id) {
      // its attempts stay counted: the next failure sets it aside again
      await model.updateOne({ _id: id, status: 'failed' }, { $set: { status: 'new', notBefore: 0 } })
    },
    async chatsWaiting(machineNow, limit) {
      const found = await model.aggregate<{ _id: { channel: InboxEntry['channel']; chat: string } }>([
        { $match: { status: 'new', notBefore: { $lte: machineNow } } },
        { $group: { _id: { channel: '$channel', chat: '$chat' }, since: { $min: '$order' } } },
        { $sort: { since: 1 } },
        { $limit: limit },
      ])
      return found.map(({ _id: { channel, chat } }) => ({ channel, chat }))
    },
    countNew: () => model.countDocuments({ status: 'new' }),
    countFailed: () => model.countDocuments({ status: 'failed' }),
  }
}
