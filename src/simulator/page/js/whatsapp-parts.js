/** @import { Actor, MessageActions, PageMessage } from './page-types.d.ts' */
import { h } from './dom.js'
import { t } from './i18n.js'

const EMOJIS = ['👍', '❤️', '😂', '😮', '😢', '🙏']

/** How far a message of ours got, by WhatsApp's number for it. @type {Record<number, readonly [sign: string, word: string]>} */
const TICKS = {
  '-1': ['⚠', 'tickError'],
  0: ['🕓', 'tickPending'],
  1: ['✓', 'tickServer'],
  2: ['✓✓', 'tickDevice'],
  3: ['✓✓', 'tickRead'],
}

/** @param {NonNullable<PageMessage['ticks']>} ack */
export function ticks(ack) {
  const [sign, word] = TICKS[ack] ?? ['', 'tickError']
  return h('span', { class: `ticks ${word}`, title: t(word), 'aria-label': t(word) }, sign)
}

/** @param {NonNullable<PageMessage['reactions']>} given */
export function reactions(given) {
  const signs = given.map(({ emoji, names }) =>
    h('span', { title: names.join(', ') }, emoji, names.length > 1 && ` ${names.length}`),
  )
  return h('div', { class: 'reactions' }, ...signs)
}

/**
 * Opens a row of emojis beside a message. The row hangs in the screen, because the message may be drawn anew meanwhile.
 * @param {PageMessage} message
 * @param {MessageActions} act
 */
export function reactionButton(message, act) {
  const open = (/** @type {Event} */ event) => {
    event.stopPropagation()
    const screen = button.closest('.screen')
    screen?.querySelector('.emojis')?.remove()
    const choice = (/** @type {string} */ sign, emoji = sign, more = {}) =>
      h('button', { type: 'button', ...more, onclick: () => act.react(message, emoji) }, sign)
    const none = choice('✕', '', { title: t('unreact'), 'aria-label': t('unreact') })
    const choices = EMOJIS.map(emoji => choice(emoji))
    const row = h('div', { class: 'emojis', role: 'group', 'aria-label': t('react') }, ...choices, none)
    const below = (screen?.getBoundingClientRect().bottom ?? 0) - button.getBoundingClientRect().top
    row.style.setProperty('bottom', `${below + 4}px`)
    screen?.append(row)
    document.addEventListener('click', () => row.remove(), { once: true })
  }
  const label = { title: t('react'), 'aria-label': t('react') }
  const button = h('button', { type: 'button', class: 'reply-button react', ...label, onclick: open }, '☺')
  return button
}

/**
 * A poll: a click chooses, a click on one's own choice withdraws it.
 * @param {PageMessage} message
 * @param {NonNullable<PageMessage['poll']>} asked
 * @param {Actor} me
 * @param {MessageActions} act
 */
export function poll(message, { single, options }, me, act) {
  const most = Math.max(1, ...options.map(({ voters }) => voters.length))
  const lines = options.map(({ text, voters }) => {
    const mine = voters.some(({ id }) => id === me)
    const bar = h('i', { class: 'share' })
    bar.style.setProperty('width', `calc((100% - 12px) * ${voters.length / most})`)
    return h(
      'button',
      {
        type: 'button',
        class: 'poll-option',
        title: voters.map(({ name }) => name).join(', '),
        'aria-pressed': String(mine),
        onclick: () => act.vote(message, text),
      },
      h('span', {}, `${mine ? '●' : '○'} ${text}`),
      h('b', {}, String(voters.length)),
      bar,
    )
  })
  return h('div', { class: 'poll' }, h('small', {}, t(single ? 'pollSingle' : 'pollMany')), ...lines)
}
