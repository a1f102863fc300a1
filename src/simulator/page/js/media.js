/** @import { PageMessage } from './page-types.d.ts' */
import { h } from './dom.js'
import { t } from './i18n.js'

const SIGNS = /** @type {Record<string, string>} */ ({
  document: '📄',
  voice: '🎤',
  sticker: '🏷️',
  contact: '👤',
  deletedMessage: '🚫',
})

/**
 * The picture, place or file of a message.
 * @param {PageMessage} message
 */
export function media(message) {
  if (message.photo) return photo(message.photo)
  if (message.location) return place(message)
  const sign = SIGNS[message.kind]
  return sign ? h('div', { class: 'file' }, h('span', {}, sign), message.file?.name ?? t(message.kind)) : undefined
}

/** @param {NonNullable<PageMessage['photo']>} picture */
function photo({ url, size }) {
  const image = h('img', { src: url, alt: t('photo') })
  if (size) image.style.setProperty('aspect-ratio', `${size.width} / ${size.height}`)
  image.addEventListener('error', () => image.replaceWith(h('div', { class: 'broken-photo' }, '🖼️ ✕')))
  return h('a', { class: 'photo', href: url, target: '_blank', rel: 'noopener' }, image)
}

/** @param {PageMessage} message */
function place({ location, venue }) {
  const point = location ? `${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)}` : ''
  return h(
    'div',
    { class: 'place' },
    h('span', { class: 'pin' }, '📍'),
    h('div', {}, venue && h('b', {}, venue.title), venue && h('span', {}, venue.address), h('code', {}, point)),
  )
}

/**
 * What a message is in one line, for lists and quotes.
 * @param {string} text
 * @param {string} kind
 */
export const oneLine = (text, kind) => (kind === 'text' || kind === 'service' ? text : `${t(kind)} ${text}`.trim())
