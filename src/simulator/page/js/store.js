/** @import { Change, ChatId, MessageId, PageChat, PageMessage, PagePerson, PersonId, Platform, PlatformName, PlatformStatus, SamplePhoto, StoreEvents } from './page-types.d.ts' */
import { platformOfChat } from './platforms/index.js'
import { telegramApi } from './platforms/telegram-api.js'

/** What the page knows: chats, people, messages of the chats that were opened, the stand-ins' states. */
class Store {
  /** @type {Map<ChatId, PageChat>} */
  chats = new Map()
  /** @type {Map<PersonId, PagePerson>} */
  people = new Map()
  /** @type {Map<ChatId, Map<string, PageMessage>>} */
  messages = new Map()
  /** @type {SamplePhoto[]} */
  photos = []
  /** @type {Map<PlatformName, PlatformStatus>} */
  statuses = new Map()
  /** The platforms that are followed live now. @type {Set<PlatformName>} */
  connected = new Set()
  #clock = { service: Date.now(), machine: performance.now(), rate: 1 }
  #events = new EventTarget()

  /**
   * Loads everything of one platform anew.
   * @param {Platform} platform
   * @returns {Promise<number>} the journal number from which to listen
   */
  async load(platform) {
    // The status comes first: it names our own number, which the chats are read with.
    const status = await platform.status()
    const [people, chats, photos] = await Promise.all([platform.people(), platform.chats(), telegramApi.photos()])
    this.setStatus(platform.name, status)
    this.#replace(this.people, platform, people)
    this.#replace(this.chats, platform, chats)
    this.photos = photos
    const opened = [...this.messages.keys()].filter(id => platformOfChat(id) === platform)
    for (const id of opened) this.messages.delete(id)
    await Promise.all(opened.filter(id => this.chats.has(id)).map(id => this.loadMessages(id)))
    this.tell('loaded', undefined)
    return status.seq
  }

  /**
   * @template {PageChat | PagePerson} Item
   * @param {Map<Item['id'], Item>} known
   * @param {Platform} platform
   * @param {readonly Item[]} items
   */
  #replace(known, { name }, items) {
    for (const [id, { platform }] of known) if (platform === name) known.delete(id)
    for (const item of items) known.set(item.id, item)
  }

  /** @param {ChatId} chatId */
  async loadMessages(chatId) {
    if (this.messages.has(chatId)) return
    /** @type {Map<string, PageMessage>} */
    const shown = new Map()
    this.messages.set(chatId, shown)
    const loaded = await platformOfChat(chatId).messages(chatId)
    // What came live while loading is newer and goes on top.
    const live = [...shown.values()]
    shown.clear()
    for (const message of [...loaded, ...live]) {
      const known = shown.get(key(message))
      if (!known || known.seq < message.seq) shown.set(key(message), message)
    }
    this.tell('messages', { chatId })
  }

  /**
   * @param {PlatformName} name
   * @param {PlatformStatus} status
   */
  setStatus(name, status) {
    this.statuses.set(name, status)
    this.#clock = { service: status.serviceNow, machine: performance.now(), rate: status.rate }
    this.tell('status', undefined)
  }

  get rate() {
    return this.#clock.rate
  }

  /** Service time now, in ms. */
  serviceNow() {
    const { service, machine, rate } = this.#clock
    return service + (performance.now() - machine) * rate
  }

  /**
   * The journal's last number in the world of a chat.
   * @param {ChatId} chatId
   */
  worldSeq(chatId) {
    const chat = this.chats.get(chatId)
    return (chat && this.statuses.get(chat.platform)?.seq) ?? 0
  }

  /**
   * @param {PlatformName} name
   * @param {boolean} connected
   */
  setConnected(name, connected) {
    if (connected) this.connected.add(name)
    else this.connected.delete(name)
    this.tell('status', undefined)
  }

  /**
   * Takes one journal entry in.
   * @param {Platform} platform
   * @param {unknown} entry
   */
  apply(platform, entry) {
    const known = (/** @type {ChatId} */ chatId, /** @type {MessageId} */ messageId) =>
      this.messages.get(chatId)?.get(key({ chatId, messageId }))
    for (const change of platform.read(entry, known)) this.#take(change)
  }

  /** @param {Change} change */
  #take(change) {
    switch (change.kind) {
      case 'message':
        this.#put(change.message)
        if (change.fresh) this.tell('news', change.message)
        break
      case 'deleted':
        this.messages.get(change.chatId)?.delete(key(change))
        this.tell('messages', { chatId: change.chatId })
        break
      case 'chat':
        this.chats.set(change.chat.id, change.chat)
        this.tell('chats', { chatId: change.chat.id })
        if (change.migrated) this.tell('moved', change.chat)
        break
      case 'person':
        this.people.set(change.person.id, change.person)
        this.tell('chats', {})
        break
      case 'fault':
        this.tell('fault', undefined)
    }
  }

  /** @param {PageMessage} message */
  #put(message) {
    const { chatId, at, from, text, kind, seq } = message
    const chat = this.chats.get(chatId)
    this.messages.get(chatId)?.set(key(message), message)
    if (chat) {
      const older = kind === 'service' || (chat.last !== null && chat.last.at > at)
      const last = older ? chat.last : { at, name: from.name, text, kind }
      this.chats.set(chatId, { ...chat, last, lastSeq: Math.max(chat.lastSeq, seq) })
    }
    this.tell('messages', { chatId, message })
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

/** A supergroup shows what was written while it was a group, with numbers of its own. @param {{ chatId: ChatId, messageId: MessageId }} message */
export const key = message => `${message.chatId}/${message.messageId}`

export const store = new Store()
