import type { RichText } from '../../application/ports/channel.ts'

/** A run of text with one look; a plain string is plain text. */
export type Piece = string | { bold: string } | { link: string; url: string }

/** A line of a message; false or null leaves it out, an empty array is a blank line. */
export type Line = readonly Piece[] | string | false | null

const textOf = (piece: Piece): string => (typeof piece === 'string' ? piece : 'bold' in piece ? piece.bold : piece.link)

/** Puts lines together. Spans count UTF-16 units, as JavaScript strings and Telegram do; no character needs escaping. */
export const richText = (lines: readonly Line[]): RichText => {
  const content: RichText = { text: '', spans: [] }
  present(lines).forEach((line, index) => {
    if (index > 0) content.text += '\n'
    for (const piece of typeof line === 'string' ? [line] : line) append(content, piece)
  })
  return content
}

const append = (content: RichText, piece: Piece): void => {
  const text = textOf(piece)
  const offset = content.text.length
  content.text += text
  if (typeof piece === 'string' || text === '') return
  content.spans.push(
    'bold' in piece
      ? { kind: 'bold', offset, length: text.length }
      : { kind: 'link', offset, length: text.length, url: piece.url },
  )
}

/** Lines that are there; blank lines never open or close the text, nor stand beside one another. */
const present = (lines: readonly Line[]): (readonly Piece[] | string)[] => {
  const kept: (readonly Piece[] | string)[] = []
  for (const line of lines) {
    if (line === false || line === null) continue
    const blank = typeof line !== 'string' && line.length === 0
    if (blank && (kept.length === 0 || isBlank(kept.at(-1)))) continue
    kept.push(line)
  }
  while (isBlank(kept.at(-1))) kept.pop()
  return kept
}

const isBlank = (line: readonly Piece[] | string | undefined): boolean => Array.isArray(line) && line.length === 0
