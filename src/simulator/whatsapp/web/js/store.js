/** @import { WireChat, WireContact, WireMessage, WireWorld } from '../../contract/wire.ts' */
/** @import { Wid } from './entities/wid.js' */
import { tellReactions, tellVotes } from './addons.js'
import { Chat } from './entities/chat.js'
import { Contact } from './entities/contact.js'
import { Collection } from './entities/model.js'
import { Msg } from './entities/msg.js'
import { attributesOf } from './entities/msg-attributes.js'
import { createWid } from './entities/wid.js'

/** Everything that the page knows of the world. */
export const store = {
  /** @type {Collection<Msg>} */
  msgs: new Collection(),
  /** @type {Collection<Chat>} */
  chats: new Collection(),
  /** @type {Collection<Contact>} */
  contacts: new Collection(),
  /** @type {{ pn: Wid, lid: Wid } | undefined} */
  me: undefined,
  /** Service time at a moment of the machine's, both in ms. */
  clock: { service: Date.now(), machine: Date.now(), rate: 1 },
}

/** Service ms now, as far as the page knows. */
export const serviceNow = () => store.clock.service + (Date.now() - store.clock.machine) * store.clock.rate

/**
 * @param {number} service
 * @param {number} [rate]
 */
export function setClock(service, rate = store.clock.rate) {
  store.clock = { service, machine: Date.now(), rate }
}

/**
 * @param {WireWorld} world
 * @param {boolean} comingBack the page was there before the connection was lost: what it missed is new to it
 */
export function takeWorld(world, comingBack) {
  store.me = { pn: createWid(world.me.pn), lid: createWid(world.me.lid) }
  takeContacts(world.contacts)
  for (const chat of world.chats) takeChat(chat)
  for (const message of world.messages) takeMessage(message, comingBack)
}

/** @param {readonly WireContact[]} contacts */
export function takeContacts(contacts) {
  for (const wire of contacts) {
    for (const side of /** @type {const} */ (['pn', 'lid'])) {
      const known = store.contacts.get(wire[side])
      if (known) known.take(wire)
      else store.contacts.add(new Contact(wire, side))
    }
  }
}

/** @param {WireChat} wire */
export function takeChat(wire) {
  const known = store.chats.get(wire.id)
  if (known) known.take(wire)
  return known ?? store.chats.add(new Chat(wire))
}

/**
 * A message as it is now: new ones are added, known ones changed.
 * @param {WireMessage} wire
 * @param {boolean} isNewMsg whether it comes while the page is there
 * @returns {Msg}
 */
export function takeMessage(wire, isNewMsg) {
  const { id, ...attributes } = attributesOf(wire)
  const known = store.msgs.get(id)
  if (known) {
    known.set(attributes)
    takeBeside(known, wire, true)
    return known
  }
  const msg = new Msg({ id, ...attributes, isNewMsg })
  takeBeside(msg, wire, false)
  return addMessage(msg)
}

/** @param {Msg} msg */
export function addMessage(msg) {
  const chat = store.chats.get(msg.id.remote)
  chat?.msgs.hold(msg)
  store.msgs.add(msg)
  if (chat && msg.isNewMsg) chat.set({ t: msg.t, ...(msg.id.fromMe ? {} : { unreadCount: chat.unreadCount + 1 }) })
  return msg
}

/**
 * @param {Msg} msg
 * @param {WireMessage} wire
 * @param {boolean} tell
 */
function takeBeside({ id, beside }, wire, tell) {
  const { reactions, votes } = beside
  beside.reactions = wire.reactions
  beside.votes = wire.votes
  if (wire.media?.gone === 'expired') beside.mediaData.mediaStage = 'REUPLOADING'
  if (!tell) return
  tellReactions(id, reactions, wire.reactions, serviceNow())
  tellVotes(id, votes, wire.votes, serviceNow())
}
