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
 * Opens the row of emojis over a message.
 * @param {PageMessage} message
 * @param {MessageActions} act
 */
export function reactionButton(message, act) {
  const choose = (/** @type {string} */ emoji) => () => {
    row.hidden = true
    act.react(message, emoji)
  }
  const row = h(
    'div',
    { class: 'emojis', role: 'group', 'aria-label': t('react'), hidden: true },
    ...EMOJIS.map(emoji => h('button', { type: 'button', onclick: choose(emoji) }, emoji)),
    h('button', { type: 'button', title: t('unreact'), 'aria-label': t('unreact'), onclick: choose('') }, '✕'),
  )
  const toggle = () => {
    row.hidden = !row.hidden
  }
  const label = { title: t('react'), 'aria-label': t('react') }
  return h(
    'div',
    { class: 'react' },
    h('button', { type: 'button', class: 'reply-button', ...label, onclick: toggle }, '☺'),
    row,
  )
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
    bar.style.setProperty('width', `${(voters.length / most) * 100}%`)
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
