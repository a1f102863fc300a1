import type { AnswerPollStore } from '../../../application/ports/answer-polls.ts'
import type { InboxStore } from '../../../application/ports/inbox.ts'
import type { CommonParts } from '../../inbound/parts.ts'
import type { AnswerCodes } from '../answers/answer-codes.ts'
import type { WhatsAppSession } from '../session/session.ts'

/** What working an update needs. */
export interface InboundParts extends CommonParts {
  session: Pick<WhatsAppSession, 'photo' | 'acquaint' | 'title'>
  codes: AnswerCodes
  polls: AnswerPollStore
  inbox: Pick<InboxStore, 'understood'>
}
