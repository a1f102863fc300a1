import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { ChannelName, ChatAddress } from '../application/ports/channel.ts'
import type { Audience, ChatStore, DueCheck, PairedChat } from '../application/ports/chats.ts'
import { defineCollection, isDuplicate, type StoredDocument } from './document.ts'
import { pairingCodes } from './pairing-codes.ts'

interface ChatDocument extends StoredDocument, Omit<PairedChat, 'id'> {
  /** channel, chat and topic in one text: unique, so that an address has one binding */
  addressKey: string
  /** the audience in one text */
  audienceKey: string
  /** when its next silent check is due, machine time */
  nextCheckAt?: number | null
  /** how often the health has changed */
  changes?: number
  /** the health changed since it was told; absent when it did not */
  news?: boolean
  /** what was told last; absent: nothing yet */
  told?: PairedChat['health']['status']
}

const { Mixed } = Schema.Types

const addressKeyOf = (channel: ChannelName, { chat, thread }: ChatAddress) => `${channel}:${chat}:${thread ?? ''}`

const addresseeOf = ({ agency, post }: { agency: string; post?: string }) =>
  post === undefined ? agency : `${agency}/${post}`

const audienceKeyOf = (audience: Audience): string => {
  switch (audience.kind) {
    case 'agency':
      return `agency:${addresseeOf(audience)}`
    case 'contact':
      return `contact:${audience.duty}:${addresseeOf(audience)}`
    case 'supervisorsChat':
      return 'supervisorsChat'
    case 'user':
      return `user:${audience.user}`
    default:
      return audience satisfies never
  }
}

/** Paired chats and the codes that pair them. */
export function chatStore(connection: Connection): ChatStore {
  const { model, schemaNumber, current } = defineCollection<ChatDocument>(connection, {
    collection: 'chats',
    fields: {
      centre: { type: String, required: true },
      channel: { type: String, required: true },
      address: Mixed,
      addressKey: { type: String, required: true },
      title: String,
      audience: Mixed,
      audienceKey: { type: String, required: true },
      pairedAt: { type: Number, required: true },
      pairedBy: Mixed,
      health: Mixed,
      check: Mixed,
      checkAsked: Boolean,
      nextCheckAt: Number,
      pausedUntil: Number,
      changes: Number,
      news: Boolean,
      told: String,
    },
    indexes: [
      [{ addressKey: 1 }, { unique: true }],
      [{ 'address.chat': 1 }],
      [{ centre: 1, audienceKey: 1, pairedAt: -1 }],
      [{ audienceKey: 1, pairedAt: -1 }],
      [{ nextCheckAt: 1 }],
      [{ news: 1 }],
      [{ 'health.status': 1 }],
    ],
  })

  const toChat = (document: ChatDocument): PairedChat => {
    const { _id: id, addressKey: _a, audienceKey: _b, schemaNumber: _c, nextCheckAt: _d, ...rest } = current(document)
    const { changes: _e, news: _f, told: _g, ...chat } = rest
    return { id, ...chat }
  }

  const toDue = ({ _id: id, nextCheckAt: due = null }: ChatDocument): DueCheck => ({ id, due })

  /** Frees the address of whoever else had it, then writes; again when somebody took the address in between. */
  const takeAddress = async (id: string, addressKey: string, write: () => Promise<unknown>): Promise<void> => {
    await model.deleteMany({ addressKey, _id: { $ne: id } })
    try {
      await write()
    } catch (error) {
      if (!isDuplicate(error)) throw error
      await takeAddress(id, addressKey, write)
    }
  }

  return {
    ...pairingCodes(connection),
    async byId(id) {
      const found = await model.findById(id).lean<ChatDocument>()
      return found && toChat(found)
    },
    async byAddress(channel, address) {
      const found = await model.findOne({ addressKey: addressKeyOf(channel, address) }).lean<ChatDocument>()
      return found && toChat(found)
    },
    async ofChat(channel, chat) {
      const found = model.find({ channel, 'address.chat': chat })
      return (await found.lean<ChatDocument[]>()).map(toChat)
    },
    async forAudience(centre, audience) {
      const found = model.find({ centre, audienceKey: audienceKeyOf(audience) }).sort({ pairedAt: -1 })
      return (await found.lean<ChatDocument[]>()).map(toChat)
    },
    async ofUser(user) {
      const found = model.find({ audienceKey: audienceKeyOf({ kind: 'user', user }) }).sort({ pairedAt: -1 })
      return (await found.lean<ChatDocument[]>()).map(toChat)
    },
    async list(centre) {
      const found = model.find({ centre }).sort({ audienceKey: 1, pairedAt: -1 })
      return (await found.lean<ChatDocument[]>()).map(toChat)
    },
    async bind({ id, ...chat }) {
      const addressKey = addressKeyOf(chat.channel, chat.address)
      const fields = { ...chat, addressKey, audienceKey: audienceKeyOf(chat.audience), schemaNumber }
      await takeAddress(id, addressKey, () => model.updateOne({ _id: id }, { $set: fields }, { upsert: true }))
    },
    async unbind(id) {
      await model.deleteOne({ _id: id })
    },
    async move(id, address) {
      const found = await model.findById(id, { channel: 1 }).lean<ChatDocument>()
      if (!found) return
      const addressKey = addressKeyOf(found.channel, address)
      await takeAddress(id, addressKey, () => model.updateOne({ _id: id }, { $set: { address, addressKey } }))
    },
    async setHealth(id, health) {
      const otherwise = { _id: id, 'health.status': { $ne: health.status } }
      const change = { $set: { health, news: true }, $inc: { changes: 1 } }
      return (await model.updateOne(otherwise, change)).matchedCount === 1
    },
    async healthNews(limit) {
      const found = await model.find({ news: true }).limit(limit).lean<ChatDocument[]>()
      return found.map(document => {
        const { told = 'ok', changes = 0 } = current(document)
        return { chat: toChat(document), told, change: changes }
      })
    },
    async healthTold(id, status) {
      const still = { _id: id, 'health.status': status }
      const { matchedCount } = await model.updateOne(still, { $set: { told: status }, $unset: { news: 1 } })
      if (matchedCount === 0) await model.updateOne({ _id: id }, { $set: { told: status } })
    },
    async pause(id, until) {
      await model.updateOne({ _id: id }, { $max: { pausedUntil: until } })
    },
    async down() {
      const found = model.find({ 'health.status': 'down' }).sort({ centre: 1, audienceKey: 1 })
      return (await found.lean<ChatDocument[]>()).map(toChat)
    },

    async checksDue(machineNow, limit, channels) {
      const due = { nextCheckAt: { $lte: machineNow }, channel: { $in: channels } }
      const found = model.find(due, { nextCheckAt: 1 }).sort({ nextCheckAt: 1 })
      return (await found.limit(limit).lean<ChatDocument[]>()).map(toDue)
    },
    async checksUnplanned(limit) {
      const found = model.find({ nextCheckAt: null }, { nextCheckAt: 1 }).limit(limit)
      return (await found.lean<ChatDocument[]>()).map(toDue)
    },
    async planCheck({ id, due }, next) {
      const { matchedCount } = await model.updateOne({ _id: id, nextCheckAt: due }, { $set: { nextCheckAt: next } })
      return matchedCount === 1
    },
    async askCheck(centre, machineNow, chat) {
      const which = chat === undefined ? { centre } : { _id: chat, centre }
      const asked = { $set: { nextCheckAt: machineNow, checkAsked: true } }
      return (await model.updateMany(which, asked)).matchedCount
    },
    async checked(id, check) {
      await model.updateOne({ _id: id }, { $set: { check }, $unset: { checkAsked: 1 } })
    },
  }
}
