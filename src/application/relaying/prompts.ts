import type { Assignment } from '../../dispatch/incident/assignment.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import type { Actor, ReportOutcome } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Deliver } from './deliver.ts'

/** How long a prompt's link into a private chat is good, ms of service time; the card has a fresh one. */
const linkMs = 24 * 3_600_000

/**
 * Questions for a report's words. Each carries a token of its own: its link opens the private way to answer, and a copy
 * whose number we never learned is known by it.
 */
export const createPrompts = ({ serviceClock }: ApplicationDeps, { deliver, tokenFor }: Deliver) => {
  const tokenOf = (incident: string, assignment: string, chat: PairedChat, outcome?: ReportOutcome): Promise<string> =>
    tokenFor({
      kind: 'prompt',
      incident,
      assignment,
      chat: chat.id,
      expiresAt: serviceClock.now() + linkMs,
      ...(outcome === undefined ? {} : { outcome }),
    })

  /** Asks the person who answers for the words; `occasion` names the question, so that each is asked once. */
  const ask = async (
    occasion: string,
    incident: string,
    assignment: string,
    chat: PairedChat,
    outcome: ReportOutcome,
    by: Actor,
  ): Promise<void> => {
    const named = by.kind === 'system' ? { byName: '', byPerson: '' } : { byName: by.name, byPerson: by.id }
    const content = { kind: 'reportPrompt', incident, assignment, outcome, ...named } as const
    await deliver(`${occasion}:prompt:${chat.id}`, chat, content, await tokenOf(incident, assignment, chat, outcome))
  }

  /** The report came back: asks the agency, with the remark. */
  const askAgain = async (occasion: string, incident: string, assignment: string, chat: PairedChat): Promise<void> => {
    const content = { kind: 'reportReturned', incident, assignment } as const
    await deliver(`${occasion}:${chat.id}`, chat, content, await tokenOf(incident, assignment, chat))
  }

  /** The same question once more, as the report stands now; nothing when it is answered meanwhile. */
  const remind = async (occasion: string, incident: Incident, { id, standing }: Assignment, chat: PairedChat) => {
    if (standing.status !== 'cleared' || !standing.prompt || standing.outcome === undefined) return
    await ask(occasion, incident.id, id, chat, standing.outcome, standing.prompt.by)
  }

  return { ask, askAgain, remind }
}

export type Prompts = ReturnType<typeof createPrompts>
