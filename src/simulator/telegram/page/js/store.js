/** @import { ChatView, JournalEntry, MessageView, ShownVersion, StandInStatus, UserView } from '../../contract.ts' */
/** @import { PageMessage, SamplePhoto, StoreEvents } from './page-types.d.ts' */
import { api } from './api.js'

/** What the page knows: chats, people, messages of the chats that were opened, the stand-in's state. */
class Store {
  /** @type {Map<number, ChatView>} */
  chats = new Map()
  /** @type {Map<number, UserView>} */
  users = new Map()
  /** @type {Map<number, Map<string, PageMessage>>} */
  messages = new Map()
  /** @type {SamplePhoto[]} */
  photos = []
  /** @type {StandInStatus | undefined} */
  status = undefined
  connected = false
  #clock = { service: Date.now(), machine: performance.now(), rate: 1 }
  #events = new EventTarget()

  /** Loads everything anew. @returns the journal number from which to listen */
  async load() {
    const [status, users, chats, photos] = await Promise.all([api.status(), api.users(), api.chats(), api.photos()])
    this.setStatus(status)
    this.users = new Map(users.map(user => [user.id, user]))
    this.chats = new Map(chats.map(chat => [chat.id, chat]))
    this.photos = photos
    const opened = [...this.messages.keys()]
    this.messages.clear()
    await Promise.all(opened.filter(id => this.chats.has(id)).map(id => this.loadMessages(id)))
    this.tell('loaded', undefined)
    return status.seq
  }

  /** @param {number} chatId */
  async loadMessages(chatId) {
    if (this.messages.has(chatId)) return
    /** @type {Map<string, PageMessage>} */
    const shown = new Map()
    this.messages.set(chatId, shown)
    const loaded = await api.messages(chatId)
    // What came live while loading is newer and goes on top.
    const live = [...shown.values()]
    shown.clear()
    for (const message of [...loaded, ...live]) {
      const known = shown.get(key(message))
      if (!known || known.seq < message.seq) shown.set(key(message), message)
    }
    this.tell('messages', { chatId })
  }

  /** @param {StandInStatus} status */
  setStatus(status) {
    this.status = status
    this.#clock = { service: status.serviceNow, machine: performance.now(), rate: status.rate }
    this.tell('status', undefined)
  }

  /** Service time now, in ms. */
  serviceNow() {
    const { service, machine, rate } = this.#clock
    return service + (performance.now() - machine) * rate
  }

  /** @param {boolean} connected */
  setConnected(connected) {
    this.connected = connected
    this.tell('status', undefined)
  }

  /**
   * Takes one journal entry in.
   * @param {JournalEntry} entry
   */
  apply(entry) {
    switch (entry.kind) {
      case 'message':
        this.#put(entry.message, [versionOf(entry.message)])
        break
      case 'edit': {
        const known = this.messages.get(entry.chatId)?.get(key(entry.message))
        this.#put(entry.message, [...(known?.versions ?? [entry.before]), versionOf(entry.message)])
        break
      }
      case 'delete':
        this.messages.get(entry.chatId)?.delete(key(entry))
        this.tell('messages', { chatId: entry.chatId })
        break
      case 'chat':
        this.chats.set(entry.chatId, entry.chat)
        this.tell('chats', { chatId: entry.chatId })
        break
      case 'user':
        this.users.set(entry.userId, entry.user)
        this.tell('chats', {})
    }
    this.tell('entry', entry)
  }

  /**
   * @param {MessageView} message
   * @param {ShownVersion[]} versions
   */
  #put(message, versions) {
    const { chatId, at, from, text, kind, seq } = message
    const chat = this.chats.get(chatId)
    const known = this.messages.get(chatId)
    const full = { ...message, versions }
    known?.set(key(message), full)
    if (chat) {
      const last = kind === 'service' ? chat.last : { at, name: from.name, text, kind }
      this.chats.set(chatId, { ...chat, last, lastSeq: Math.max(chat.lastSeq, seq) })
    }
    this.tell('messages', { chatId, message: full })
  }

  /**
   * @template {keyof StoreEvents} Name
   * @param {Name} type
   * @param {StoreEvents[Name]} detail
   */
  tell(type, detail) {
    this.#events.dispatchEvent(new CustomEvent(type, { detail }))
  }

  /**
   * @template {keyof StoreEvents} Name
   * @param {Name} type
   * @param {(detail: StoreEvents[Name]) => void} listener
   */
  on(type, listener) {
    this.#events.addEventListener(type, event => {
      if (event instanceof CustomEvent) listener(event.detail)
    })
  }
}

/** @param {{ chatId: number, messageId: number }} message */
export const key = message => `${message.chatId}/${message.messageId}`

/**
 * @param {MessageView} message
 * @returns {ShownVersion}
 */
const versionOf = message => ({
  at: message.editedAt ?? message.at,
  text: message.text,
  entities: message.entities,
  buttons: message.buttons,
})

export const store = new Store()
