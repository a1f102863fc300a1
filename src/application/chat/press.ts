import { helpKey } from '../../dispatch/clocks/help.ts'
import type { ButtonVerb, ChatCommands, PressOutcome, Sender } from '../application.ts'
import type { AnswerTest } from '../channel-tests/answer-test.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { TokenMeaning } from '../ports/deliveries.ts'
import { liveMessageId, pingSubject } from '../ports/live-messages.ts'
import type { PressCard } from './press-card.ts'
import { done, memberOf, refused } from './press-outcome.ts'

/** Buttons: who pressed what, where, and what it led to. Only paired chats act, each only on its own assignments. */
export const createPress = (
  { stores, wakeUps }: ApplicationDeps,
  dispatcher: Dispatcher,
  pressCard: PressCard,
  answerTest: AnswerTest,
): ChatCommands['press'] => {
  /** "Saya tangani": a supervisor takes a limit that passed, or a call for help. */
  const pressPing = async (
    from: Sender,
    chat: PairedChat,
    meaning: Extract<TokenMeaning, { kind: 'ping' | 'help' }>,
    { verb, messageId }: { verb: ButtonVerb; messageId: string | null },
  ): Promise<PressOutcome> => {
    if (verb !== 'takeEscalation') return refused({ code: 'unknownToken', params: {} })
    const clock = meaning.kind === 'ping' ? meaning.clock : helpKey(meaning.item)
    if (messageId !== null) await adopt(liveMessageId(pingSubject(meaning.incident, clock), chat), messageId)
    const outcome = await dispatcher.incident(meaning.incident, { type: 'TakeEscalation', clock }, from)
    if (!outcome.ok) return refused(outcome.refusal)
    return done(meaning.kind === 'ping' ? 'takeEscalation' : 'takeHelp')
  }

  /** An older copy of the ping, or one that we did not know: it tells the present state from now on. */
  const adopt = async (live: string, messageId: string): Promise<void> => {
    const known = await stores.liveMessages.byId(live)
    if (!known || known.messageIds.includes(messageId)) return
    await stores.liveMessages.adopt(live, messageId)
    wakeUps.chat(known.chat)
  }

  return async (commandId, presser, { token, ...press }) => {
    const chat = await stores.chats.byAddress(presser.channel, presser.address)
    if (!chat) return refused({ code: 'unknownChat', params: {} })
    const meaning = await stores.tokens.meaning(token)
    if (!meaning) return refused({ code: 'unknownToken', params: {} })
    if (meaning.chat !== chat.id) return refused({ code: 'otherChat', params: {} })
    const by = memberOf(chat, presser)
    if (meaning.kind === 'card') return pressCard(commandId, by, chat, meaning, press)
    if (meaning.kind === 'channelTest') return answerTest(chat, by.name, meaning, press)
    if (meaning.kind === 'prompt' || meaning.kind === 'draft') return refused({ code: 'unknownToken', params: {} })
    return pressPing({ commandId, by }, chat, meaning, press)
  }
}
