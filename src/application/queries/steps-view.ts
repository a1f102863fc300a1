import type { Assignment, Step, StepChange } from '../../dispatch/incident/assignment.ts'
import { correctionsOf, correctSteps } from '../../dispatch/incident/corrections.ts'
import { nameOfChange } from '../../dispatch/incident/decide/step-order.ts'
import type { IncidentEvent, Recorded } from '../../dispatch/incident/events.ts'
import { isStepEvent, stepOf } from '../../dispatch/incident/step-events.ts'
import { openUnits, unitsOf } from '../../dispatch/incident/units.ts'
import { type DeclineReason, nameOf, type TextRef } from '../../dispatch/vocabulary.ts'
import type { CorrectionView, StepView, UnitView } from '../views.ts'

type Corrected = Recorded<Extract<IncidentEvent, { type: 'StepCorrected' }>>

/** An assignment's steps, each with what was put right about it; those that a correction took out stay visible. */
export const stepsView = (
  assignment: Assignment,
  events: readonly Recorded<IncidentEvent>[],
  texts: ReadonlyMap<TextRef, string>,
): StepView[] => {
  const { removed, corrections } = retrace(assignment, events, texts)
  const shown = (steps: readonly Step[], counts: boolean) =>
    steps.map(step => stepView(step, texts, counts, corrections.get(step.seq) ?? []))
  return [...shown(assignment.steps, true), ...shown(removed, false)].sort((a, b) => a.at - b.at || a.seq - b.seq)
}

export const unitsView = (assignment: Assignment): UnitView[] => {
  const left = new Map(openUnits(assignment).map(unit => [unit.code, unit.left]))
  return unitsOf(assignment).map(({ code, marks }) => ({
    code,
    departedAt: marks.depart ?? null,
    arrivedAt: marks.arrive ?? null,
    clearedAt: marks.clear ?? null,
    marks: left.get(code) ?? [],
  }))
}

/** Plays what was recorded over once more, and keeps what each correction changed and took out. */
const retrace = (
  { id }: Assignment,
  events: readonly Recorded<IncidentEvent>[],
  texts: ReadonlyMap<TextRef, string>,
) => {
  const corrections = new Map<number, CorrectionView[]>()
  const removed: Step[] = []
  let steps: Step[] = []
  for (const event of events) {
    if (!('assignment' in event) || event.assignment !== id) continue
    if (isStepEvent(event)) steps.push(stepOf(event))
    else if (event.type === 'ActionUndone') steps = steps.filter(({ seq }) => seq !== event.undone)
    else if (event.type === 'StepCorrected') {
      const { correction } = event
      const seq = 'seq' in correction ? correction.seq : event.seq
      const before = steps.find(step => step.seq === seq)
      corrections.set(seq, [...(corrections.get(seq) ?? []), correctionView(event, before, texts)])
      if (correction.kind === 'removed' && before) removed.push(before)
      steps = correctSteps(steps, correction, event)
    }
  }
  return { removed, corrections }
}

const correctionView = (
  { correction, at, by, reason }: Corrected,
  before: Step | undefined,
  texts: ReadonlyMap<TextRef, string>,
): CorrectionView => ({
  kind: correction.kind,
  at,
  by: nameOf(by),
  reason: texts.get(reason) ?? '',
  was: before ? { ...whatOf(before.change), at: before.at } : null,
})

const stepView = (
  { seq, at, recordedAt, by, change, heard }: Step,
  texts: ReadonlyMap<TextRef, string>,
  counts: boolean,
  corrections: CorrectionView[],
): StepView => ({
  seq,
  ...whatOf(change),
  at,
  recordedAt,
  by: nameOf(by),
  ...(heard ? { via: heard.via } : {}),
  ...(heard?.informant === undefined ? {} : { informant: texts.get(heard.informant) ?? '' }),
  counts,
  correctable: counts ? correctionsOf({ seq, change }) : [],
  corrections,
})

const whatOf = (change: StepChange): { what: string; unit?: string; reason?: DeclineReason } => ({
  what: nameOfChange(change),
  ...(change.kind === 'unit' ? { unit: change.unit } : {}),
  ...(change.kind === 'declined' ? { reason: change.reason } : {}),
})
