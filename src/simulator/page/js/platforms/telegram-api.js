/** @import { ChatView, FaultRule, FaultView, MessageHistory, PressOutcome, SentByPerson, StandInStatus, UserView } from '../../../telegram/contract.ts' */
/** @import { SamplePhoto } from '../page-types.d.ts' */

import { caller } from './call.js'

const call = caller('/sim/api')

/**
 * @param {number} id
 * @param {string} rest
 */
const chat = (id, rest) => `/chats/${id}${rest}`

/** The control API of the stand-in of Telegram. */
export const telegramApi = {
  /** @returns {Promise<StandInStatus>} */
  status: () => call('GET', '/status'),
  /** @returns {Promise<UserView[]>} */
  users: () => call('GET', '/users'),
  /** @returns {Promise<ChatView[]>} */
  chats: () => call('GET', '/chats'),
  /** @returns {Promise<SamplePhoto[]>} */
  photos: () => call('GET', '/photos'),
  /** @type {(id: number) => Promise<MessageHistory[]>} */
  messages: id => call('GET', chat(id, '/messages?limit=150')),
  /** @type {(user: object) => Promise<UserView>} */
  createUser: user => call('POST', '/users', user),
  /** @type {(wish: object) => Promise<ChatView>} */
  createChat: wish => call('POST', '/chats', wish),
  /** @type {(user: number, payload?: string | null) => Promise<SentByPerson & { chat: ChatView }>} */
  start: (user, payload) => call('POST', `/users/${user}/start`, payload ? { payload } : {}),
  /** @type {(user: number, value: boolean) => Promise<UserView>} */
  block: (user, value) => call('POST', `/users/${user}/blocked`, { value }),
  /** @type {(user: number, value: boolean) => Promise<UserView>} */
  deactivate: (user, value) => call('POST', `/users/${user}/deactivated`, { value }),
  /** @type {(id: number, wish: object) => Promise<SentByPerson>} */
  say: (id, wish) => call('POST', chat(id, '/say'), wish),
  /** @type {(id: number, wish: object) => Promise<PressOutcome>} */
  press: (id, wish) => call('POST', chat(id, '/press'), { wait: 10, ...wish }),
  /** @type {(id: number, status: string) => Promise<ChatView>} */
  setBot: (id, status) => call('POST', chat(id, '/bot'), { status }),
  /** @type {(id: number, announce: 'before' | 'after') => Promise<ChatView>} */
  migrate: (id, announce) => call('POST', chat(id, '/migrate'), { announce }),
  /** @type {(id: number) => Promise<ChatView>} */
  deleteGroup: id => call('DELETE', chat(id, '')),
  /** @returns {Promise<FaultView[]>} */
  faults: () => call('GET', '/faults'),
  /** @type {(rule: FaultRule) => Promise<FaultView>} */
  addFault: rule => call('POST', '/faults', rule),
  /** @type {(id: number) => Promise<void>} */
  removeFault: id => call('DELETE', `/faults/${id}`),
  /** @returns {Promise<void>} */
  clearFaults: () => call('DELETE', '/faults'),
  /** @type {(what: 'duplicate' | 'reorder' | 'release', body?: object) => Promise<void>} */
  updates: (what, body = {}) => call('POST', `/updates/${what}`, body),
  /** @returns {Promise<void>} */
  expirePresses: () => call('POST', '/presses/expire', {}),
}
