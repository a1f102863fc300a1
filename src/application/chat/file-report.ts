import type { PressOutcome } from '../application.ts'
import type { Dispatcher } from '../context.ts'
import { keepLines } from '../reports/keep-lines.ts'
import type { WithTexts } from '../texts.ts'
import { done, type Member, refused } from './press-outcome.ts'
import type { Subject } from './subject.ts'
import type { Words } from './talk.ts'

/** Files a crew's words as its agency's report; words and lines are kept apart, the event refers to them. */
export const createFileReport =
  (dispatcher: Dispatcher, withTexts: WithTexts) =>
  async (
    commandId: string,
    by: Member,
    { chat, incident, assignment, prompt }: Subject,
    { text, lines }: Words,
  ): Promise<PressOutcome> => {
    const owner = { centre: chat.centre, subject: incident, aggregate: 'incidents' } as const
    const outcome = await withTexts(owner, async keep => {
      const kept = await keep('report', text)
      if (!kept.ok) return kept
      const keptLines = await keepLines(lines, keep)
      if (!keptLines.ok) return keptLines
      const chosen = prompt?.outcome === undefined ? {} : { outcome: prompt.outcome }
      return dispatcher.incident(
        incident,
        { type: 'FileReport', assignment, text: kept.value, lines: keptLines.value, prompted: true, ...chosen },
        { commandId, by },
      )
    })
    return outcome.ok ? done('reportReceived') : refused(outcome.refusal)
  }

export type FileReport = ReturnType<typeof createFileReport>
