import type { ReportLines } from '../../dispatch/incident/assignment.ts'
import type { Outcome } from '../application.ts'
import type { KeepText } from '../texts.ts'

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
