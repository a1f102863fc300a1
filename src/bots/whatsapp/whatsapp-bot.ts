import type { ChatCommands } from '../../application/application.ts'
import type { AnswerCodeStore } from '../../application/ports/answer-codes.ts'
import type { AnswerPollStore } from '../../application/ports/answer-polls.ts'
import type { Channel } from '../../application/ports/channel.ts'
import type { ChatStore } from '../../application/ports/chats.ts'
import type { MachineClock, ServiceClock } from '../../application/ports/clocks.ts'
import type { InboundHandler, InboxStore } from '../../application/ports/inbox.ts'
import type { Log, Pacing } from '../../application/ports/signals.ts'
import { FailedTries } from '../inbound/failed-tries.ts'
import { StrangerAnswers } from '../inbound/stranger-answers.ts'
import { createAnswerCodes } from './answers/answer-codes.ts'
import { askingByPoll } from './answers/ask-by-poll.ts'
import { inTurn } from './in-turn.ts'
import { createInbound } from './inbound/inbound.ts'
import { createWriteOut } from './rendering/write-out.ts'
import type { WhatsAppSession } from './session/session.ts'
import { createWhatsAppChannel } from './whatsapp-channel.ts'

export interface WhatsAppBotOptions {
  session: WhatsAppSession
  stores: {
    answerCodes: AnswerCodeStore
    answerPolls: AnswerPollStore
    chats: Pick<ChatStore, 'byAddress'>
    inbox: Pick<InboxStore, 'understood'>
  }
  chats: ChatCommands
  /** a poll after each card that nobody has answered */
  polls?: boolean
  /** the account's pace; absent: as fast as it goes */
  pacing?: Pacing
  clocks: { service: ServiceClock; machine: MachineClock }
  log: Log
}

/** What goes out on WhatsApp and what comes in, over a session that somebody else starts and stops. */
export const createWhatsAppBot = (options: WhatsAppBotOptions): { channel: Channel; inbound: InboundHandler } => {
  const { session, stores, chats, clocks, log } = options
  const codes = createAnswerCodes({
    store: stores.answerCodes,
    service: clocks.service,
    isAsked: async (chat, token) =>
      (await chats.buttonsNow({ channel: 'whatsapp', address: { chat }, personId: chat }, token)).length > 0,
  })
  const plain = createWhatsAppChannel(session, createWriteOut(codes))
  const { pacing } = options
  const channel = options.polls
    ? askingByPoll(plain, { session, polls: stores.answerPolls, codes, pacing, log })
    : plain
  const inbound = createInbound({
    session,
    channel: inTurn(plain, pacing),
    codes,
    polls: stores.answerPolls,
    inbox: stores.inbox,
    chats,
    pairedChats: stores.chats,
    service: clocks.service,
    failedTries: new FailedTries(clocks.machine),
    strangers: new StrangerAnswers(clocks.machine),
    log,
  })
  return { channel, inbound }
}
