/** @import { ChatId, PageChat, PageMessage } from './page-types.d.ts' */
import { h } from './dom.js'
import { t } from './i18n.js'
import { memory } from './memory.js'
import { Phone } from './phone.js'
import { store } from './store.js'

/** Width of one phone with its gap, in px; see css/phone.css. */
const PHONE_WIDTH = 364
/** How long a phone that was called up stays lit, in ms. */
const CALLED_MS = 900

/** The phones side by side. */
export class Phones {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root
    /** @type {Map<ChatId, Phone>} */
    this.open = new Map()
    this.hint = h('p', { class: 'pick' })
  }

  /** Opens what was open last time, or as many groups as fit. */
  async restore() {
    for (const id of [...this.open.keys()]) if (!store.chats.has(id)) this.closePhone(id, false)
    const remembered = memory.openChats().filter(id => store.chats.has(id))
    for (const id of remembered.length > 0 ? remembered : this.#firstChoice()) await this.openPhone(id, false)
    this.refreshAll()
    this.drawHint()
  }

  #firstChoice() {
    const room = Math.max(1, Math.floor(this.root.clientWidth / PHONE_WIDTH))
    const groups = [...store.chats.values()].filter(chat => chat.migratedTo === null && chat.userId === null)
    return groups
      .sort((a, b) => b.lastSeq - a.lastSeq)
      .slice(0, room)
      .map(chat => chat.id)
  }

  /** @param {ChatId} chatId */
  isOpen(chatId) {
    return this.open.has(chatId)
  }

  /**
   * @param {ChatId} chatId
   * @param {boolean} [focus] scrolls to the phone and lights it
   */
  async openPhone(chatId, focus = true) {
    const phone = this.open.get(chatId) ?? (await this.#add(chatId))
    if (!focus) return
    phone.element.scrollIntoView({ inline: 'center', block: 'nearest', behavior: 'smooth' })
    phone.element.classList.add('called')
    setTimeout(() => phone.element.classList.remove('called'), CALLED_MS)
    phone.markRead()
  }

  /** @param {ChatId} chatId */
  async #add(chatId) {
    const phone = new Phone(chatId, () => this.closePhone(chatId))
    this.open.set(chatId, phone)
    this.root.append(phone.element)
    this.drawHint()
    this.#remember()
    await phone.open()
    return phone
  }

  /**
   * @param {ChatId} chatId
   * @param {boolean} [remember]
   */
  closePhone(chatId, remember = true) {
    this.open.get(chatId)?.element.remove()
    this.open.delete(chatId)
    if (remember) this.#remember()
    this.drawHint()
    store.tell('read', { chatId })
  }

  closeAll() {
    for (const id of [...this.open.keys()]) this.closePhone(id)
  }

  /** @param {ChatId[]} ids */
  async openAll(ids) {
    for (const id of ids) await this.openPhone(id, false)
  }

  /**
   * A group that became a supergroup goes on in the same place.
   * @param {PageChat} chat
   */
  async follow(chat) {
    const phone = this.open.get(chat.id)
    if (chat.migratedTo === null || !phone) return
    const place = phone.element.nextSibling
    this.closePhone(chat.id)
    await this.openPhone(chat.migratedTo, false)
    const moved = this.open.get(chat.migratedTo)
    if (!moved) return
    this.root.insertBefore(moved.element, place)
    moved.list.toBottom()
  }

  /** @param {{ chatId: ChatId, message?: PageMessage }} change */
  changed({ chatId, message }) {
    const phone = this.open.get(chatId)
    if (phone) {
      phone.drawMessages()
      if (message) phone.asked(message)
      return
    }
    const hasRoom = (this.open.size + 1) * PHONE_WIDTH <= this.root.clientWidth
    if (message?.from.isBot && hasRoom && store.chats.get(chatId)?.migratedTo === null) {
      void this.openPhone(chatId, false)
    }
  }

  /** @param {ChatId} [chatId] */
  refresh(chatId) {
    if (chatId === undefined) this.refreshAll()
    else this.open.get(chatId)?.refresh()
  }

  refreshAll() {
    for (const phone of this.open.values()) {
      phone.refresh()
      phone.drawMessages()
    }
  }

  drawHint() {
    this.hint.textContent = store.chats.size === 0 ? t('noChatsHint') : t('pickChat')
    if (this.open.size === 0) this.root.append(this.hint)
    else this.hint.remove()
  }

  #remember() {
    memory.setOpenChats([...this.open.keys()])
  }
}
