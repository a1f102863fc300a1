/** @import { ChatId, Dialogs, PageChat, PageMessage } from './page-types.d.ts' */
/** @import { Phones } from './phones.js' */
import { avatar } from './avatar.js'
import { troubleOf } from './chat-words.js'
import { h, onceAFrame } from './dom.js'
import { clockTime } from './format.js'
import { t } from './i18n.js'
import { oneLine } from './media.js'
import { memory } from './memory.js'
import { platforms } from './platforms/index.js'
import { store } from './store.js'

/** @type {Record<string, (chat: PageChat, unread: number) => boolean>} */
const FILTERS = {
  all: () => true,
  unread: (_chat, unread) => unread > 0,
  groups: chat => chat.userId === null,
  privates: chat => chat.userId !== null,
  whatsapp: chat => chat.platform === 'whatsapp',
}

/** The chats on the left: search, filters, unread counts. */
export class ChatList {
  /**
   * @param {HTMLElement} root
   * @param {Phones} phones
   * @param {Dialogs} dialogs
   */
  constructor(root, phones, dialogs) {
    this.phones = phones
    this.filter = 'all'
    this.query = ''
    /** @type {Map<ChatId, number>} */
    this.unread = new Map()
    this.draw = onceAFrame(() => this.#drawNow())
    const search = h('input', { type: 'search', placeholder: t('search'), 'aria-label': t('search') })
    search.addEventListener('input', () => {
      this.query = search.value.trim().toLowerCase()
      this.draw()
    })
    this.chips = h('div', { class: 'chips', role: 'group' })
    this.list = h('ul', { class: 'chats' })
    /**
     * @param {string} word
     * @param {string} sign
     * @param {() => void} act
     */
    const add = (word, sign, act) =>
      h('button', { type: 'button', onclick: act }, h('span', { 'aria-hidden': 'true' }, sign), t(word))
    const tools = [
      add('startPrivate', '💬', dialogs.startPrivate),
      add('newGroup', '👥', dialogs.newGroup),
      add('newPerson', '👤', dialogs.newPerson),
    ]
    root.append(search, this.chips, this.list, h('div', { class: 'add' }, ...tools))
  }

  /**
   * Counts our messages that nobody has looked at yet.
   * @param {PageMessage} message
   */
  noted({ chatId, from, kind }) {
    if (!from.isBot || kind === 'service') return
    if (this.phones.isOpen(chatId) && document.hasFocus()) return
    this.unread.set(chatId, (this.unread.get(chatId) ?? 0) + 1)
    this.draw()
  }

  /** @param {ChatId} chatId */
  read(chatId) {
    if (this.phones.isOpen(chatId)) this.unread.delete(chatId)
    this.draw()
  }

  /** After loading: a chat whose last message came after the last reading has something unread. */
  restore() {
    this.unread.clear()
    for (const chat of store.chats.values()) {
      const seen = memory.readUpTo(chat.id, store.worldSeq(chat.id))
      if (!this.phones.isOpen(chat.id) && seen > 0 && chat.lastSeq > seen) this.unread.set(chat.id, 1)
    }
    this.draw()
  }

  /** The chats that pass search and filter, the busiest first. */
  visible() {
    return [...store.chats.values()]
      .filter(chat => chat.migratedTo === null)
      .filter(chat => FILTERS[this.filter]?.(chat, this.unread.get(chat.id) ?? 0))
      .filter(chat => [chat.title, ...chat.labels].join(' ').toLowerCase().includes(this.query))
      .sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0) || b.lastSeq - a.lastSeq || a.title.localeCompare(b.title))
  }

  #drawNow() {
    const chats = this.visible()
    const filters = Object.keys(FILTERS).filter(name => name !== 'whatsapp' || platforms.length > 1)
    this.chips.replaceChildren(...filters.map(name => this.#chip(name)))
    this.list.replaceChildren(...chats.map(chat => this.#entry(chat)))
    if (store.chats.size === 0) {
      this.list.append(h('li', { class: 'none' }, h('b', {}, t('noChats')), t('noChatsHint')))
    } else if (chats.length === 0) this.list.append(h('li', { class: 'none' }, t('noMatch')))
  }

  /** @param {string} name */
  #chip(name) {
    const chosen = this.filter === name
    const choose = () => {
      this.filter = name
      this.draw()
    }
    const count = name === 'unread' && this.unread.size > 0 && h('span', { class: 'count' }, String(this.unread.size))
    const marks = { class: chosen ? 'chosen' : undefined, 'aria-pressed': String(chosen) }
    return h('button', { type: 'button', ...marks, onclick: choose }, t(name), count)
  }

  /** @param {PageChat} chat */
  #entry(chat) {
    const unread = this.unread.get(chat.id) ?? 0
    const trouble = troubleOf(chat)
    const marks = [this.phones.isOpen(chat.id) && 'open', unread > 0 && 'unread', trouble && 'down']
    const last = chat.last ? `${chat.last.name}: ${oneLine(chat.last.text, chat.last.kind)}` : t('noMessages')
    const lines = h(
      'span',
      { class: 'lines' },
      h('span', { class: 'first' }, h('b', {}, chat.title), chat.last && h('time', {}, clockTime(chat.last.at))),
      h(
        'span',
        { class: 'second' },
        h('span', {}, trouble ?? last),
        unread > 0 && h('span', { class: 'count' }, String(unread)),
      ),
    )
    const open = () => void this.phones.openPhone(chat.id)
    const button = h('button', { type: 'button', dataset: { chat: chat.id }, onclick: open }, avatar(chat), lines)
    return h('li', { class: marks.filter(Boolean).join(' ') }, button)
  }
}
