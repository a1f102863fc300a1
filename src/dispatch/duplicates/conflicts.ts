import type { Assignment } from '../incident/assignment.ts'
import type { Incident } from '../incident/incident.ts'
import { type IntakeChange, known, type Point, type Victims } from '../incident/intake.ts'
import { metresBetween } from '../metres-between.ts'
import { type Actor, type Instant, type VictimKind, victimKinds } from '../vocabulary.ts'

/** What callers can contradict each other about: facts with a code or a figure. Words cannot be compared. */
export const conflictFields = ['type', 'point', 'passable', ...victimKinds] as const
export type ConflictField = (typeof conflictFields)[number]
export type ConflictValue = string | number | boolean | Point

/** One caller's answer; the first of a conflict is what the incident goes by now. */
export interface ConflictAnswer {
  call: string
  value: ConflictValue
}

export interface Conflict {
  field: ConflictField
  answers: ConflictAnswer[]
}

/** What a crew counted on the spot: the figure of its report, victims of every kind together. */
export interface CrewCount {
  agency: string
  by: Actor
  at: Instant
  value: number
}

export const isVictimKind = (field: string): field is VictimKind => (victimKinds as readonly string[]).includes(field)

/** A caller's answer about a field; undefined when not asked, or unknown. */
export const answerAbout = (field: ConflictField, answers: IntakeChange): ConflictValue | undefined =>
  isVictimKind(field) ? known(answers.victims)?.[field] : known<ConflictValue>(answers[field])

/**
 * The fields about which the callers do not agree. A field that an operator settled is quiet until another caller says
 * something else again.
 */
export const conflictsOf = (incident: Incident): Conflict[] =>
  conflictFields.flatMap(field => {
    const own = answerAbout(field, incident.intake)
    if (own === undefined) return []
    const settledAt = incident.settledConflicts?.[field] ?? 0
    const told = (incident.furtherReports ?? []).flatMap(({ call, seq, answers }) => {
      const value = answerAbout(field, answers)
      return value === undefined ? [] : [{ call, seq, value }]
    })
    if (!told.some(({ seq, value }) => seq > settledAt && contradicts(own, value))) return []
    const first = { call: incident.calls[0] ?? '', value: own }
    return [{ field, answers: [first, ...told.map(({ call, value }) => ({ call, value }))] }]
  })

/** What other callers count where they do not agree with the incident's own figure, the highest of each kind. */
export const countedOtherwise = (incident: Incident): Victims =>
  Object.fromEntries(
    conflictsOf(incident).flatMap(({ field, answers: [own, ...others] }) => {
      if (!isVictimKind(field)) return []
      const figures = others.map(({ value }) => Number(value)).filter(value => value !== own?.value)
      return [[field, Math.max(...figures)]]
    }),
  )

/** The crews' own counts, the latest first. */
export const crewCountsOf = (incident: Incident): CrewCount[] =>
  incident.assignments.flatMap(crewCount).sort((a, b) => b.at - a.at)

const crewCount = ({ agency, standing }: Assignment): CrewCount[] => {
  if (!('report' in standing) || standing.report.lines.victims === undefined) return []
  const { by, at, lines } = standing.report
  return [{ agency, by, at, value: lines.victims ?? 0 }]
}

/** Points contradict each other when they lie further apart than both accuracies allow. */
const contradicts = (own: ConflictValue, other: ConflictValue): boolean => {
  if (typeof own !== 'object' || typeof other !== 'object') return own !== other
  return metresBetween(own, other) > own.accuracyMetres + other.accuracyMetres
}
