/** @import { MessageEntity } from '@grammyjs/types' */

/** @type {Record<string, 'bold' | 'italic' | 'strikethrough' | 'code' | 'pre'>} */
const TYPES = { '*': 'bold', _: 'italic', '~': 'strikethrough', '`': 'code', '```': 'pre' }

/** A text between marks, which stand at the edges of words; or an address. */
const MARKED = /(?<![\p{L}\p{N}])(```|[*_~`])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])|https?:\/\/\S+/gsu

/**
 * WhatsApp's way of marking texts: *bold*, _italic_, ~struck~, `code`, ```lines of code```.
 * @param {string} source
 * @returns {{ text: string, entities: MessageEntity[] }} the text without its marks
 */
export function readMarks(source) {
  let text = ''
  let at = 0
  /** @type {MessageEntity[]} */
  const entities = []
  for (const { 0: whole, 1: mark, 2: inside = '', index } of source.matchAll(MARKED)) {
    const type = mark === undefined ? undefined : TYPES[mark]
    text += source.slice(at, index)
    at = index + whole.length
    const offset = text.length
    if (type === undefined) {
      text += whole
      entities.push({ type: 'url', offset, length: whole.length })
      continue
    }
    const inner = type === 'code' || type === 'pre' ? { text: inside, entities: [] } : readMarks(inside)
    text += inner.text
    entities.push({ type, offset, length: inner.text.length })
    entities.push(...inner.entities.map(entity => ({ ...entity, offset: entity.offset + offset })))
  }
  return { text: text + source.slice(at), entities }
}
