import { ChannelError, writeStart } from '../../../application/ports/channel.ts'
import { victimKinds } from '../../../dispatch/vocabulary.ts'
import type { Facts } from '../../../i18n/chat/id/notices.ts'
import * as words from '../../../i18n/chat/id/press-answers.ts'
import { fitText } from '../../rendering/fit-text.ts'
import { victimsInWords } from '../../rendering/place.ts'
import { deepLink } from '../start-links.ts'
import { maxAnswerLength, type PressAnswer } from './answer.ts'
import type { InboundParts } from './parts.ts'

/**
 * "Lihat detail": the facts in a popup that only the presser sees; too long for one, they go to the presser's private
 * chat, at once and past the delivery records, which must not keep a caller's data. Where the bot may not write first,
 * the press opens that chat, and its link brings the facts.
 */
export const showDetail = async (
  parts: InboundParts,
  personId: string,
  facts: Facts,
  token: string,
): Promise<PressAnswer> => {
  const text = detailText(facts)
  if ([...text].length <= maxAnswerLength) return { text, alert: true }
  const content = fitText(cut => ({ text: cut(text), spans: [] }))
  try {
    await parts.channel.send({ chat: personId }, { content, buttons: [] })
    return { text: words.detailSent, alert: true }
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    parts.log.info({ kind: error.kind }, 'private chat not reached, the press opens it')
    const { username } = await parts.identity.get()
    return { text: '', alert: false, url: deepLink(username, writeStart({ reason: 'detail', token })) }
  }
}

/** One fact a line, in the catalogue's order; facts without a name of ours are not shown. */
export const detailText = (given: Facts): string => {
  const facts = { ...given, ...victimsOf(given) }
  return Object.entries(words.detailLabels)
    .filter(([key]) => facts[key] !== undefined && facts[key] !== '')
    .map(([key, label]) => `${label}: ${facts[key]}`)
    .join('\n')
}

/** Counts come by kind (injured: 2, dead: 0); no count at all means that nobody said. */
const victimsOf = (facts: Facts): Facts => {
  const counts = victimKinds.flatMap(kind => (typeof facts[kind] === 'number' ? [[kind, facts[kind]] as const] : []))
  return counts.length === 0 ? {} : { victims: victimsInWords(Object.fromEntries(counts)) }
}
