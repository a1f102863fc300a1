import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import type { ButtonVerb, ChatCommands, PressOutcome, Sender } from '../application.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import type { TokenMeaning } from '../ports/deliveries.ts'
import type { PressCard } from './press-card.ts'
import { done, memberOf, refused } from './press-outcome.ts'

/** Buttons: who pressed what, where, and what it led to. Only paired chats act, each only on its own assignments. */
export const createPress = (
  { stores }: ApplicationDeps,
  dispatcher: Dispatcher,
  pressCard: PressCard,
): ChatCommands['press'] => {
  /** "Saya tangani": a supervisor takes a limit that passed, or a call for help. */
  const pressPing = async (
    from: Sender,
    meaning: Extract<TokenMeaning, { kind: 'ping' | 'help' }>,
    verb: ButtonVerb,
  ): Promise<PressOutcome> => {
    if (verb !== 'takeEscalation') return refused({ code: 'unknownToken', params: {} })
    const what: IncidentCommand =
      meaning.kind === 'ping'
        ? { type: 'TakeEscalation', clock: meaning.clock }
        : { type: 'SettleAttention', item: meaning.item }
    const outcome = await dispatcher.incident(meaning.incident, what, from)
    if (!outcome.ok) return refused(outcome.refusal)
    return done(meaning.kind === 'ping' ? 'takeEscalation' : 'takeHelp')
  }

  return async (commandId, presser, { token, ...press }) => {
    const chat = await stores.chats.byAddress(presser.channel, presser.address)
    if (!chat) return refused({ code: 'unknownChat', params: {} })
    const meaning = await stores.tokens.meaning(token)
    if (!meaning) return refused({ code: 'unknownToken', params: {} })
    if (meaning.chat !== chat.id) return refused({ code: 'otherChat', params: {} })
    const by = memberOf(chat, presser)
    if (meaning.kind === 'card') return pressCard(commandId, by, chat, meaning, press)
    if (meaning.kind === 'prompt') return refused({ code: 'unknownToken', params: {} })
    return pressPing({ commandId, by }, meaning, press.verb)
  }
}
