import { limitSecondsOf } from '../clocks/clock.ts'
import type { ClockDefinition, MarkName, SopProfile } from '../profiles/profile.ts'
import type { Allowed } from './span.ts'

/** The way of every incident, the same in every centre: what people ask first of its figures. */
export const stages = ['dispatch', 'answer', 'arrival', 'close'] as const
export type Stage = (typeof stages)[number]

const stage = (
  id: Stage,
  scope: ClockDefinition['scope'],
  start: MarkName,
  stop: MarkName,
): ClockDefinition & { id: Stage } => ({
  ...{ id, scope, start, stop: [stop], name: { id, en: id }, kind: 'figure', owner: 'centre' },
  // a stage has no limit of its own: `allowedFor` finds what the standard says of it
  ...{ targetSeconds: 0, basis: 'internal' },
})

/** Stages are measured as clocks are, so that what stops, ends and leaves a clock does the same to them. */
export const stageClocks = [
  stage('dispatch', 'incident', 'call.opened', 'dispatch.allDelivered'),
  stage('answer', 'assignment', 'assignment.notified', 'assignment.answered'),
  stage('arrival', 'assignment', 'assignment.acknowledged', 'assignment.onScene'),
  stage('close', 'leadAssignment', 'assignment.onScene', 'incident.archived'),
] as const

/** A submitted intake is ready to be sent: the standards name the one or the other. */
const same: Partial<Record<MarkName, MarkName>> = { 'dispatch.ready': 'intake.submitted' }
const plain = (mark: MarkName): MarkName => same[mark] ?? mark

/**
 * What the standard allows from one mark to the other: its limits one after the other; undefined where they leave a
 * gap. Clocks that only report (a total) are no step of the way.
 */
export const allowedFor = (
  { clocks }: Pick<SopProfile, 'clocks'>,
  { start, stop }: Pick<ClockDefinition, 'start' | 'stop'>,
): Allowed | undefined => {
  const [end] = stop
  const steps = clocks.filter(({ kind }) => kind !== 'figure')
  const onward = (from: MarkName, left: readonly ClockDefinition[]): Allowed | undefined => {
    for (const step of left) {
      if (plain(step.start) !== plain(from)) continue
      const own = { targetSeconds: step.targetSeconds, limitSeconds: limitSecondsOf(step) }
      if (step.stop.some(mark => mark === end)) return own
      const [next] = step.stop
      const rest =
        next &&
        onward(
          next,
          left.filter(other => other !== step),
        )
      if (rest) return sum(own, rest)
    }
    return undefined
  }
  return onward(start, steps)
}

const sum = (a: Allowed, b: Allowed): Allowed => ({
  targetSeconds: a.targetSeconds + b.targetSeconds,
  limitSeconds: a.limitSeconds + b.limitSeconds,
})
