/** @import { MessageEntity } from '@grammyjs/types' */
import { h } from './dom.js'

/** @type {Record<string, 'strong' | 'em' | 'u' | 's' | 'code' | 'pre' | 'blockquote'>} */
const TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
}
const LINKS = new Set(['mention', 'hashtag', 'bot_command', 'email', 'phone_number', 'text_mention'])

/**
 * Renders a text with its entities as nodes; nothing in the text is taken for HTML.
 * @param {string} text
 * @param {readonly MessageEntity[]} entities
 */
export function formatted(text, entities) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
  return nodes(text, 0, text.length, sorted)
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly MessageEntity[]} entities
 * @returns {(Node | string)[]}
 */
function nodes(text, from, to, entities) {
  /** @type {(Node | string)[]} */
  const result = []
  let at = from
  let rest = entities
  for (let entity = rest[0]; entity; entity = rest[0]) {
    const { offset } = entity
    const end = Math.min(offset + entity.length, to)
    const inner = rest.slice(1).filter(other => other.offset < end)
    rest = rest.slice(1 + inner.length)
    if (offset < at) continue
    if (offset > at) result.push(text.slice(at, offset))
    result.push(wrap(entity, text.slice(offset, end), nodes(text, offset, end, inner)))
    at = end
  }
  if (at < to) result.push(text.slice(at, to))
  return result
}

/**
 * @param {MessageEntity} entity
 * @param {string} raw
 * @param {(Node | string)[]} children
 */
function wrap(entity, raw, children) {
  if (entity.type === 'url') return link(raw, children)
  if (entity.type === 'text_link') return link(entity.url, children)
  if (entity.type === 'spoiler') return spoiler(children)
  if (LINKS.has(entity.type)) return h('span', { class: 'entity' }, ...children)
  return h(TAGS[entity.type] ?? 'span', {}, ...children)
}

/** @param {(Node | string)[]} children */
function spoiler(children) {
  const element = h('span', { class: 'spoiler' }, ...children)
  element.addEventListener('click', () => element.classList.toggle('shown'))
  return element
}

/**
 * @param {string} address
 * @param {(Node | string)[]} children
 */
function link(address, children) {
  const full = /^[a-z][a-z\d+.-]*:/i.test(address) ? address : `http://${address}`
  if (!/^(https?|tg):/i.test(full)) return h('span', {}, ...children)
  return h('a', { href: full, target: '_blank', rel: 'noopener noreferrer' }, ...children)
}
