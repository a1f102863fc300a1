/** @import { Tone } from './page-types.d.ts' */
import { h } from './dom.js'
import { t } from './i18n.js'

/** How long a toast stays, in ms. */
const TOAST_MS = 4_500

/**
 * A short answer over the chat, as a messenger shows it.
 * @param {HTMLElement} screen
 * @param {string} text
 * @param {Tone} tone
 */
export function toast(screen, text, tone) {
  for (const old of screen.querySelectorAll('.toast')) old.remove()
  const note = h('div', { class: `toast ${tone}`, role: 'status' }, text)
  screen.append(note)
  setTimeout(() => note.remove(), TOAST_MS)
}

/**
 * An answer that wants an OK.
 * @param {HTMLElement} screen
 * @param {string} title
 * @param {string} text
 */
export function alertBox(screen, title, text) {
  const ok = h('button', { type: 'button', class: 'primary' }, t('ok'))
  const box = h(
    'div',
    { class: 'alert-back' },
    h('div', { class: 'alert', role: 'alertdialog', 'aria-label': title }, h('b', {}, title), h('p', {}, text), ok),
  )
  ok.addEventListener('click', () => box.remove())
  screen.append(box)
  ok.focus()
}
