import { language } from './i18n.js'

const locale = language === 'id' ? 'id-ID' : 'en-GB'
const timeZone = 'Asia/Jakarta'
const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
const seconds = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone })
const day = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone })

/** @param {number} ms */
export const clockTime = ms => time.format(ms)
/** @param {number} ms */
export const exactTime = ms => seconds.format(ms)
/** @param {number} ms */
export const dayName = ms => day.format(ms)

const COLOURS = [
  '#c0392b',
  '#d35400',
  '#8e44ad',
  '#2e86c1',
  '#148f77',
  '#b7950b',
  '#5d6d7e',
  '#a93226',
  '#1f618d',
  '#117a65',
]

/**
 * One colour a name, always the same.
 * @param {string} name
 */
export function colourOf(name) {
  let sum = 0
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973
  return COLOURS[sum % COLOURS.length] ?? '#5d6d7e'
}

/**
 * Up to two initials, without signs.
 * @param {string} name
 */
export function initials(name) {
  const words = name
    .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')
    .trim()
    .split(/\s+/)
  const letters = words.slice(0, 2).map(word => [...word][0] ?? '')
  return letters.join('').toUpperCase() || '?'
}
