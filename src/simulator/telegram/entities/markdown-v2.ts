import type { MessageEntity } from '@grammyjs/types'
import { byteOffset, cannotParse, type EntityMark, type FormattedText, placed } from './formatted.ts'

interface OpenMark {
  readonly sign: string
  readonly mark: EntityMark | undefined
  readonly offset: number
  readonly sourceOffset: number
}

const RESERVED = new Set('_*[]()~`>#+-=|{}.!')

/** Signs that open and close an entity, longest first, with the name that Telegram gives it in errors. */
const SIGNS = [
  { sign: '__', mark: { type: 'underline' }, name: 'Underline' },
  { sign: '||', mark: { type: 'spoiler' }, name: 'Spoiler' },
  { sign: '_', mark: { type: 'italic' }, name: 'Italic' },
  { sign: '*', mark: { type: 'bold' }, name: 'Bold' },
  { sign: '~', mark: { type: 'strikethrough' }, name: 'Strikethrough' },
] as const satisfies readonly { sign: string; mark: EntityMark; name: string }[]

const NAMES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SIGNS.map(({ sign, name }) => [sign, name])),
  '`': 'Code',
  '```': 'Pre',
  '[': 'Textual link',
}

/** Reads `parse_mode: "MarkdownV2"`. @throws 400 "can't parse entities: …" as Telegram words it */
export function parseMarkdownV2(source: string): FormattedText {
  const reader = new Reader(source)
  while (!reader.done) reader.step()
  return reader.finish()
}

class Reader {
  readonly #source: string
  readonly #entities: MessageEntity[] = []
  readonly #open: OpenMark[] = []
  #text = ''
  #at = 0
  #quoteStart = -1

  constructor(source: string) {
    this.#source = source
  }

  get done(): boolean {
    return this.#at >= this.#source.length
  }

  step(): void {
    const char = this.#source[this.#at] ?? ''
    if (this.#startsQuote(char) || this.#escaped(char) || this.#codeOrLink(char)) return
    const sign = SIGNS.find(known => this.#source.startsWith(known.sign, this.#at))
    if (sign) {
      this.#toggle(sign.sign, sign.mark)
      return
    }
    if (RESERVED.has(char)) {
      throw cannotParse(`Character '${char}' is reserved and must be escaped with the preceding '\\'`)
    }
    if (char === '\n') this.#endQuote(true)
    this.#text += char
    this.#at += 1
  }

  finish(): FormattedText {
    this.#endQuote(false)
    const unclosed = this.#open.at(-1)
    if (unclosed) {
      const where = byteOffset(this.#source, unclosed.sourceOffset)
      throw cannotParse(`Can't find end of ${NAMES[unclosed.sign] ?? 'an'} entity at byte offset ${where}`)
    }
    return { text: this.#text, entities: this.#entities }
  }

  #escaped(char: string): boolean {
    const next = this.#source.codePointAt(this.#at + 1)
    if (char !== '\\' || next === undefined || next > 126) return false
    this.#text += this.#source[this.#at + 1] ?? ''
    this.#at += 2
    return true
  }

  #startsQuote(char: string): boolean {
    if (char !== '>' || (this.#at > 0 && this.#source[this.#at - 1] !== '\n')) return false
    if (this.#quoteStart === -1) this.#quoteStart = this.#text.length
    this.#at += 1
    return true
  }

  /** A quote goes on when the next line starts with `>` too. */
  #endQuote(atLineEnd: boolean): void {
    if (this.#quoteStart === -1 || (atLineEnd && this.#source[this.#at + 1] === '>')) return
    const length = this.#text.length - this.#quoteStart
    if (length > 0) this.#entities.push(placed({ type: 'blockquote' }, this.#quoteStart, length))
    this.#quoteStart = -1
  }

  #codeOrLink(char: string): boolean {
    if (char === '`') {
      this.#code()
      return true
    }
    if (char === '[') {
      this.#push('[', undefined)
      return true
    }
    if (char === ']' && this.#open.at(-1)?.sign === '[') {
      this.#link()
      return true
    }
    return false
  }

  #code(): void {
    const sign = this.#source.startsWith('```', this.#at) ? '```' : '`'
    const start = this.#at
    let body = ''
    let at = this.#at + sign.length
    while (at < this.#source.length && !this.#source.startsWith(sign, at)) {
      if (this.#source[at] === '\\' && at + 1 < this.#source.length) at += 1
      body += this.#source[at] ?? ''
      at += 1
    }
    if (at >= this.#source.length) {
      throw cannotParse(`Can't find end of ${NAMES[sign]} entity at byte offset ${byteOffset(this.#source, start)}`)
    }
    const language = sign === '```' ? /^([^\s`]+)\n/.exec(body)?.[1] : undefined
    if (language !== undefined) body = body.slice(language.length + 1)
    else if (sign === '```' && body.startsWith('\n')) body = body.slice(1)
    const mark: EntityMark = sign === '`' ? { type: 'code' } : { type: 'pre', ...(language ? { language } : {}) }
    if (body.length > 0) this.#entities.push(placed(mark, this.#text.length, body.length))
    this.#text += body
    this.#at = at + sign.length
  }

  #link(): void {
    const opened = this.#open.pop()
    const match = /^\]\(((?:\\.|[^\\)])*)\)/.exec(this.#source.slice(this.#at))
    const offset = opened?.offset ?? 0
    if (match) {
      const url = (match[1] ?? '').replaceAll(/\\(.)/g, '$1')
      const length = this.#text.length - offset
      if (url !== '' && length > 0) this.#entities.push(placed({ type: 'text_link', url }, offset, length))
    }
    this.#at += match ? match[0].length : 1
  }

  #toggle(sign: string, mark: EntityMark): void {
    const last = this.#open.at(-1)
    if (last?.sign !== sign) {
      this.#push(sign, mark)
      return
    }
    this.#open.pop()
    const length = this.#text.length - last.offset
    if (length > 0) this.#entities.push(placed(mark, last.offset, length))
    this.#at += sign.length
  }

  #push(sign: string, mark: EntityMark | undefined): void {
    this.#open.push({ sign, mark, offset: this.#text.length, sourceOffset: this.#at })
    this.#at += sign.length
  }
}
