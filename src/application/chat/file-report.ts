import type { ReportLines } from '../../dispatch/incident/assignment.ts'
import type { Outcome, PressOutcome } from '../application.ts'
import type { Dispatcher } from '../context.ts'
import type { KeepText, WithTexts } from '../texts.ts'
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

/** The words in a report's lines are free text like the report itself: kept apart, referred to. */
export const keepLines = async (lines: ReportLines, keep: KeepText): Promise<Outcome<ReportLines>> => {
  const kept: ReportLines = lines.victims === undefined ? {} : { victims: lines.victims }
  for (const line of ['units', 'actions', 'obstacles'] as const) {
    const words = lines[line]
    if (words === undefined || words.trim() === '') continue
    const ref = await keep(`report.${line}`, words)
    if (!ref.ok) return ref
    kept[line] = ref.value
  }
  return { ok: true, value: kept }
}
