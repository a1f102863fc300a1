import type { ReportLines } from '../../dispatch/incident/assignment.ts'
import type { ReportOutcome } from '../../dispatch/vocabulary.ts'
import type { Presser, PressOutcome } from '../application.ts'
import type { Button } from '../ports/channel.ts'

/** Where an answer was typed, and by whom. */
export type Answerer = Pick<Presser, 'channel' | 'address' | 'personId'>

/** What a message of ours asks. */
export interface Asked {
  token: string
  /** it asks for words (a report, a SITREP): only figures are an answer to the card behind it */
  wantsWords: boolean
}

/**
 * What a channel without buttons needs: people type what elsewhere they press. An answer means the button that its message
 * shows at the moment when the answer is worked, so that typing can do nothing that pressing cannot.
 */
export interface AnswerCommands {
  /** what a message of ours in the chat asks; null when it asks nothing, or is none of ours */
  askedBy(from: Answerer, messageId: string): Promise<Asked | null>
  /** what its message shows now; nothing when it is another chat's or another person's, or there is nothing to answer any more */
  buttonsNow(from: Answerer, token: string): Promise<Button[]>
  /** an outcome and the words of the report in one message */
  reportAtOnce(
    commandId: string,
    from: Presser,
    report: { token: string; outcome: ReportOutcome; text: string; lines: ReportLines; messageId: string },
  ): Promise<PressOutcome>
}
