import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from '../api-error.ts'
import type { Params } from '../params.ts'
import { withDetected } from './detect.ts'
import type { FormattedText } from './formatted.ts'
import { readGivenEntities } from './given.ts'
import { parseHtml } from './html.ts'
import { parseMarkdown } from './markdown.ts'
import { parseMarkdownV2 } from './markdown-v2.ts'

/** The longest argument that is looked at, in bytes; the length after parsing has its own limit. */
const MAX_ARGUMENT_BYTES = 32_768
const MAX_ENTITIES = 100

const PARSERS: Readonly<Record<string, (source: string) => FormattedText>> = {
  html: parseHtml,
  markdown: parseMarkdown,
  markdownv2: parseMarkdownV2,
}

/**
 * Reads a text argument with its parse_mode or entities into what Telegram stores: formatted, cleaned, trimmed, with commands,
 * mentions and addresses found.
 * @throws 400 on a text that cannot be parsed, on wrong entities, on broken Unicode
 */
export function readFormattedText(params: Params, name: 'text' | 'caption'): FormattedText {
  const source = params.text(name)
  if (Buffer.byteLength(source, 'utf8') > MAX_ARGUMENT_BYTES) throw badRequest('text is too long')
  if (/\p{Surrogate}/u.test(source)) throw badRequest('strings must be encoded in UTF-8')
  return storedText(parseOrTake(source, params, name === 'text' ? 'entities' : 'caption_entities'))
}

/** What Telegram keeps of a formatted text. */
export function storedText(formatted: FormattedText): FormattedText {
  const { text, entities } = trimmed(formatted)
  return { text, entities: withDetected(text, entities).slice(0, MAX_ENTITIES) }
}

function parseOrTake(source: string, params: Params, entities: string): FormattedText {
  const mode = params.text('parse_mode').toLowerCase()
  if (mode === '' || mode === 'none')
    return { text: source, entities: readGivenEntities(source, params.nested(entities)) }
  const parse = PARSERS[mode]
  if (!parse) throw badRequest('unsupported parse_mode')
  return parse(source)
}

/** Drops carriage returns and outer white space, turns control characters into blanks and moves the entities along. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const moved: number[] = []
  let clean = ''
  for (const char of text) {
    for (let unit = 0; unit < char.length; unit += 1) moved.push(clean.length + unit)
    const code = char.codePointAt(0) ?? 0
    if (code !== 0x0d) clean += code < 0x20 && code !== 0x0a ? ' ' : char
  }
  moved.push(clean.length)
  const body = clean.trim()
  const start = body === '' ? clean.length : clean.indexOf(body)
  const place = (offset: number): number => Math.min(Math.max((moved[offset] ?? clean.length) - start, 0), body.length)
  const kept: MessageEntity[] = []
  for (const entity of entities) {
    const offset = place(entity.offset)
    const length = place(entity.offset + entity.length) - offset
    if (length > 0) kept.push({ ...entity, offset, length })
  }
  return { text: body, entities: kept }
}
