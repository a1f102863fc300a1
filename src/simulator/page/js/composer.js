/** @import { ChatId, Notify, PageMessage, SayWish } from './page-types.d.ts' */
import { createAttachments } from './attachments.js'
import { isClosed } from './chat-words.js'
import { h, sentenceOf } from './dom.js'
import { t } from './i18n.js'
import { oneLine } from './media.js'
import { memory } from './memory.js'
import { personOf, personOfPrivate, personsIn } from './persons.js'
import { platformOf } from './platforms/index.js'
import { store } from './store.js'

/** Highest writing box, in px. */
const HIGHEST = 132

/** Where a person writes: reply line, attachments, text, who writes. */
export class Composer {
  /**
   * @param {ChatId} chatId
   * @param {Notify} notify shows a toast in the phone
   * @param {() => number | undefined} topicOf
   */
  constructor(chatId, notify, topicOf) {
    this.chatId = chatId
    this.notify = notify
    this.topicOf = topicOf
    /** @type {PageMessage | undefined} */
    this.replyTo = undefined
    this.text = h('textarea', { rows: 1, placeholder: t('write'), 'aria-label': t('write'), maxlength: 20_000 })
    this.replyLine = h('div', { class: 'reply-line', hidden: true })
    this.attachments = createAttachments(content => this.attach(content))
    this.who = h('select', { 'aria-label': t('as') })
    this.entry = h(
      'div',
      { class: 'entry' },
      round('📎', 'attach', () => {
        this.attachments.hidden = !this.attachments.hidden
      }),
      this.text,
      round('➤', 'send', () => void this.sendText()),
    )
    this.identity = h('label', { class: 'identity' }, h('span', {}, t('as')), this.who)
    this.start = h('button', { type: 'button', class: 'start-button', hidden: true })
    this.element = h(
      'footer',
      { class: 'composer' },
      this.replyLine,
      this.attachments,
      this.entry,
      this.identity,
      this.start,
    )
    this.#listen()
  }

  #listen() {
    this.text.addEventListener('input', () => this.#grow())
    this.text.addEventListener('keydown', event => {
      if (event.key === 'Escape') this.setReply(undefined)
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
      event.preventDefault()
      void this.sendText()
    })
    this.who.addEventListener('change', () => {
      memory.setPersonIn(this.chatId, this.#chosen())
      store.tell('person', { chatId: this.chatId })
    })
    this.start.addEventListener('click', () => {
      platformOf({ platform: 'telegram' })
        .openPrivate(this.chatId)
        .catch(error => this.notify(sentenceOf(error), 'trouble'))
    })
  }

  /**
   * Opens the reply line for a message, or closes it. `asked`: the bot itself asked for the reply.
   * @param {PageMessage | undefined} message
   * @param {boolean} [asked]
   */
  setReply(message, asked = false) {
    this.replyTo = message
    this.replyLine.hidden = message === undefined
    this.text.placeholder = message?.forceReply?.placeholder ?? t('write')
    if (!message) return
    const title = asked ? t('askedReply') : `${t('replyTo')} ${message.from.name}`
    const cancel = () => this.setReply(undefined)
    this.replyLine.replaceChildren(
      h('span', { class: 'bar' }),
      h('div', {}, h('b', {}, title), h('span', {}, oneLine(message.text, message.kind))),
      h('button', { type: 'button', 'aria-label': t('cancel'), title: t('cancel'), onclick: cancel }, '✕'),
    )
    // A forced reply in one phone must not take the keyboard from someone who writes in another.
    if (!asked || document.activeElement === document.body) this.text.focus({ preventScroll: true })
  }

  closeAttachments() {
    this.attachments.hidden = true
  }

  /** People of WhatsApp have words for ids, those of Telegram numbers. */
  #chosen() {
    const { value } = this.who
    return store.people.has(value) || value === 'anonymous' ? value : Number(value)
  }

  async sendText() {
    const { value } = this.text
    if (value.trim() === '') return
    this.text.value = ''
    this.#grow()
    if (!(await this.#say({ text: value }))) this.text.value = value
  }

  /** @param {Pick<SayWish, 'photo' | 'location'>} content */
  async attach(content) {
    this.attachments.hidden = true
    const caption = content.photo === undefined ? '' : this.text.value.trim()
    const sent = await this.#say(caption === '' ? content : { ...content, caption })
    if (sent && caption !== '') this.text.value = ''
  }

  /**
   * @param {Omit<SayWish, 'as'>} content
   * @returns {Promise<boolean>} whether it was sent
   */
  async #say(content) {
    const chat = store.chats.get(this.chatId)
    const person = personOf(chat)
    if (!chat || person === undefined) {
      this.notify(t('noPerson'), 'trouble')
      return false
    }
    const topic = this.topicOf()
    /** @type {SayWish['as']} */
    const as = person === 'anonymous' ? { anonymous: true } : person
    const reply = this.replyTo ? { replyTo: this.replyTo.messageId } : {}
    try {
      const wish = { as, ...content, ...reply, ...(topic ? { topic } : {}) }
      const note = await platformOf(chat).say(this.chatId, wish)
      if (note !== undefined) this.notify(t(note), 'quiet')
      this.setReply(undefined)
      return true
    } catch (error) {
      this.notify(sentenceOf(error), 'trouble')
      return false
    }
  }

  #grow() {
    this.text.style.setProperty('height', 'auto')
    this.text.style.setProperty('height', `${Math.min(this.text.scrollHeight, HIGHEST)}px`)
  }

  /** Brings people, right to write and start button up to date. */
  refresh() {
    const chat = store.chats.get(this.chatId)
    if (!chat) return
    const options = personsIn(chat).map(user => h('option', { value: user.id }, user.name))
    if (chat.type === 'supergroup') options.push(h('option', { value: 'anonymous' }, t('anonymousAdmin')))
    if (options.length === 0) options.push(h('option', {}, t('noPerson')))
    this.who.replaceChildren(...options)
    this.who.value = String(personOf(chat) ?? '')
    const closed = isClosed(chat)
    const user = personOfPrivate(chat)?.telegram
    const mustStart = user !== undefined && (!user.started || user.blockedBot)
    this.entry.hidden = closed || mustStart
    this.identity.hidden = closed || chat.userId !== null
    this.start.hidden = closed || !mustStart
    this.start.textContent = user?.blockedBot ? t('unblock') : t('start')
  }
}

/**
 * @param {string} sign
 * @param {'attach' | 'send'} word
 * @param {() => void} act
 */
function round(sign, word, act) {
  return h(
    'button',
    { type: 'button', class: `round ${word}`, title: t(word), 'aria-label': t(word), onclick: act },
    sign,
  )
}
