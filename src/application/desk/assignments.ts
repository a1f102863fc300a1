import type { Heard } from '../../dispatch/incident/assignment.ts'
import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import type { Correction } from '../../dispatch/incident/corrections.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { Outcome } from '../application.ts'
import type { AssignmentCommands, CorrectionInput, HeardAs, OnBehalf } from '../commands/assignments.ts'
import { keepLines } from '../reports/keep-lines.ts'
import { readReportLines } from '../reports/report-lines.ts'
import type { KeepText } from '../texts.ts'
import type { Running } from './running.ts'

/** What the desk records for an agency, puts right, or changes about its task. */
export const createAssignmentCommands = ({ run, runKeeping, runWithText }: Running): AssignmentCommands => ({
  recordAction: (from, id, assignment, { action, ...told }) =>
    runKeeping(from, id, keep =>
      onBehalf(told, keep, when => ({ type: 'ActOnAssignment', assignment, action, ...when })),
    ),
  recordDecline: (from, id, assignment, { reason, ...told }) =>
    runKeeping(from, id, keep =>
      onBehalf(told, keep, when => ({ type: 'DeclineAssignment', assignment, reason, ...when })),
    ),
  recordReport: (from, id, assignment, { outcome, text, ...told }) =>
    runKeeping(from, id, async keep => {
      const kept = await keep('report', text)
      if (!kept.ok) return kept
      const lines = await keepLines(readReportLines(text), keep)
      if (!lines.ok) return lines
      const report = { outcome, text: kept.value, lines: lines.value }
      return onBehalf(told, keep, when => ({ type: 'FileReport', assignment, ...report, ...when }))
    }),
  nameUnits: (from, id, assignment, units) =>
    run(from, id, { type: 'NameUnits', assignment, units: units.map(code => code.trim()) }),
  markUnit: (from, id, assignment, { unit, mark, ...told }) =>
    runKeeping(from, id, keep =>
      onBehalf(told, keep, when => ({ type: 'MarkUnit', assignment, unit: unit.trim(), mark, ...when })),
    ),
  undo: (from, id, assignment, seq) => run(from, id, { type: 'UndoAction', assignment, seq }),
  correctStep: (from, id, assignment, { correction, reason }) =>
    runKeeping(from, id, async keep => {
      const kept = await keep('correction', reason)
      if (!kept.ok) return kept
      const put = await correctionOf(correction, keep)
      if (!put.ok) return put
      return { ok: true, value: { type: 'CorrectStep', assignment, correction: put.value, reason: kept.value } }
    }),
  withdrawJudgement: (from, id, assignment, reason) =>
    runWithText(from, id, 'correction', reason, ref => ({ type: 'WithdrawJudgement', assignment, reason: ref })),
  changeDuty: (from, id, assignment, duty) => run(from, id, { type: 'ChangeDuty', assignment, duty }),
})

/** The true time and how it was heard; the informant is a free text like any other. */
const onBehalf = async (
  { at, heard }: OnBehalf,
  keep: KeepText,
  command: (when: { at?: Instant; heard?: Heard }) => IncidentCommand,
): Promise<Outcome<IncidentCommand>> => {
  const kept = heard && (await heardOf(heard, keep))
  if (kept && !kept.ok) return kept
  return {
    ok: true,
    value: command({ ...(at === undefined ? {} : { at }), ...(kept ? { heard: kept.value } : {}) }),
  }
}

const heardOf = async ({ via, informant }: HeardAs, keep: KeepText): Promise<Outcome<Heard>> => {
  if (informant === undefined) return { ok: true, value: { via } }
  const kept = await keep('informant', informant)
  return kept.ok ? { ok: true, value: { via, informant: kept.value } } : kept
}

const correctionOf = async (input: CorrectionInput, keep: KeepText): Promise<Outcome<Correction>> => {
  if (input.kind !== 'inserted') return { ok: true, value: input }
  const { heard, ...correction } = input
  if (!heard) return { ok: true, value: correction }
  const kept = await heardOf(heard, keep)
  return kept.ok ? { ok: true, value: { ...correction, heard: kept.value } } : kept
}
