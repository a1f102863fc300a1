import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { ChannelTest, ChannelTestStore, TestedChat } from '../application/ports/channel-tests.ts'
import { defineCollection, insertNew, insertOnce, type StoredDocument } from './document.ts'

interface TestDocument extends StoredDocument, Omit<ChannelTest, 'id'> {
  /** the centre's name while it runs, else the test's own: unique, so that a centre has one at a time */
  turn: string
  /** when it began; absent once it has ended, so that the index of open ones stays small */
  openSince?: number
}

interface ChatDocument extends StoredDocument, Omit<TestedChat, 'id'> {
  /** nobody has answered yet */
  waits: boolean
}

const { Mixed } = Schema.Types
const turnOf = (centre: string) => `centre:${centre}`
const ownTurn = (id: string) => `test:${id}`

/** Channel tests, and what came of each chat: a record of its own, so that answers never meet in one document. */
export function channelTestStore(connection: Connection): ChannelTestStore {
  const tests = defineCollection<TestDocument>(connection, {
    collection: 'channelTests',
    fields: {
      centre: { type: String, required: true },
      startedAt: { type: Number, required: true },
      startedBy: Mixed,
      agencies: [String],
      minutes: { type: Number, required: true },
      endsAt: { type: Number, required: true },
      ended: Mixed,
      handedOut: { type: Boolean, required: true },
      turn: { type: String, required: true },
      openSince: Number,
    },
    indexes: [[{ turn: 1 }, { unique: true }], [{ centre: 1, startedAt: -1 }], [{ openSince: 1 }]],
  })
  const chats = defineCollection<ChatDocument>(connection, {
    collection: 'testedChats',
    fields: {
      test: { type: String, required: true },
      chat: { type: String, required: true },
      title: String,
      agency: { type: String, required: true },
      audience: Mixed,
      sentAt: Number,
      answer: Mixed,
      failure: String,
      waits: { type: Boolean, required: true },
    },
    indexes: [[{ test: 1 }]],
  })

  const toTest = (document: TestDocument): ChannelTest => {
    const { _id: id, schemaNumber: _, turn: _turn, openSince: _since, ...test } = tests.current(document)
    return { id, ...test }
  }
  const toChat = (document: ChatDocument): TestedChat => {
    const { _id: id, schemaNumber: _, waits: _waits, ...chat } = chats.current(document)
    return { id, ...chat }
  }

  return {
    async begin({ id, ...test }) {
      const document = { ...test, _id: id, schemaNumber: tests.schemaNumber, openSince: test.startedAt }
      if (await insertOnce(tests.model.create({ ...document, turn: turnOf(test.centre) }))) return 'begun'
      return (await tests.model.findById(id, { _id: 1 }).lean()) ? 'known' : 'running'
    },
    async byId(id) {
      const found = await tests.model.findById(id).lean<TestDocument>()
      return found && toTest(found)
    },
    async list(centre, limit) {
      const found = tests.model.find({ centre }).sort({ startedAt: -1 }).limit(limit)
      return (await found.lean<TestDocument[]>()).map(toTest)
    },
    async open(limit) {
      const found = tests.model.find({ openSince: { $gt: 0 } }).sort({ openSince: 1 })
      return (await found.limit(limit).lean<TestDocument[]>()).map(toTest)
    },
    async openOf(centre) {
      const found = await tests.model.findOne({ turn: turnOf(centre) }).lean<TestDocument>()
      return found && toTest(found)
    },
    async handedOut(id) {
      await tests.model.updateOne({ _id: id }, { $set: { handedOut: true } })
    },
    async end(id, ended) {
      const open = { _id: id, openSince: { $gt: 0 } }
      const change = { $set: { ended, turn: ownTurn(id) }, $unset: { openSince: 1 as const } }
      return (await tests.model.updateOne(open, change)).matchedCount === 1
    },

    async addChats(added) {
      if (added.length === 0) return
      const documents = added.map(({ id, ...chat }) => ({
        ...chat,
        _id: id,
        schemaNumber: chats.schemaNumber,
        waits: chat.answer === null,
      }))
      await insertNew(chats.model, documents)
    },
    async chats(ids) {
      const found = chats.model.find({ test: { $in: ids } })
      return (await found.lean<ChatDocument[]>()).map(toChat)
    },
    async chat(id) {
      const found = await chats.model.findById(id).lean<ChatDocument>()
      return found && toChat(found)
    },
    async sent(id, at) {
      await chats.model.updateOne({ _id: id, sentAt: null }, { $set: { sentAt: at } })
    },
    async failed(id, failure) {
      await chats.model.updateOne({ _id: id }, { $set: { failure } })
    },
    async answered(id, answer) {
      const { matchedCount } = await chats.model.updateOne({ _id: id, waits: true }, { $set: { answer, waits: false } })
      return matchedCount === 1
    },
  }
}
