/** @import { ShownButton } from '../../telegram/contract.ts' */
/** @import { Actor, MessageActions, PageMessage } from './page-types.d.ts' */
import { h } from './dom.js'
import { formatted } from './entities.js'
import { clockTime, colourOf, exactTime } from './format.js'
import { t } from './i18n.js'
import { media } from './media.js'
import { poll, reactionButton, reactions, ticks } from './whatsapp-parts.js'

/**
 * One message as a bubble with its keyboard.
 * @param {PageMessage} message
 * @param {boolean} own
 * @param {Actor} me
 * @param {MessageActions} act
 * @returns {HTMLElement}
 */
export function messageElement(message, own, me, act) {
  const dataset = { message: message.messageId, chat: message.chatId }
  if (message.kind === 'service') return h('div', { class: 'service', dataset }, h('span', {}, message.text))
  const side = own ? ' own' : ''
  const reply = () => act.reply(message)
  return h(
    'article',
    { class: `message${side}${message.from.isBot ? ' by-bot' : ''}`, dataset },
    h(
      'div',
      { class: 'bubble', [message.reactions ? 'onclick' : 'ondblclick']: onBubble(reply) },
      !own && nameLine(message),
      quote(message, act),
      media(message),
      message.text !== '' && h('div', { class: 'text' }, ...formatted(message.text, message.entities)),
      message.poll && poll(message, message.poll, me, act),
      footer(message, act),
      h(
        'button',
        { class: 'reply-button', type: 'button', title: t('reply'), 'aria-label': t('reply'), onclick: reply },
        '↩',
      ),
      message.reactions && message.kind !== 'deletedMessage' && reactionButton(message, act),
    ),
    message.reactions && message.reactions.length > 0 && reactions(message.reactions),
    message.buttons.length > 0 && keyboard(message, act),
  )
}

/**
 * A click on the bubble itself, not on what is in it and not at the end of marking a text.
 * @param {() => void} act
 */
const onBubble =
  act =>
  (/** @type {Event} */ { target }) => {
    if (target instanceof Element && !target.closest('button, a') && getSelection()?.isCollapsed !== false) act()
  }

/** @param {PageMessage} message */
function nameLine({ from, ticks: ack }) {
  const line = h(
    'div',
    { class: 'name' },
    from.name,
    from.isBot && h('span', { class: 'bot-mark' }, ack === undefined ? 'bot' : '112'),
  )
  line.style.setProperty('color', from.isBot ? '#00695c' : colourOf(from.name))
  return line
}

/**
 * @param {PageMessage} message
 * @param {MessageActions} act
 */
function quote({ replyTo }, act) {
  if (!replyTo) return undefined
  const jump = () => act.jump(replyTo.messageId)
  return h(
    'button',
    { class: 'quote', type: 'button', onclick: jump },
    h('b', {}, replyTo.name),
    h('span', {}, replyTo.text),
  )
}

/**
 * @param {PageMessage} message
 * @param {MessageActions} act
 */
function footer(message, act) {
  const times = message.edits > 1 ? ` ${message.edits}×` : ''
  const showHistory = () => act.showHistory(message)
  return h(
    'div',
    { class: 'footer' },
    message.silent && h('span', { title: t('silent') }, '🔕'),
    message.edits > 0 &&
      h(
        'button',
        { class: 'edited', type: 'button', title: t('editHistory'), onclick: showHistory },
        t('edited') + times,
      ),
    h('time', { title: exactTime(message.at) }, clockTime(message.at)),
    message.ticks !== undefined && ticks(message.ticks),
  )
}

/**
 * @param {PageMessage} message
 * @param {MessageActions} act
 */
function keyboard(message, act) {
  const rows = message.buttons.map(row =>
    h('div', { class: 'button-row' }, ...row.map(button => inlineButton(message, button, act))),
  )
  return h('div', { class: 'keyboard' }, ...rows)
}

/**
 * @param {PageMessage} message
 * @param {ShownButton} button
 * @param {MessageActions} act
 */
function inlineButton(message, button, act) {
  const element = h(
    'button',
    { class: 'inline-button', type: 'button', disabled: button.other !== undefined },
    h('span', {}, button.text),
    button.url !== undefined && h('i', { 'aria-hidden': 'true' }, '↗'),
  )
  element.addEventListener('click', () => act.press(message, button, element))
  return element
}
