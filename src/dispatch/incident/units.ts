import type { Instant } from '../vocabulary.ts'
import { type Assignment, type Step, type StepChange, type UnitMark, unitMarks } from './assignment.ts'
import { transitions } from './transitions.ts'

/**
 * Units with marks of their own ("Pancar 01", "AMB-3"). They are told beside the agency's own buttons and never in their
 * way: the first unit that arrives has the agency on scene, the last that is done clears it, as does a plain Selesai.
 */

/** Most units that an agency names on one incident, and the longest code, in characters. */
export const maxUnits = 12
export const maxUnitLength = 24

/** A unit that the agency has on the incident; what nobody reported is absent. */
export interface Unit {
  code: string
  /** stays with the code, whichever units come and go: buttons carry it */
  number: number
  marks: Partial<Record<UnitMark, Instant>>
}

type UnitChange = Extract<StepChange, { kind: 'unit' }>
type UnitStep = Step & { change: UnitChange }

const isUnitStep = (step: Step): step is UnitStep => step.change.kind === 'unit'

const namedIn = (steps: readonly Step[]): readonly string[] => {
  const change = steps.findLast(step => step.change.kind === 'unitsNamed')?.change
  return change?.kind === 'unitsNamed' ? change.units : []
}

/** The units as they are named now, with their marks. */
export const unitsOf = ({ steps }: Pick<Assignment, 'steps'>): Unit[] => {
  const ever = [...new Set(steps.flatMap(({ change }) => (change.kind === 'unitsNamed' ? change.units : [])))]
  return namedIn(steps).map(code => ({
    code,
    number: ever.indexOf(code) + 1,
    marks: marksIn(steps, code),
  }))
}

const marksIn = (steps: readonly Step[], unit: string): Unit['marks'] =>
  Object.fromEntries(
    steps.filter(isUnitStep).flatMap(({ change, at }) => (change.unit === unit ? [[change.mark, at]] : [])),
  )

/** What a unit can still report: nothing twice, and nothing that lies behind it. */
export const marksLeft = ({ marks }: Unit): UnitMark[] => {
  const last = unitMarks.findLastIndex(mark => marks[mark] !== undefined)
  return unitMarks.slice(last + 1)
}

/** A unit, and what it can still report in the agency's present state. */
export type OpenUnit = Unit & { left: UnitMark[] }

/** The units that can still report something. */
export const openUnits = (assignment: Assignment): OpenUnit[] =>
  takesUnits(assignment)
    ? unitsOf(assignment)
        .map(unit => ({ ...unit, left: marksLeft(unit).filter(mark => takesMark(assignment.standing.status, mark)) }))
        .filter(({ left }) => left.length > 0)
    : []

const beforeDone = ['alerting', 'notified', 'acknowledged', 'enRoute', 'onScene', 'transporting'] as const
const underWay = ['acknowledged', 'enRoute', 'onScene', 'transporting'] as const
const unitStates: Record<UnitMark, readonly string[]> = { depart: beforeDone, arrive: beforeDone, clear: underWay }

/** In these states of the agency a unit's mark is taken; a unit that sets out answers for all. */
export const takesMark = (status: string, mark: UnitMark): boolean => unitStates[mark].includes(status)

export const takesUnits = ({ duty, standing }: Assignment): boolean =>
  duty === 'act' && (beforeDone as readonly string[]).includes(standing.status)

/** Steps never change once they stand in a state, so what follows from them is worked out once. */
const known = new WeakMap<readonly Step[], readonly Step[]>()

/**
 * The steps as the agency's own: a unit's departure and arrival are the agency's, its end only when it is the last
 * one's. The agency is clear when the last of its units is, in whatever order that was recorded.
 */
export const crewSteps = (steps: readonly Step[]): readonly Step[] => {
  const before = known.get(steps)
  if (before) return before
  const counted = steps.some(isUnitStep) ? withoutUnits(steps) : steps
  known.set(steps, counted)
  return counted
}

const withoutUnits = (steps: readonly Step[]): Step[] => {
  let named: readonly string[] = []
  const clearedAt = new Map<string, Instant>()
  return steps.flatMap(step => {
    if (step.change.kind === 'unitsNamed') named = step.change.units
    if (!isUnitStep(step)) return [step]
    const { mark, unit } = step.change
    if (mark !== 'clear') return [asAgency(step, mark)]
    clearedAt.set(unit, step.at)
    const ends = named.map(code => clearedAt.get(code)).filter(at => at !== undefined)
    const isLast = named.length > 0 && ends.length === named.length
    return isLast ? [{ ...asAgency(step, mark), at: Math.max(...ends) }] : []
  })
}

const asAgency = (step: UnitStep, action: UnitMark): Step => ({ ...step, change: { kind: 'action', action } })

/** Whether an action still moves an agency that stands there; a second unit that arrives moves nothing. */
export const moves = (status: string, action: keyof typeof transitions): boolean =>
  (transitions[action].from as readonly string[]).includes(status)
