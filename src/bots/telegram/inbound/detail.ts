import { ChannelError, writeStart } from '../../../application/ports/channel.ts'
import type { Facts } from '../../../i18n/chat/id/notices.ts'
import * as words from '../../../i18n/chat/id/press-answers.ts'
import { detailText } from '../../inbound/detail-text.ts'
import { fitText } from '../../rendering/fit-text.ts'
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
