import type { Presser } from '../../../application/application.ts'
import type { Start } from '../../../application/ports/channel.ts'
import type { InboxEntry } from '../../../application/ports/inbox.ts'
import type { ButtonAction } from '../../action-data.ts'
import { detailText } from '../../inbound/detail-text.ts'
import { outcomeText } from '../../inbound/outcome-text.ts'
import { plainMessage, say, sayAnswer } from '../../inbound/private-answers.ts'
import type { Writing } from '../../inbound/writing.ts'
import { answerFor, type PressAnswer } from './answer.ts'
import type { InboundParts } from './parts.ts'

/** Somebody came by a link of ours: to write a report, or to read the facts behind a card. */
export const workStart = async (
  parts: InboundParts,
  { entry, writer }: Pick<Writing, 'entry' | 'writer'>,
  { reason, token }: Start,
): Promise<void> => {
  if (reason === 'report') return sayAnswer(parts, writer, await parts.chats.openReport(entry.id, writer, token))
  const outcome = await parts.chats.openDetail(writer, token)
  const text = outcome.kind === 'done' ? detailText(outcome.params) : outcomeText(outcome, parts.service.now())
  return say(parts, writer, plainMessage(text))
}

/** A button of a report in a private chat; null when it is another's. */
export const workPrivatePress = async (
  parts: InboundParts,
  entry: InboxEntry,
  presser: Presser,
  action: ButtonAction,
): Promise<PressAnswer | null> => {
  const answer = await parts.chats.pressReport(entry.id, presser, action)
  if (!answer) return null
  if (answer.kind === 'refused') return answerFor(answer, parts.service.now())
  await say(parts, presser, answer.message)
  return { text: '', alert: false }
}
