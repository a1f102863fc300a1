import type { PressOutcome } from '../../../application/application.ts'
import type { PrivateAnswer } from '../../../application/commands/private-chat.ts'
import { readReportLines } from '../../../application/reports/report-lines.ts'
import { reportOutcomes } from '../../../dispatch/vocabulary.ts'
import { menuQuestions } from '../../../i18n/chat/id/card.ts'
import { asks, privateChatClosed } from '../../../i18n/chat/id/whatsapp.ts'
import type { ButtonAction } from '../../action-data.ts'
import { detailText } from '../../inbound/detail-text.ts'
import { outcomeText } from '../../inbound/outcome-text.ts'
import { plainMessage } from '../../inbound/private-answers.ts'
import { numberOf } from '../answers/numbers.ts'
import type { InboundParts } from './parts.ts'
import { inPrivate } from './people.ts'
import { type Answering, nod, reachPrivately, sayBack, sayChoices } from './say-back.ts'

/** What an answer was taken for; kept before it is done, so that a second try does the same. */
export type Deed = ButtonAction | { privately: string }

/** The quoted message of ours, when the answer came as a reply. */
export interface Answer extends Answering {
  quoted: string | null
}

/** Does what the answer asked for, and says what came of it: a nod, the next question, or why not. */
export const act = async (parts: InboundParts, answer: Answer, deed: Deed): Promise<void> => {
  if ('privately' in deed) return openReport(parts, answer, deed.privately)
  const { entry, writer } = answer
  const { token, verb } = deed
  const drafted = await parts.chats.pressReport(entry.id, inPrivate(writer), { token, verb })
  if (drafted) return sayDraft(parts, answer, drafted)
  const outcome = await parts.chats.press(entry.id, writer, { ...deed, messageId: answer.quoted })
  await tell(parts, answer, deed, outcome)
}

/** An outcome and the report's words in one message. */
export const fileAtOnce = async (
  parts: InboundParts,
  answer: Answer,
  report: { token: string; number: number; text: string },
): Promise<void> => {
  const { entry, writer, messageId } = answer
  const { token, text } = report
  const outcome = reportOutcomes.find(candidate => numberOf(`outcome:${candidate}`) === report.number)
  if (!outcome) throw new RangeError(`${report.number} is no outcome`)
  const said = { token, outcome, text, lines: readReportLines(text), messageId }
  const filed = await parts.chats.reportAtOnce(entry.id, writer, said)
  if (filed.kind === 'refused') return sayChoices(parts, answer, outcomeText(filed, parts.service.now()), token)
  await nod(parts, answer)
}

const tell = async (parts: InboundParts, answer: Answer, { token }: ButtonAction, outcome: PressOutcome) => {
  const text = outcomeText(outcome, parts.service.now())
  // voted for what was typed before, or the other way round: it counted once, and that was said
  if (answer.isVote && outcome.kind === 'refused' && outcome.refusal.code === 'alreadyDone') return
  if (outcome.kind === 'refused') return sayChoices(parts, answer, text, token)
  const question = questionOf(outcome)
  if (question !== null) return sayChoices(parts, answer, asks(question), token)
  if (outcome.code === 'detail') return showDetail(parts, answer, detailText(outcome.params))
  await nod(parts, answer)
}

/** What the card asks after this; null when it asks nothing. */
const questionOf = ({ code, params }: Extract<PressOutcome, { kind: 'done' }>): string | null => {
  switch (code) {
    case 'askReason':
      return menuQuestions.declineReason
    case 'askOutcome':
      return menuQuestions.outcome
    case 'askUnit':
      return menuQuestions.units
    case 'askConfirm':
      return menuQuestions[params.action as keyof typeof menuQuestions]
    default:
      return null
  }
}

/** Contact and facts go to the private chat of whoever asked, never into the group. */
const showDetail = async (parts: InboundParts, answer: Answer, text: string): Promise<void> => {
  const shown = await reachPrivately(parts, answer.writer, plainMessage(text))
  return shown ? nod(parts, answer) : sayBack(parts, answer, privateChatClosed)
}

const openReport = async (parts: InboundParts, answer: Answer, token: string): Promise<void> =>
  sayDraft(parts, answer, await parts.chats.openReport(answer.entry.id, inPrivate(answer.writer), token))

/** Refusals where they were asked for; questions about the report in private. */
const sayDraft = async (parts: InboundParts, answer: Answer, said: PrivateAnswer): Promise<void> => {
  if (said.kind === 'refused') return sayBack(parts, answer, outcomeText(said, parts.service.now()))
  const shown = await reachPrivately(parts, answer.writer, said.message)
  if (!shown) return sayBack(parts, answer, privateChatClosed)
  if (answer.writer.address.chat !== answer.writer.personId) await nod(parts, answer)
}
