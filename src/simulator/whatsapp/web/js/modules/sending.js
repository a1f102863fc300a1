/** @import { WireSend } from '../../../contract/wire.ts' */
/** @import { Chat } from '../entities/chat.js' */
/** @import { MsgKey } from '../entities/msg-key.js' */
/** @import { MsgAttributes } from '../entities/msg.js' */
/** @import { Wid } from '../entities/wid.js' */
import { Cmd } from '../connection.js'
import { Msg } from '../entities/msg.js'
import { callUntilThrough, Refused } from '../server.js'
import { addMessage, serviceNow, store } from '../store.js'

/** How long after its sending a message can be edited, and deleted for everyone, in ms. */
const EDIT_WINDOW_MS = 15 * 60_000
const DELETE_WINDOW_MS = 60 * 3_600_000

const ACK_ERROR = -1

/**
 * What the library puts together for a message.
 * @typedef {MsgAttributes & {
 *   to: Wid, quotedStanzaID?: string, mentionedJidList?: Wid[], directPath?: string, filename?: string,
 *   pollName?: string, pollOptions?: { name: string }[], pollSelectableOptionsCount?: number,
 *   lat?: number, lng?: number, loc?: string, mediaBlob?: unknown, renderableUrl?: unknown, preview?: unknown,
 * }} Outgoing
 */

/**
 * The message is in the chat at once, with a clock beside it; the server's answer brings the first tick.
 * @param {Chat} _chat
 * @param {Outgoing} outgoing
 */
function addAndSendMsgToChat(_chat, outgoing) {
  const options = outgoing.pollOptions?.map(({ name }, localId) => ({ name, localId }))
  const { mediaBlob: _blob, renderableUrl: _url, preview: _preview, ...attributes } = outgoing
  const msg = new Msg({
    ...attributes,
    t: Math.floor(serviceNow() / 1000),
    ...(outgoing.id.participant ? { author: outgoing.id.participant } : {}),
    ...(options ? { pollOptions: options } : {}),
  })
  addMessage(msg)
  return [Promise.resolve(msg), deliver(msg, outgoing)]
}

/**
 * @param {Msg} msg
 * @param {Outgoing} outgoing
 */
async function deliver(msg, outgoing) {
  try {
    const { ack, t } = await callUntilThrough('send', wireOf(outgoing))
    msg.set({ t, ...(msg.ack < ack ? { ack } : {}) })
    return { messageSendResult: 'OK', t }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    msg.set({ ack: ACK_ERROR })
    return { messageSendResult: 'ERROR_UNKNOWN' }
  }
}

/**
 * @param {Outgoing} message
 * @returns {WireSend}
 */
function wireOf(message) {
  const { pollName, pollOptions, lat, lng, directPath } = message
  const place =
    lat !== undefined && lng !== undefined ? { latitude: lat, longitude: lng, name: message.loc ?? '' } : null
  const poll = pollOptions
    ? {
        question: pollName ?? '',
        options: pollOptions.map(({ name }) => name),
        single: message.pollSelectableOptionsCount === 1,
      }
    : null
  const media = directPath
    ? {
        fileId: directPath.replace('/wa/media/', ''),
        kind: /** @type {NonNullable<WireSend['media']>['kind']} */ (message.type),
        name: message.filename ?? null,
      }
    : null
  return {
    id: message.id.id,
    to: message.to._serialized,
    type: poll ? 'poll' : place ? 'location' : media ? 'media' : 'text',
    text: (media ? message.caption : message.body) ?? '',
    quotes: message.quotedStanzaID ?? null,
    mentions: (message.mentionedJidList ?? []).map(String),
    media,
    poll,
    place,
  }
}

/**
 * @param {Msg} msg
 * @param {number} windowMs
 */
const within = (msg, windowMs) => serviceNow() - msg.t * 1000 <= windowMs

/** @param {Msg} msg */
const canEdit = msg => msg.id.fromMe && within(msg, EDIT_WINDOW_MS)

/** @param {Msg} msg */
const iAmAdmin = msg => {
  const members = store.chats.get(msg.id.remote)?.groupMetadata?.participants
  const me = members?.get(store.me?.pn) ?? members?.get(store.me?.lid)
  return me?.isAdmin === true
}

/**
 * @param {{ id: MsgKey }} msg
 * @param {string} text an emoji; nothing takes the reaction back
 */
const sendReactionToMsg = (msg, text) => callUntilThrough('react', { id: msg.id.id, text })

Object.assign(Cmd, {
  /**
   * Deletes for everyone.
   * @param {Chat} _chat
   * @param {{ list: Msg[] }} messages
   */
  async sendRevokeMsgs(_chat, { list }) {
    for (const msg of list) await callUntilThrough('revoke', { id: msg.id.id })
  },
  /**
   * Deletes in this page only.
   * @param {Chat} chat
   * @param {{ list: Msg[] }} messages
   */
  async sendDeleteMsgs(chat, { list }) {
    for (const msg of list) {
      chat.msgs.remove(msg)
      store.msgs.remove(msg)
    }
  },
})

export const sending = {
  WAWebSendMsgChatAction: { addAndSendMsgToChat },
  WAWebGetEphemeralFieldsMsgActionsUtils: { getEphemeralFields: () => ({}) },
  WAWebMsgReply: { canReplyMsg: (/** @type {Msg} */ msg) => msg.canReply() },
  WAWebMsgActionCapability: {
    canEditText: (/** @type {Msg} */ msg) => msg.type === 'chat' && canEdit(msg),
    canEditCaption: (/** @type {Msg} */ msg) => msg.mediaObject !== undefined && canEdit(msg),
    canSenderRevokeMsg: (/** @type {Msg} */ msg) => msg.id.fromMe && within(msg, DELETE_WINDOW_MS),
    canAdminRevokeMsg: (/** @type {Msg} */ msg) => iAmAdmin(msg) && within(msg, DELETE_WINDOW_MS),
    canStarMsg: () => false,
  },
  WAWebSendMessageEditAction: {
    sendMessageEdit: (/** @type {Msg} */ msg, /** @type {string} */ text) =>
      callUntilThrough('edit', { id: msg.id.id, text }),
  },
  WAWebSendReactionMsgAction: { sendReactionToMsg },
  WAWebPollsSendVoteMsgAction: {
    sendVote: (/** @type {Msg} */ msg, /** @type {Set<number>} */ chosen) =>
      callUntilThrough('vote', { id: msg.id.id, options: [...chosen] }),
  },
  WAWebExitGroupAction: {
    sendExitGroup: (/** @type {Chat} */ chat) => callUntilThrough('leave', { chat: chat.id._serialized }),
  },
}
