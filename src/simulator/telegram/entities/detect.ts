import type { MessageEntity } from '@grammyjs/types'

type DetectedType = 'bot_command' | 'mention' | 'url' | 'email' | 'hashtag'

/** What Telegram finds by itself in a text, in order of precedence. */
const PATTERNS: readonly (readonly [DetectedType, RegExp])[] = [
  ['url', /(?<![\p{L}\p{N}@])(?:https?:\/\/|www\.)[^\s<>"]*[^\s<>".,;:!?)']/giu],
  ['email', /(?<![\p{L}\p{N}._-])[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}/giu],
  ['bot_command', /(?<![\p{L}\p{N}_/<>@])\/\w{1,64}(?:@\w{3,32})?(?![\p{L}\p{N}_/])/gu],
  ['mention', /(?<![\p{L}\p{N}_@])@[a-z]\w{2,31}(?![\p{L}\p{N}_])/giu],
  ['hashtag', /(?<![\p{L}\p{N}_#])#(?=\p{N}*[\p{L}_])[\p{L}\p{N}_]{1,256}/gu],
]

/** Kinds inside which nothing is looked for. */
const OPAQUE: ReadonlySet<MessageEntity['type']> = new Set(['code', 'pre', 'text_link', 'url', 'email'])

/** Adds commands, mentions, addresses and hashtags to the given entities, all in the order of the text. */
export function withDetected(text: string, given: readonly MessageEntity[]): MessageEntity[] {
  const all: MessageEntity[] = [...given]
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const found = { type, offset: match.index, length: match[0].length }
      if (!all.some(known => OPAQUE.has(known.type) && overlaps(known, found))) all.push(found)
    }
  }
  return all.sort((a, b) => a.offset - b.offset || b.length - a.length)
}

type Span = Pick<MessageEntity, 'offset' | 'length'>

const overlaps = (a: Span, b: Span): boolean => a.offset < b.offset + b.length && b.offset < a.offset + a.length
