import type { Instant } from '../vocabulary.ts'
import type { Heard, Step, StepChange } from './assignment.ts'
import { beside } from './standing.ts'

/** A step that can be put right: what a crew did, not what a desk decided about it. */
export type FieldChange = Extract<StepChange, { kind: 'action' | 'declined' | 'unit' }>

/** What an operator puts right later, with a reason; `seq` names the step. */
export type Correction =
  | { kind: 'retimed'; seq: number; to: Instant }
  | { kind: 'removed'; seq: number }
  | { kind: 'changed'; seq: number; change: FieldChange; to?: Instant }
  /** a mark that a crew forgot; its step gets the number of the correction */
  | { kind: 'inserted'; change: FieldChange; to: Instant; heard?: Heard }

/**
 * What can be done about a step that is there; a desk's own decisions are no marks of a crew, and what was carried here
 * from another incident happened there.
 */
export const correctionsOf = ({
  seq,
  change: { kind },
}: Pick<Step, 'seq' | 'change'>): ('retimed' | 'changed' | 'removed')[] => {
  if (seq < 0) return []
  if (kind === 'reported') return ['retimed', 'removed']
  return kind === 'action' || kind === 'declined' || kind === 'unit' ? ['retimed', 'changed', 'removed'] : []
}

export type CorrectionKind = Correction['kind']

/** A step that takes the agency forward; that an alert arrived, or which units there are, may be learned late. */
export const tellsOrder = ({ change }: Step): boolean => !beside.includes(change.kind)

/** The steps after a correction that was recorded as event `seq`; total, whatever it names. */
export const correctSteps = (
  steps: readonly Step[],
  correction: Correction,
  event: Pick<Step, 'seq' | 'recordedAt' | 'by'>,
): Step[] => {
  switch (correction.kind) {
    case 'removed':
      return steps.filter(({ seq }) => seq !== correction.seq)
    case 'retimed':
      return steps.map(step => (step.seq === correction.seq ? retimed(step, correction.to, event.seq) : step))
    case 'changed': {
      const { seq, change, to } = correction
      return steps.map(step =>
        step.seq === seq ? { ...retimed(step, to ?? step.at, event.seq), change, correctedBy: event.seq } : step,
      )
    }
    case 'inserted': {
      const { change, to, heard } = correction
      const { seq, recordedAt, by } = event
      const step: Step = { seq, at: to, recordedAt, by, change, correctedBy: seq, ...(heard ? { heard } : {}) }
      const later = steps.findIndex(other => tellsOrder(other) && other.at > to)
      return later < 0 ? [...steps, step] : [...steps.slice(0, later), step, ...steps.slice(later)]
    }
  }
}

const retimed = (step: Step, at: Instant, correctedBy: number): Step => {
  const { change } = step
  return {
    ...step,
    at,
    correctedBy,
    change: change.kind === 'reported' ? { ...change, report: { ...change.report, at } } : change,
  }
}
