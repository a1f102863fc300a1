/** @import { Actor, MessageActions, MessageId, PageMessage } from './page-types.d.ts' */
import { h } from './dom.js'
import { dayName } from './format.js'
import { t } from './i18n.js'
import { messageElement } from './message.js'
import { ownBot } from './own-sides.js'
import { key } from './store.js'

/** Distance from the bottom, in px, within which new messages keep the list at its end. */
const NEAR_BOTTOM = 60
/** How long a message that was jumped to stays lit, in ms. */
const FLASH_MS = 1_200

/** The scrolling messages of one phone. */
export class MessageList {
  /**
   * @param {HTMLElement} screen
   * @param {MessageActions} actions
   * @param {number} readUpTo the journal number up to which the chat was read; 0 marks nothing as new
   */
  constructor(screen, actions, readUpTo) {
    this.actions = actions
    this.readUpTo = readUpTo
    /** @type {Map<string, { stamp: string, element: HTMLElement }>} */
    this.drawn = new Map()
    this.list = h('div', { class: 'messages', tabindex: 0 })
    const toBottom = () => this.toBottom()
    const label = { title: t('scrollDown'), 'aria-label': t('scrollDown') }
    this.down = h('button', { type: 'button', class: 'to-bottom', hidden: true, ...label, onclick: toBottom }, '⌄')
    this.sticks = true
    this.list.addEventListener('scroll', () => {
      this.sticks = this.#isAtBottom()
      this.down.hidden = this.sticks
    })
    // A reply line or a taller writing box takes room: the newest message stays in view.
    new ResizeObserver(() => this.sticks && this.toBottom()).observe(this.list)
    screen.append(this.list, this.down)
  }

  /**
   * Puts new and changed messages in place; unchanged ones keep their elements.
   * @param {readonly PageMessage[]} messages
   * @param {Actor} me
   */
  draw(messages, me) {
    const wasAtBottom = this.sticks
    /** @type {HTMLElement[]} */
    const children = []
    let day = ''
    let marked = false
    for (const message of messages) {
      const name = dayName(message.at)
      if (name !== day) children.push(separator('day', name))
      day = name
      if (!marked && this.#isFresh(message)) {
        children.push(separator('fresh', t('newMessages')))
        marked = true
      }
      children.push(this.#elementOf(message, me))
    }
    if (messages.length === 0) children.push(h('p', { class: 'empty' }, t('noMessages')))
    const scroll = this.list.scrollTop
    this.list.replaceChildren(...children)
    this.list.scrollTop = scroll
    if (wasAtBottom) this.toBottom()
    else this.down.hidden = this.#isAtBottom()
  }

  /** @param {PageMessage} message */
  #isFresh({ from, kind, edits, reactions = [], seq }) {
    const unchanged = edits === 0 && reactions.length === 0
    return this.readUpTo > 0 && from.isBot && kind !== 'service' && unchanged && seq > this.readUpTo
  }

  /**
   * @param {PageMessage} message
   * @param {Actor} me
   */
  #elementOf(message, me) {
    const { from } = message
    const anonymous = from.isBot && from.id !== ownBot()?.id
    const own = me === 'anonymous' ? anonymous : from.id === me
    const stamp = `${message.seq}/${message.ticks}/${me === undefined ? '' : me}`
    const known = this.drawn.get(key(message))
    if (known?.stamp === stamp) return known.element
    const element = messageElement(message, own, me, this.actions)
    this.drawn.set(key(message), { stamp, element })
    return element
  }

  /** @param {MessageId} messageId */
  jump(messageId) {
    const target = this.list.querySelector(`[data-message="${messageId}"]`)
    target?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    target?.classList.add('flash')
    setTimeout(() => target?.classList.remove('flash'), FLASH_MS)
  }

  toBottom() {
    this.sticks = true
    this.list.scrollTop = this.list.scrollHeight
    this.down.hidden = true
  }

  #isAtBottom() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_BOTTOM
  }
}

/**
 * @param {'day' | 'fresh'} kind
 * @param {string} text
 */
function separator(kind, text) {
  return h('div', { class: `separator ${kind}` }, h('span', {}, text))
}
