import { unclear } from '../../../i18n/chat/id/whatsapp.ts'
import type { Choice } from '../answers/choices.ts'
import { wishOf } from '../answers/numbers.ts'
import type { Reading } from '../answers/read-answer.ts'
import { isGroup } from '../chat-ids.ts'
import { type Answer, act, type Deed, fileAtOnce } from './act.ts'
import type { InboundParts } from './parts.ts'
import { choicesNow, sayChoices } from './say-back.ts'

/** An answer to what `token` asks: done, or explained in one line with what can be answered. */
export const workAnswer = async (
  parts: InboundParts,
  answer: Answer,
  token: string,
  reading: Reading,
): Promise<void> => {
  if (answer.chat && isGroup(answer.writer.address.chat)) await parts.session.acquaint(answer.writer.personId)
  if (reading.kind === 'unclear') return sayChoices(parts, answer, unclear, token)
  if (reading.kind === 'report') return fileAtOnce(parts, answer, { ...reading, token })
  const deed = (answer.entry.understood as Deed | undefined) ?? (await understand(parts, answer, token, reading.number))
  return deed ? act(parts, answer, deed) : sayChoices(parts, answer, unclear, token)
}

/** The number as what is asked at this moment means it; null when it means nothing. Kept before anything is done. */
const understand = async (
  parts: InboundParts,
  { writer, entry }: Answer,
  token: string,
  number: number,
): Promise<Deed | null> => {
  const choices = await choicesNow(parts, writer, token)
  const deed = choices.find(choice => choice.number === number)?.does ?? outsideOf(choices, token, number)
  if (deed) await parts.inbox.understood(entry.id, deed)
  return deed
}

/** A step that is not offered now: the core says who did it before, or why not. */
const outsideOf = (choices: readonly Choice[], token: string, number: number): Deed | null => {
  const wish = wishOf(number)
  if (!wish) return null
  const [own] = choices.flatMap(({ does }) => ('token' in does ? [does.token] : []))
  return wish === 'privately' ? { privately: own ?? token } : { token: own ?? token, ...wish }
}
