import type { PressOutcome } from '../application.ts'
import type { Dispatcher } from '../context.ts'
import type { WithTexts } from '../texts.ts'
import { done, type Member, refused } from './press-outcome.ts'
import type { Subject } from './subject.ts'

/** Files a crew's words as its SITREP; they are kept apart, the event refers to them. */
export const createFileSitrep =
  (dispatcher: Dispatcher, withTexts: WithTexts) =>
  async (
    commandId: string,
    by: Member,
    { chat, incident, assignment }: Subject,
    text: string,
  ): Promise<PressOutcome> => {
    const owner = { centre: chat.centre, subject: incident, aggregate: 'incidents' } as const
    const outcome = await withTexts(owner, async keep => {
      const kept = await keep('sitrep', text)
      if (!kept.ok) return kept
      return dispatcher.incident(incident, { type: 'RecordSitrep', assignment, text: kept.value }, { commandId, by })
    })
    return outcome.ok ? done('sitrepReceived', { number: outcome.value.state.number }) : refused(outcome.refusal)
  }

export type FileSitrep = ReturnType<typeof createFileSitrep>
