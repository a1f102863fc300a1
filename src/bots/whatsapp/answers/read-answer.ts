import { politeWords } from '../../../i18n/chat/id/whatsapp.ts'
import { numberOfWords, plainWords } from './button-words.ts'
import { codePattern } from './code-shape.ts'
import { answersMenu, isOutcome } from './numbers.ts'

/** What somebody typed, as an answer; whether it may count (a bare number in a group may not) is the caller's business. */
export type Reading =
  | { kind: 'choice'; code: string | null; number: number }
  /** an outcome and the report's words at once */
  | { kind: 'report'; code: string | null; number: number; text: string }
  /** names a code, but what stands beside it is no answer */
  | { kind: 'unclear'; code: string }

/** Marks of WhatsApp, keycaps and invisible characters; a mention in front speaks to somebody, not of something. */
const clean = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060-\u2064\ufeff*_~`]|\ufe0f|\u20e3/g, '')
    .replace(mention, '')
    .trim()

const mention = /^(?:\s*@\d+)+/

const codeFirst = new RegExp(`^(${codePattern})(?![A-Za-z])(.*)$`, 'is')
const codeLast = new RegExp(`^(\\d{1,3})[\\s.,:)–-]*(${codePattern})[\\s.!]*$`, 'i')
const separators = /^[\s:.,;=–—-]+/
const numberFirst = /^[#(]?(\d{1,3})(?![\d.,]*\d)(.*)$/s
const reportLine = /^(?:korban|unit|tindakan|kendala)\s*[:=]/i

/** Null for everything that is no answer of ours: talk, reports, other numbers. */
export const readAnswer = (text: string): Reading | null => {
  const said = clean(text)
  const [, number, before] = codeLast.exec(said) ?? []
  if (number !== undefined && before !== undefined) {
    return { kind: 'choice', code: before.toUpperCase(), number: Number(number) }
  }
  const [, code, rest = ''] = codeFirst.exec(said) ?? []
  const reading = readBeside(code === undefined ? said : rest.replace(separators, ''), code?.toUpperCase() ?? null)
  if (reading?.kind === 'report') return { ...reading, text: wordsBehind(reading.number, text) ?? reading.text }
  return reading ?? (code === undefined ? null : { kind: 'unclear', code: code.toUpperCase() })
}

/** The report as it was written, with its stars and bullets. */
const wordsBehind = (number: number, text: string): string | undefined => {
  const [, ...behind] = text.replace(mention, '').split(String(number))
  return behind.length === 0
    ? undefined
    : behind
        .join(String(number))
        .replace(/^[\s)*_~`:.,;=–—-]+/, '')
        .trim()
}

/** What stands beside the code, or alone. */
const readBeside = (said: string, code: string | null): Reading | null => {
  const [, figures, rest = ''] = numberFirst.exec(said) ?? []
  if (figures === undefined) {
    const number = numberOfWords(withoutPoliteWords(said)) ?? numberOfWords(said)
    return number === undefined ? null : { kind: 'choice', code, number }
  }
  const number = Number(figures)
  const beside = withoutPoliteWords(rest.replace(/^\)/, ''))
  if (beside === '' || numberOfWords(beside) === number) return { kind: 'choice', code, number }
  const second = /^\d{2}$/.test(beside) ? Number(beside) : undefined
  if (second !== undefined && answersMenu(number, second)) return { kind: 'choice', code, number: second }
  if (!isOutcome(number) || !beginsReport(rest)) return null
  return { kind: 'report', code, number, text: rest.replace(/^\)/, '').replace(separators, '').trim() }
}

/** "21 Korban: 2", "21: api padam", a new line: words of a report. "21 korban luka" counts people. */
const beginsReport = (rest: string): boolean =>
  /^\)?\s*[:;,.–—-]\s*\S/.test(rest) || /^\)?[^\S\n]*\n/.test(rest) || reportLine.test(rest.trimStart())

const withoutPoliteWords = (text: string): string => {
  let words = plainWords(text)
  for (;;) {
    const polite = politeWords.find(word => words === word || words.endsWith(` ${word}`))
    if (polite === undefined) return words
    words = words.slice(0, -polite.length).trim()
  }
}
