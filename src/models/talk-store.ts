import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { HeardTalk, LivePlace, TalkPlace, TalkRecord, TalkStore, TalkVersion } from '../application/ports/talk.ts'
import type { Actor } from '../dispatch/vocabulary.ts'
import type { ArrivalNumbers } from './arrival-numbers.ts'
import { defineCollection, insertOnce, type StoredDocument } from './document.ts'

interface TalkDocument extends StoredDocument {
  centre: string
  incident: string
  direction: TalkRecord['direction']
  by: Actor
  at: number
  order: number
  assignment?: string
  chat?: string
  person?: string
  messageId?: string | null
  kind?: string
  versions?: TalkVersion[]
  photo?: string
  place?: TalkPlace
  live?: LivePlace
  report?: boolean
  text?: string
  venue?: boolean
  urgent?: boolean
  to?: string[]
}

/** Replies of crews and messages of the control room: one erasable record each. */
export function talkStore(connection: Connection, arrivals: ArrivalNumbers): TalkStore {
  const { Mixed } = Schema.Types
  const { model, schemaNumber, current } = defineCollection<TalkDocument>(connection, {
    collection: 'talk',
    fields: {
      centre: { type: String, required: true },
      incident: { type: String, required: true },
      direction: { type: String, required: true },
      by: Mixed,
      at: { type: Number, required: true },
      order: { type: Number, required: true },
      assignment: String,
      chat: String,
      person: String,
      messageId: String,
      kind: String,
      versions: [Mixed],
      photo: String,
      place: Mixed,
      live: Mixed,
      report: Boolean,
      text: String,
      venue: Boolean,
      urgent: Boolean,
      to: { type: [String], default: undefined },
    },
    indexes: [
      [{ incident: 1, order: -1 }],
      [{ incident: 1, kind: 1, order: -1 }],
      [{ incident: 1, chat: 1, person: 1 }],
      [{ chat: 1, messageId: 1 }],
    ],
  })

  const toRecord = (document: TalkDocument): TalkRecord => {
    const { _id: id, schemaNumber: _, order: _order, person: _person, ...record } = current(document)
    return { id, ...record } as TalkRecord
  }

  return {
    add({ id, ...record }) {
      const person = record.by.kind === 'system' ? undefined : record.by.id
      const document = { ...record, _id: id, schemaNumber, order: arrivals.next(), ...(person && { person }) }
      return insertOnce(model.create(document as unknown as TalkDocument))
    },
    async byMessage(chat, messageId) {
      const found = await model.findOne({ chat, messageId }).lean<TalkDocument>()
      return found && (toRecord(found) as HeardTalk)
    },
    async addVersion(id, version) {
      await model.updateOne({ _id: id, 'versions.id': { $ne: version.id } }, { $push: { versions: version } })
    },
    async move(id, place, movedAt, ended) {
      const change = { place, 'live.movedAt': movedAt, 'live.ended': ended }
      await model.updateOne({ _id: id, 'live.movedAt': { $lte: movedAt } }, { $set: change })
    },
    async page(incident, { after, limit }) {
      const older = after === undefined ? {} : { order: { $lt: Number(after) } }
      const found = await model
        .find({ incident, ...older })
        .sort({ order: -1 })
        .limit(limit + 1)
        .lean<TalkDocument[]>()
      const page = found.slice(0, limit)
      const last = page.at(-1)
      return { records: page.map(toRecord), next: found.length > limit && last ? String(last.order) : null }
    },
    async livePlaces(incident) {
      const found = model.find({ incident, kind: 'livePlace' }).sort({ order: -1 })
      return (await found.lean<TalkDocument[]>()).map(document => toRecord(document) as HeardTalk)
    },
    async hasFrom(incident, chat, person) {
      return (await model.findOne({ incident, chat, person }, { _id: 1 }).lean()) !== null
    },
    async forgetMessages(chat) {
      await model.updateMany({ chat, messageId: { $gt: '' } }, { $unset: { messageId: 1 } })
    },
  }
}
