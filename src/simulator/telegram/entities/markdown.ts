import type { MessageEntity } from '@grammyjs/types'
import { byteOffset, cannotParse, type EntityMark, type FormattedText, placed } from './formatted.ts'

const MARKS: Readonly<Record<string, EntityMark>> = {
  _: { type: 'italic' },
  '*': { type: 'bold' },
  '`': { type: 'code' },
  '```': { type: 'pre' },
}

/** One piece of the source: what it shows, its mark, and where the next piece starts. */
interface Piece {
  readonly text: string
  readonly mark: EntityMark | undefined
  readonly end: number
}

/** Reads the old `parse_mode: "Markdown"`, which nests nothing. @throws 400 "can't parse entities: …" */
export function parseMarkdown(source: string): FormattedText {
  const entities: MessageEntity[] = []
  let text = ''
  let at = 0
  while (at < source.length) {
    const piece = readPiece(source, at)
    if (piece.mark && piece.text.length > 0) entities.push(placed(piece.mark, text.length, piece.text.length))
    text += piece.text
    at = piece.end
  }
  return { text, entities }
}

function readPiece(source: string, at: number): Piece {
  const char = source[at] ?? ''
  const next = source[at + 1] ?? ''
  if (char === '\\' && /[_*`[]/.test(next)) return { text: next, mark: undefined, end: at + 2 }
  if (char === '[') return readLink(source, at)
  const sign = source.startsWith('```', at) ? '```' : char
  const mark = MARKS[sign]
  if (!mark) return { text: char, mark, end: at + 1 }
  const end = source.indexOf(sign, at + sign.length)
  if (end === -1) throw unfinished(source, at)
  return { text: source.slice(at + sign.length, end), mark, end: end + sign.length }
}

function readLink(source: string, at: number): Piece {
  const match = /^\[([^\]]*)\](?:\(([^)]*)\))?/.exec(source.slice(at))
  if (!match) throw unfinished(source, at)
  const [whole, text = '', url = ''] = match
  return { text, mark: url === '' ? undefined : { type: 'text_link', url }, end: at + whole.length }
}

const unfinished = (source: string, at: number): Error =>
  cannotParse(`Can't find end of the entity starting at byte offset ${byteOffset(source, at)}`)
