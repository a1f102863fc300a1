/** @import { Contact } from '../entities/contact.js' */
/** @import { Wid } from '../entities/wid.js' */
import { Chat } from '../entities/chat.js'
import { Msg } from '../entities/msg.js'
import { MsgKey } from '../entities/msg-key.js'
import { call, callUntilThrough } from '../server.js'
import { store, takeChat, takeContacts, takeMessage } from '../store.js'

/** How many earlier messages one look brings. */
const EARLIER = 50

/**
 * The chat with this id; a private one is opened when the person is on WhatsApp, an unknown group is nowhere.
 * @param {Wid} wid
 */
async function findOrCreateLatestChat(wid) {
  const known = store.chats.get(wid)
  if (known) return { chat: known }
  if (!wid.isUser()) return undefined
  const { contact } = await call('exists', { id: wid._serialized })
  if (!contact) throw new Error('No LID for user')
  takeContacts([contact])
  return { chat: takeChat({ id: wid._serialized, title: contact.name, group: null }) }
}

/** @param {{ chat: Chat }} wanted */
async function loadEarlierMsgs({ chat }) {
  const [oldest] = chat.msgs.getModelsArray()
  const { messages } = await call('earlier', {
    chat: chat.id._serialized,
    before: oldest?.id.id ?? null,
    limit: EARLIER,
  })
  const earlier = messages.map(message => takeMessage(message, false))
  chat.msgs.holdFirst(earlier)
  return earlier
}

/**
 * The quoted message, or what the quoting one carries of it.
 * @param {Msg} msg
 */
function getQuotedMsgObj(msg) {
  const id = Reflect.get(msg, 'quotedStanzaID')
  const known = store.msgs.getModelsArray().find(other => other.id.id === id)
  if (known) return known
  const { type, body } = Reflect.get(msg, 'quotedMsg')
  const participant = Reflect.get(msg, 'quotedParticipant')
  const { remote } = msg.id
  const key = new MsgKey({ fromMe: false, remote, id, participant: remote.isGroup() ? participant : undefined })
  return new Msg({ id: key, type, body, t: msg.t, ack: 0, from: remote, isNewMsg: false })
}

/** The table of votes, asked by the poll's key. */
const votesTable = {
  /**
   * @param {string[]} _columns
   * @param {string} key
   */
  async equals(_columns, key) {
    const parentMsgKey = MsgKey.fromString(key)
    const votes = store.msgs.get(key)?.beside.votes ?? []
    return votes.map(({ by, options }) => ({ parentMsgKey, sender: by, selectedOptionLocalIds: options }))
  },
}

/** @param {Contact} contact */
const pushnameOf = contact => contact.pushname

export const looking = {
  WAWebFindChatAction: { findOrCreateLatestChat },
  WAWebChatLoadMessages: { loadEarlierMsgs },
  WAWebQuotedMsgModelUtils: { getQuotedMsgObj },
  WAWebPollsVotesSchema: { getTable: () => votesTable },
  WAWebUpdateUnreadChatAction: {
    async sendSeen(/** @type {{ chat: Chat }} */ { chat }) {
      chat.set({ unreadCount: 0 })
      await callUntilThrough('seen', { chat: chat.id._serialized })
    },
  },
  WAWebChatGetters: { getIsNewsletter: () => false, getIsBroadcast: () => false },
  WAWebContactGetters: {
    getIsMe: (/** @type {Contact} */ { id }) =>
      [store.me?.pn, store.me?.lid].some(mine => mine?._serialized === id._serialized),
    getIsUser: () => true,
    getIsGroup: () => false,
    getIsWAContact: () => true,
    getUserid: (/** @type {Contact} */ { phoneNumber, id }) => (phoneNumber ?? id).user,
    getVerifiedName: () => undefined,
    getVerifiedLevel: () => undefined,
    getStatusMute: () => false,
    getName: () => undefined,
    getShortName: pushnameOf,
    getPushname: pushnameOf,
    getIsEnterprise: () => false,
  },
  WAWebFrontendContactGetters: { getIsMyContact: () => false },
}
