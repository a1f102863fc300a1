import type { RichText } from '../../application/ports/channel.ts'
import { cutMark } from '../../i18n/chat/id/card.ts'

/** What a Telegram message holds. We count UTF-16 units, which are never fewer than the characters it counts. */
export const maxTextLength = 4096

/** Longest user text on a card, tried one after the other until the whole fits: the crew's own words are cut last. */
const fieldLimits = [Number.POSITIVE_INFINITY, 1000, 400, 150, 60]

/** Builds the text with ever shorter user texts until it fits; cuts the end when even that is not enough. */
export const fitText = (build: (cut: (text: string) => string) => RichText): RichText => {
  let content: RichText = { text: '', spans: [] }
  for (const limit of fieldLimits) {
    content = build(text => cutText(text, limit))
    if (content.text.length <= maxTextLength) return content
  }
  return cutEnd(content)
}

/** Shortens to `limit` UTF-16 units and says where the rest is; never splits a character in two. */
export const cutText = (text: string, limit: number): string =>
  text.length <= limit ? text : `${wholeCharacters(text, Math.max(0, limit - cutMark.length))}${cutMark}`

const cutEnd = ({ text, spans }: RichText): RichText => {
  const kept = cutText(text, maxTextLength)
  const end = kept.length - cutMark.length
  return {
    text: kept,
    spans: spans
      .filter(({ offset }) => offset < end)
      .map(span => ({ ...span, length: Math.min(span.length, end - span.offset) })),
  }
}

const wholeCharacters = (text: string, length: number): string => {
  const cut = text.slice(0, length)
  const last = cut.charCodeAt(cut.length - 1)
  const endsInHalf = last >= 0xd800 && last <= 0xdbff
  return endsInHalf ? cut.slice(0, -1) : cut
}
