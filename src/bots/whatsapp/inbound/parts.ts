import type { InboxStore } from '../../../application/ports/inbox.ts'
import type { CommonParts } from '../../inbound/parts.ts'
import type { AnswerCodes } from '../answers/answer-codes.ts'
import type { WhatsAppSession } from '../session/session.ts'

/** What working an update needs. */
export interface InboundParts extends CommonParts {
  session: Pick<WhatsAppSession, 'react' | 'photo' | 'acquaint' | 'title'>
  codes: AnswerCodes
  inbox: Pick<InboxStore, 'understood'>
}
