import { payloadOf, type RichText } from '../../../application/ports/channel.ts'
import { byNumber, link } from '../../../i18n/chat/id/whatsapp.ts'
import { privatelyNumber } from '../answers/numbers.ts'

type Span = RichText['spans'][number]

/**
 * Our text in WhatsApp's marks: *bold*, _italic_, links written out. What people typed stays as it is: a character that
 * WhatsApp would take for a mark is replaced by one that looks like it.
 */
export const markedText = ({ text, spans }: RichText): string => {
  let written = ''
  let end = 0
  for (const span of [...spans].sort((a, b) => a.offset - b.offset)) {
    if (span.offset < end) continue
    written += unmarked(text.slice(end, span.offset))
    end = span.offset + span.length
    written += marked(span, text.slice(span.offset, end))
  }
  return written + unmarked(text.slice(end))
}

const marked = ({ kind, url = '' }: Span, text: string): string => {
  if (kind === 'bold') return eachLine(text, line => `*${line}*`)
  if (kind === 'italic') return eachLine(text, line => `_${line}_`)
  if (payloadOf(url) !== undefined) return byNumber(privatelyNumber, text)
  return /^https?:/.test(url) ? link(unmarked(text), url) : unmarked(text)
}

/** A mark counts within one line, and only right beside its text. */
const eachLine = (text: string, mark: (line: string) => string): string =>
  text
    .split('\n')
    .map(line =>
      line.replace(
        /^(\s*)(.*?)(\s*)$/,
        (_, before, words, after) => `${before}${words && mark(unmarked(words))}${after}`,
      ),
    )
    .join('\n')

const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ', _: 'ˍ' }
const address = /(https?:\/\/\S+)/
/** Within a word an underscore is no mark. */
const marks = /[*~`]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

const unmarked = (text: string): string =>
  text
    .split(address)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(marks, mark => lookAlikes[mark] ?? mark)))
    .join('')
