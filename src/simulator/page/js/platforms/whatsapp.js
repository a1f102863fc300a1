/** @import { ChatView, JournalEntry, MessageView, PersonView, StandInStatus } from '../../../whatsapp/contract.ts' */
/** @import { MenuEntry, PageChat, PageMessage, PagePerson, Platform } from '../page-types.d.ts' */
import { whatsappApi as api } from './whatsapp-api.js'
import { toMessage } from './whatsapp-message.js'

/** Our own number, as the stand-in said last. */
let owner = ''
/** Names by number. @type {Map<string, string>} */
const names = new Map()
const nameOf = (/** @type {string} */ phone) => names.get(phone) ?? `+${phone}`

/** The chats of the stand-in of WhatsApp: no buttons, but quotes, reactions, ticks and polls. @type {Platform<StandInStatus>} */
export const whatsapp = {
  name: 'whatsapp',
  eventsUrl: '/sim/whatsapp/api/events',
  async status() {
    const status = await api.status()
    owner = status.owner.phone
    return status
  },
  chats: async () => (await api.chats()).map(toChat),
  people: async () => (await api.people()).map(toPerson).filter(({ id }) => id !== owner),
  async messages(chat) {
    /** @type {Map<string, PageMessage>} */
    const shown = new Map()
    for (const view of await api.messages(String(chat))) {
      shown.set(
        view.id,
        toMessage(view, id => shown.get(id), nameOf),
      )
    }
    return [...shown.values()]
  },
  read: (value, known) => {
    const entry = /** @type {JournalEntry} */ (value)
    switch (entry.kind) {
      case 'message':
      case 'edit':
      case 'delete':
      case 'reaction':
      case 'vote':
      case 'ack':
        return [
          {
            kind: 'message',
            message: toMessage(entry.message, id => known(entry.chatId, id), nameOf),
            fresh: entry.kind === 'message',
          },
        ]
      case 'chat':
        return [{ kind: 'chat', chat: toChat(entry.chat), migrated: false }]
      case 'person':
        return [{ kind: 'person', person: toPerson(entry.person) }]
      case 'fault':
        return [{ kind: 'fault' }]
      default:
        return []
    }
  },
  async say(chat, { as, text, photo, location, caption, replyTo }) {
    const content = { text, photo: photo === 'bukan-foto' ? BROKEN_PHOTO : photo, location, caption }
    await api.say(String(chat), { as, ...content, quote: replyTo })
    return undefined
  },
  createPerson: ({ firstName = '', lastName = '' }) => api.createPerson({ name: `${firstName} ${lastName}`.trim() }),
  createGroup: async ({ title, members }) => toChat(await api.createGroup({ title, members })),
  openPrivate: async person => (await api.privateChat(String(person))).id,
  menu: ({ whatsapp: chat }, person) =>
    person?.whatsapp ? personEntries(person.whatsapp) : chat ? groupEntries(chat) : [],
  notes: ({ whatsapp: chat }) => (chat?.announce ? ['onlyAdmins'] : []),
  troubleOf: ({ whatsapp: chat }, person) => {
    if (chat?.kind === 'group' && !chat.members.some(isOurs)) return 'numberOut'
    return person?.whatsapp?.online === false ? 'phoneOff' : undefined
  },
  react: (message, as, emoji) => api.react(String(message.chatId), String(message.messageId), String(as), emoji),
  vote: (message, as, options) => api.vote(String(message.chatId), String(message.messageId), String(as), options),
  seen: chat => api.read(String(chat)),
}

/** Bytes that are no picture. */
const BROKEN_PHOTO = { base64: btoa('<html>bukan foto</html>') }

const isOurs = (/** @type {{ phone: string }} */ { phone }) => phone === owner

/**
 * @param {ChatView} chat
 * @returns {PageChat}
 */
function toChat(chat) {
  const others = chat.members.filter(member => !isOurs(member))
  return {
    platform: 'whatsapp',
    id: chat.id,
    type: chat.kind,
    title: chat.kind === 'group' ? chat.title : others.map(({ name }) => name).join(', '),
    userId: chat.kind === 'private' ? (others[0]?.phone ?? owner) : null,
    memberIds: others.map(({ phone }) => phone),
    labels: chat.labels,
    topics: [],
    migratedTo: null,
    lastSeq: chat.lastSeq,
    last: chat.last && lastOf(chat.last),
    whatsapp: chat,
  }
}

/** @param {MessageView} view */
function lastOf(view) {
  const { at, from, text, kind } = toMessage(view, () => undefined, nameOf)
  return { at, name: from.name, text, kind }
}

/**
 * @param {PersonView} person
 * @returns {PagePerson}
 */
function toPerson(person) {
  names.set(person.phone, person.name)
  return { platform: 'whatsapp', id: person.phone, name: person.name, handle: `+${person.phone}`, whatsapp: person }
}

/**
 * @param {PersonView} person
 * @returns {MenuEntry[]}
 */
function personEntries({ phone, online }) {
  return online
    ? [{ word: 'switchOff', act: () => api.changePerson(phone, { online: false }), danger: true }]
    : [{ word: 'switchOn', act: () => api.changePerson(phone, { online: true }) }]
}

/**
 * @param {ChatView} chat
 * @returns {MenuEntry[]}
 */
function groupEntries({ id, members, announce }) {
  const inside = members.some(isOurs)
  const by = members.find(member => !isOurs(member))?.phone ?? owner
  return [
    inside
      ? { word: 'removeNumber', act: () => api.setMember(id, owner, 'out'), danger: true }
      : { word: 'addNumber', act: () => api.setMember(id, owner, 'member') },
    { word: announce ? 'openGroup' : 'closeGroup', act: () => api.setAnnounce(id, by, !announce), danger: !announce },
  ]
}
