import { type Intake, type IntakeChange, known, type Victims } from '../incident/intake.ts'
import { type Actor, type Hazard, type Instant, type VictimKind, victimKinds } from '../vocabulary.ts'

/** What a further caller said about an incident that is known already. */
export interface FurtherReport {
  call: string
  /** when it was attached, and who did */
  at: Instant
  by: Actor
  /** the same number rang again: one caller, two calls */
  continued: boolean
  answers: IntakeChange
  /** the incident (or the one that the call would have opened) with which the caller's words are kept */
  wordsOf: string
  /** what brought it here, `id@seq` each: when one of them is taken back, the report goes with it */
  moves: readonly string[]
}

/** A report as an incident keeps it. */
export interface KeptReport extends FurtherReport {
  /** the event that added it */
  seq: number
  brought: Brought
}

/** What nobody had told before this report: it entered the incident's own intake. */
export interface Brought {
  hazards: readonly Hazard[]
  victims: readonly VictimKind[]
  fields: readonly BroughtField[]
}
const broughtFields = ['type', 'point', 'passable'] as const
type BroughtField = (typeof broughtFields)[number]

export const broughtNothing: Brought = { hazards: [], victims: [], fields: [] }

/** Field by field what the intake lacks and the answers have; a count that differs is a conflict, not news. */
export const broughtBy = (intake: Intake, answers: IntakeChange): Brought => {
  const had = known(intake.victims) ?? {}
  const told = known(answers.victims) ?? {}
  return {
    hazards: (answers.hazards ?? []).filter(hazard => !intake.hazards.includes(hazard)),
    victims: victimKinds.filter(kind => !had[kind] && (told[kind] ?? 0) > 0),
    fields: broughtFields.filter(
      field => known<unknown>(intake[field]) === undefined && known<unknown>(answers[field]) !== undefined,
    ),
  }
}

/** The change that takes what was brought into the intake. */
export const takenIn = (intake: Intake, answers: IntakeChange, brought: Brought): IntakeChange => {
  const told = known(answers.victims) ?? {}
  const victims: Victims = { ...known(intake.victims) }
  for (const kind of brought.victims) victims[kind] = told[kind] ?? 0
  const change: IntakeChange = {}
  if (brought.hazards.length) change.hazards = [...intake.hazards, ...brought.hazards]
  if (brought.victims.length) change.victims = { known: victims }
  for (const field of brought.fields) Object.assign(change, { [field]: answers[field] })
  return change
}

/** The change that takes a report out again: what only it had told, unless somebody has corrected it meanwhile. */
export const takenOut = (intake: Intake, report: KeptReport, others: readonly KeptReport[]): IntakeChange => {
  const { answers, brought } = report
  const told = known(answers.victims) ?? {}
  const victims: Victims = { ...known(intake.victims) }
  const gone = brought.victims.filter(kind => victims[kind] === told[kind])
  for (const kind of gone) delete victims[kind]
  const named = new Set(others.flatMap(other => other.answers.hazards ?? []))
  const hazards = intake.hazards.filter(hazard => !brought.hazards.includes(hazard) || named.has(hazard))
  const change: IntakeChange = {}
  if (hazards.length < intake.hazards.length) change.hazards = hazards
  // nothing left means that nobody said anything, not that there are none
  if (gone.length) change.victims = Object.keys(victims).length ? { known: victims } : 'unknown'
  for (const field of brought.fields) {
    if (JSON.stringify(intake[field]) === JSON.stringify(answers[field])) Object.assign(change, { [field]: 'unknown' })
  }
  return change
}

/** Whether a caller counts more of somebody than anybody before: crews hear of it, though it is not settled yet. */
export const countsMore = (
  answers: IntakeChange,
  { intake, furtherReports = [] }: { intake: Intake; furtherReports?: readonly KeptReport[] },
): boolean => {
  const before = [intake, ...furtherReports.map(report => report.answers)].map(told => known(told.victims) ?? {})
  const told = known(answers.victims) ?? {}
  return victimKinds.some(kind => (told[kind] ?? 0) > Math.max(0, ...before.map(victims => victims[kind] ?? 0)))
}

/** How many people have called about it: a number that rings again is one caller. */
export const callersOf = (incident: { calls: readonly string[]; furtherReports?: readonly KeptReport[] }): number =>
  incident.calls.length - (incident.furtherReports ?? []).filter(({ continued }) => continued).length
