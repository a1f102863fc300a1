/** @import { Msg as MsgModel } from '../entities/msg.js' */
import { Collection, textOfId } from '../entities/model.js'
import { MsgKey } from '../entities/msg-key.js'
import { call } from '../server.js'
import { store, takeMessage } from '../store.js'

/** Messages that the page does not hold are asked from the server. */
const Msg = Object.assign(store.msgs, {
  /** @param {unknown[]} ids */
  async getMessagesById(ids) {
    const messages = await Promise.all(ids.map(id => messageOf(textOfId(id))))
    return { messages: messages.filter(message => message !== undefined) }
  },
})

/**
 * @param {string} id
 * @returns {Promise<MsgModel | undefined>}
 */
async function messageOf(id) {
  const known = store.msgs.get(id)
  if (known) return known
  const { message } = await call('find', { id: MsgKey.fromString(id).id })
  const found = message && takeMessage(message, false)
  return found?.id._serialized === id ? found : undefined
}

/** Who reacted to a message, emoji by emoji. */
const Reactions = {
  /** @param {string} id */
  async find(id) {
    const reactions = store.msgs.get(id)?.beside.reactions ?? []
    const emojis = [...new Set(reactions.map(({ text }) => text))]
    const rows = emojis.map(emoji => ({
      id: emoji,
      aggregateEmoji: emoji,
      hasReactionByMe: reactions.some(({ by, text }) => text === emoji && isMe(by)),
      senders: reactions
        .filter(({ text }) => text === emoji)
        .map(({ by, text }) => ({ parentMsgKey: id, senderUserJid: by, reactionText: text, timestamp: 0 })),
    }))
    return { reactions: { length: rows.length, serialize: () => rows } }
  },
}

/** @param {string} id */
const isMe = id => id === store.me?.pn._serialized || id === store.me?.lid._serialized

/** Groups are always up to date here. */
const GroupMetadata = { update: async () => undefined }

export const collections = {
  WAWebCollections: {
    Msg,
    Chat: store.chats,
    Contact: store.contacts,
    GroupMetadata,
    Reactions,
    Blocklist: new Collection(),
  },
  WAWebCallCollection: { on: () => undefined, calls: new Map() },
}
