import type { MessageEntity } from '@grammyjs/types'
import { byteOffset, cannotParse, type EntityMark, type FormattedText, placed } from './formatted.ts'

interface OpenTag {
  readonly name: string
  readonly mark: EntityMark | undefined
  readonly offset: number
}

type Attributes = ReadonlyMap<string, string>

const plain = (type: 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler' | 'code') => () =>
  ({ type }) as const

/** What each supported tag means; undefined marks nothing (a link without address). */
const TAGS: Readonly<Record<string, (attributes: Attributes) => EntityMark | undefined>> = {
  b: plain('bold'),
  strong: plain('bold'),
  i: plain('italic'),
  em: plain('italic'),
  u: plain('underline'),
  ins: plain('underline'),
  s: plain('strikethrough'),
  strike: plain('strikethrough'),
  del: plain('strikethrough'),
  'tg-spoiler': plain('spoiler'),
  span: plain('spoiler'),
  code: plain('code'),
  pre: () => ({ type: 'pre' }),
  blockquote: attributes => ({ type: attributes.has('expandable') ? 'expandable_blockquote' : 'blockquote' }),
  a: attributes => {
    const url = attributes.get('href') ?? ''
    return url === '' ? undefined : { type: 'text_link', url }
  },
  'tg-emoji': attributes => ({ type: 'custom_emoji', custom_emoji_id: attributes.get('emoji-id') ?? '' }),
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** Reads `parse_mode: "HTML"`. @throws 400 "can't parse entities: …" as Telegram words it */
export function parseHtml(source: string): FormattedText {
  const entities: MessageEntity[] = []
  const open: OpenTag[] = []
  let text = ''
  let at = 0
  while (at < source.length) {
    if (source.startsWith('</', at)) at = closeTag(source, at, text, open, entities)
    else if (source[at] === '<') at = openTag(source, at, text, open)
    else {
      const run = readRun(source, at)
      text += run.text
      at = run.end
    }
  }
  const unclosed = open.at(-1)
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
  return { text, entities }
}

/** Plain text up to the next tag or reference, or one reference. */
function readRun(source: string, at: number): { text: string; end: number } {
  const reference = source[at] === '&' ? readReference(source, at) : undefined
  if (reference) return reference
  const next = source.slice(at + 1).search(/[<&]/)
  const end = next === -1 ? source.length : at + 1 + next
  return { text: source.slice(at, end), end }
}

function openTag(source: string, at: number, text: string, open: OpenTag[]): number {
  const where = byteOffset(source, at)
  const name = (/^[^\s>/]*/.exec(source.slice(at + 1))?.[0] ?? '').toLowerCase()
  const meaning = TAGS[name]
  const end = endOfTag(source, at + 1 + name.length)
  if (end === -1) throw cannotParse(`Unclosed start tag at byte offset ${where}`)
  if (!meaning) throw cannotParse(`Unsupported start tag "${name}" at byte offset ${where}`)
  const attributes = readAttributes(source.slice(at + 1 + name.length, end))
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${where}`)
  }
  open.push({ name, mark: meaning(attributes), offset: text.length })
  return end + 1
}

function closeTag(source: string, at: number, text: string, open: OpenTag[], entities: MessageEntity[]): number {
  const where = byteOffset(source, at)
  const end = source.indexOf('>', at)
  if (end === -1) throw cannotParse(`Unclosed end tag at byte offset ${where}`)
  const name = source
    .slice(at + 2, end)
    .trim()
    .toLowerCase()
  const last = open.pop()
  if (!last) throw cannotParse(`Unexpected end tag at byte offset ${where}`)
  if (name !== '' && name !== last.name) {
    throw cannotParse(`Unmatched end tag at byte offset ${where}, expected "</${last.name}>", found "</${name}>"`)
  }
  const length = text.length - last.offset
  if (last.mark && length > 0) entities.push(placed(last.mark, last.offset, length))
  return end + 1
}

/** The offset of the tag's `>`, not counting those inside quotes; -1 when there is none. */
function endOfTag(source: string, from: number): number {
  let quote = ''
  for (let index = from; index < source.length; index += 1) {
    const char = source[index] ?? ''
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '>') return index
  }
  return -1
}

function readAttributes(source: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name, double, single, bare] of source.matchAll(
    /([\w-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    if (name !== undefined) found.set(name.toLowerCase(), decodeReferences(double ?? single ?? bare ?? ''))
  }
  return found
}

function decodeReferences(source: string): string {
  return source.replaceAll(/&(?:#x?[\da-f]+|\w+);/gi, whole => readReference(whole, 0)?.text ?? whole)
}

function readReference(source: string, at: number): { text: string; end: number } | undefined {
  const match = /^&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));?/i.exec(source.slice(at, at + 12))
  if (!match) return undefined
  const [whole, hex, decimal, name] = match
  const code = hex === undefined ? Number(decimal ?? 0) : Number.parseInt(hex, 16)
  const text = name === undefined ? (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : undefined) : NAMED[name]
  return text === undefined ? undefined : { text, end: at + whole.length }
}
