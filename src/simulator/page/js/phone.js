/** @import { PressOutcome, ShownButton } from '../../telegram/contract.ts' */
/** @import { Actor, ChatId, MessageActions, Notify, PageChat, PageMessage, PersonId, Platform } from './page-types.d.ts' */
import { alertBox, toast } from './answers.js'
import { avatar } from './avatar.js'
import { subtitle, troubleOf } from './chat-words.js'
import { Composer } from './composer.js'
import { historyDialog } from './dialogs.js'
import { h, sentenceOf } from './dom.js'
import { t } from './i18n.js'
import { memory } from './memory.js'
import { MessageList } from './message-list.js'
import { ownBot } from './own-sides.js'
import { personOf } from './persons.js'
import { phoneMenu } from './phone-menu.js'
import { platformOf, platformOfChat } from './platforms/index.js'
import { telegramApi } from './platforms/telegram-api.js'
import { key, store } from './store.js'

/** One chat as a phone. */
export class Phone {
  /**
   * @param {ChatId} chatId
   * @param {() => void} close
   */
  constructor(chatId, close) {
    this.chatId = chatId
    this.close = close
    /** @type {number | undefined} */
    this.topic = undefined
    /** The journal number up to which the platform knows that the chat was seen. */
    this.seenSeq = 0
    /** Messages whose forced reply was already offered. */
    this.askedFor = new Set()
    this.screen = h('div', { class: 'screen' })
    /** @type {Notify} */
    this.notify = (text, tone = 'answer') => toast(this.screen, text, tone)
    this.list = new MessageList(this.screen, this.#actions(), memory.readUpTo(chatId, store.worldSeq(chatId)))
    this.head = h('header', { class: 'phone-head' })
    this.topics = h('div', { class: 'topics', hidden: true })
    this.composer = new Composer(chatId, this.notify, () => this.topic)
    const parts = [this.head, this.topics, this.screen, this.composer.element]
    this.element = h('section', { class: `phone ${platformOfChat(chatId).name}`, dataset: { chat: chatId } }, ...parts)
    // Not before the click is over: ticks that change would put a new message under the pointer.
    this.element.addEventListener('click', () => this.markRead(), { capture: true })
    this.screen.addEventListener('pointerdown', () => this.composer.closeAttachments())
  }

  /** @returns {PageChat | undefined} */
  get chat() {
    return store.chats.get(this.chatId)
  }

  async open() {
    await store.loadMessages(this.chatId)
    this.refresh()
    this.drawMessages()
    this.list.toBottom()
    const newest = [...(store.messages.get(this.chatId)?.values() ?? [])].at(-1)
    if (newest) this.asked(newest)
  }

  /** Redraws the head and the composer: who, what state, which topics. */
  refresh() {
    const { chat } = this
    if (!chat) return
    const trouble = troubleOf(chat)
    const name = h('b', { title: chat.title }, chat.title)
    const parts = [
      avatar(chat),
      h('div', { class: 'who' }, name, h('span', { class: 'sub', title: subtitle(chat) }, subtitle(chat))),
      icon('⋮', 'menu', event => this.#toggleMenu(event)),
      icon('✕', 'closePhone', this.close),
    ]
    this.head.replaceChildren(...parts, ...(trouble ? [h('div', { class: 'trouble' }, trouble)] : []))
    this.#drawTopics(chat)
    this.composer.refresh()
  }

  /** @param {PageChat} chat */
  #drawTopics(chat) {
    this.topics.hidden = chat.topics.length === 0
    /**
     * @param {number | undefined} id
     * @param {string} name
     */
    const chip = (id, name) => {
      const choose = () => {
        this.topic = id
        this.refresh()
        this.drawMessages()
        this.list.toBottom()
      }
      return h('button', { type: 'button', class: this.topic === id ? 'chosen' : undefined, onclick: choose }, name)
    }
    const chips = chat.topics.map(topic => chip(topic.id, `# ${topic.name}`))
    this.topics.replaceChildren(chip(undefined, t('allTopics')), ...chips)
  }

  drawMessages() {
    const all = [...(store.messages.get(this.chatId)?.values() ?? [])]
    const shown = all.filter(message => this.topic === undefined || message.topicId === this.topic)
    this.list.draw(shown, personOf(this.chat))
  }

  /** @returns {MessageActions} */
  #actions() {
    return {
      press: (message, button, element) => void this.press(message, button, element),
      reply: message => this.composer.setReply(message),
      react: (message, emoji) => void this.#asPerson((as, { react }) => react?.(message, as, emoji)),
      vote: (message, option) =>
        void this.#asPerson((as, { vote }) => vote?.(message, as, choice(message, as, option))),
      showHistory: historyDialog,
      jump: messageId => this.list.jump(messageId),
    }
  }

  /**
   * Does what only WhatsApp's people can.
   * @param {(as: PersonId, platform: Platform) => Promise<unknown> | undefined} act
   */
  async #asPerson(act) {
    const { chat } = this
    const person = personOf(chat)
    if (!chat || person === undefined) {
      this.notify(t('noPerson'), 'trouble')
      return
    }
    try {
      await act(person, platformOf(chat))
    } catch (error) {
      this.notify(sentenceOf(error), 'trouble')
    }
  }

  /**
   * @param {PageMessage} message
   * @param {ShownButton} button
   * @param {HTMLElement} element
   */
  async press(message, button, element) {
    const person = personOf(this.chat)
    if (button.url !== undefined) {
      await this.openLink(button.url, person)
      return
    }
    if (typeof person !== 'number') {
      this.notify(t('noPerson'), 'trouble')
      return
    }
    element.classList.add('waiting')
    try {
      const wish = { as: person, message: message.messageId, data: button.data }
      this.#showAnswer(await telegramApi.press(Number(message.chatId), wish), person)
    } catch (error) {
      this.notify(sentenceOf(error), 'trouble')
    } finally {
      element.classList.remove('waiting')
    }
  }

  /**
   * @param {PressOutcome} answer
   * @param {Actor} person
   */
  #showAnswer(answer, person) {
    if (answer.status === 'unanswered') this.notify(t('noAnswer'), 'trouble')
    else if (answer.url !== null) void this.openLink(answer.url, person)
    else if (answer.text === null) this.notify(t('answeredQuietly'), 'quiet')
    else if (answer.alert) alertBox(this.screen, ownBot()?.name ?? 'Bot', answer.text)
    else this.notify(answer.text)
  }

  /**
   * A deep link to the bot starts the private chat of whoever pressed it; other links open a new tab.
   * @param {string} address
   * @param {Actor} person
   */
  async openLink(address, person) {
    const url = new URL(address)
    const bot = ownBot()?.username.toLowerCase()
    if (url.hostname !== 't.me' || url.pathname.slice(1).toLowerCase() !== bot || typeof person !== 'number') {
      window.open(address, '_blank', 'noopener')
      return
    }
    try {
      const { chat } = await telegramApi.start(person, url.searchParams.get('start'))
      store.tell('open', { chatId: chat.id })
    } catch (error) {
      this.notify(sentenceOf(error), 'trouble')
    }
  }

  /**
   * A forced reply opens the reply box of the person it asks, once.
   * @param {PageMessage} message
   */
  asked(message) {
    if (!message.forceReply || this.askedFor.has(key(message))) return
    this.askedFor.add(key(message))
    const { forUserIds } = message.forceReply
    const me = personOf(this.chat)
    if (forUserIds.length === 0 || (typeof me === 'number' && forUserIds.includes(me)))
      this.composer.setReply(message, true)
  }

  /** @param {Event} event */
  #toggleMenu(event) {
    event.stopPropagation()
    const old = this.element.querySelector('.phone-menu')
    old?.remove()
    if (old || !this.chat) return
    const menu = phoneMenu(this.chat, this.notify, () => menu.remove())
    this.element.append(menu)
    document.addEventListener('click', () => menu.remove(), { once: true })
  }

  markRead() {
    const { chat, chatId } = this
    const lastSeq = chat?.lastSeq ?? 0
    memory.markRead(chatId, Math.max(lastSeq, store.worldSeq(chatId)))
    if (chat && lastSeq > this.seenSeq) void platformOf(chat).seen?.(chatId)
    this.seenSeq = lastSeq
    store.tell('read', { chatId: this.chatId })
  }
}

/**
 * The options of a poll that a person has chosen after a click: the same one again withdraws it.
 * @param {PageMessage} message
 * @param {PersonId} person
 * @param {string} clicked
 */
function choice({ poll }, person, clicked) {
  const chosen = (poll?.options ?? []).filter(({ voters }) => voters.some(({ id }) => id === person))
  const before = chosen.map(({ text }) => text)
  if (before.includes(clicked)) return before.filter(text => text !== clicked)
  return poll?.single ? [clicked] : [...before, clicked]
}

/**
 * @param {string} sign
 * @param {string} word
 * @param {(event: Event) => void} act
 */
function icon(sign, word, act) {
  return h('button', { type: 'button', class: 'icon', title: t(word), 'aria-label': t(word), onclick: act }, sign)
}
