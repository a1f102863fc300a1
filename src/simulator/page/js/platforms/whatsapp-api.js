/** @import { ChatView, FaultRule, FaultView, MessageView, PersonView, StandInStatus } from '../../../whatsapp/contract.ts' */
import { caller } from './call.js'

const call = caller('/sim/whatsapp/api')

/**
 * @param {string} id
 * @param {string} rest
 */
const chat = (id, rest) => `/chats/${encodeURIComponent(id)}${rest}`

/** The control API of the stand-in of WhatsApp. */
export const whatsappApi = {
  /** @returns {Promise<StandInStatus>} */
  status: () => call('GET', '/status'),
  /** @returns {Promise<PersonView[]>} */
  people: () => call('GET', '/people'),
  /** @returns {Promise<ChatView[]>} */
  chats: () => call('GET', '/chats'),
  /** @type {(id: string) => Promise<MessageView[]>} */
  messages: id => call('GET', chat(id, '/messages?limit=150')),
  /** @type {(person: object) => Promise<PersonView>} */
  createPerson: person => call('POST', '/people', person),
  /** @type {(person: string, change: object) => Promise<PersonView>} */
  changePerson: (person, change) => call('PATCH', `/people/${person}`, change),
  /** @type {(wish: object) => Promise<ChatView>} */
  createGroup: wish => call('POST', '/chats', wish),
  /** @type {(person: string) => Promise<ChatView>} */
  privateChat: person => call('POST', '/chats/private', { person }),
  /** @type {(id: string, person: string, status: 'member' | 'out') => Promise<ChatView>} */
  setMember: (id, person, status) => call('POST', chat(id, '/members'), { person, status }),
  /** @type {(id: string, by: string, announce: boolean) => Promise<ChatView>} */
  setAnnounce: (id, by, announce) => call('PATCH', chat(id, ''), { by, announce }),
  /** @type {(id: string, wish: object) => Promise<MessageView>} */
  say: (id, wish) => call('POST', chat(id, '/say'), wish),
  /** @type {(id: string, message: string, as: string, emoji: string) => Promise<MessageView>} */
  react: (id, message, as, emoji) => call('POST', chat(id, `/messages/${message}/reaction`), { as, emoji }),
  /** @type {(id: string, message: string, as: string, options: readonly string[]) => Promise<MessageView>} */
  vote: (id, message, as, options) => call('POST', chat(id, `/messages/${message}/vote`), { as, options }),
  /** @type {(id: string) => Promise<void>} */
  read: id => call('POST', chat(id, '/read'), {}),
  /** @returns {Promise<FaultView[]>} */
  faults: () => call('GET', '/faults'),
  /** @type {(rule: FaultRule) => Promise<FaultView>} */
  addFault: rule => call('POST', '/faults', rule),
  /** @type {(id: number) => Promise<void>} */
  removeFault: id => call('DELETE', `/faults/${id}`),
  /** The owner's phone scans the code that is shown. @returns {Promise<void>} */
  link: () => call('POST', '/link', {}),
  /** @returns {Promise<void>} */
  unlink: () => call('POST', '/unlink', {}),
  /** @type {(what: 'reload' | 'disconnect' | 'reconnect') => Promise<void>} */
  device: what => call('POST', `/device/${what}`, {}),
}
