/** @import { ChatView, FaultRule, FaultView, MessageHistory, PressOutcome, SentByPerson, StandInStatus, UserView } from '../../contract.ts' */
/** @import { SamplePhoto } from './page-types.d.ts' */

/** A refusal of the control API: a sentence for people in `message`. */
export class Refused extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message)
    this.code = code
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
async function call(method, path, body) {
  const json = { 'content-type': 'application/json' }
  const init = body === undefined ? { method } : { method, headers: json, body: JSON.stringify(body) }
  const response = await fetch(`/sim/api${path}`, init)
  const text = await response.text()
  const value = text === '' ? undefined : JSON.parse(text)
  if (response.ok) return value
  const { code = 'failed', message = text, issues = [] } = value?.error ?? {}
  throw new Refused(code, [message, ...issues].join(' '))
}

/**
 * @param {number} id
 * @param {string} rest
 */
const chat = (id, rest) => `/chats/${id}${rest}`

export const api = {
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
