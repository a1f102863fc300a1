import type { Instant } from '../vocabulary.ts'
import type { Assignment } from './assignment.ts'
import type { AttentionItem, FiredRung, Incident, PhoneTask } from './incident.ts'
import { standingOf } from './standing.ts'

/** An agency's job as it goes from one incident to another: nothing that happened is lost, nothing fires twice. */
export interface CarriedAssignment {
  assignment: Assignment
  /** rungs of its own clocks that fired there */
  fired: FiredRung[]
  /** somebody was to phone it */
  phoneTask?: PhoneTask['cause']
  /** what was open before the desk about it */
  items: AttentionItem['kind'][]
}

/** The job as it stands in its incident now. */
export const carriedFrom = (incident: Incident, assignment: Assignment): CarriedAssignment => {
  const { id } = assignment
  const task = incident.phoneTasks.find(one => one.assignment === id && !one.done)
  return {
    assignment,
    fired: incident.fired.filter(({ clock }) => clock.endsWith(`:${id}`)),
    items: incident.attention
      .filter(item => item.assignment === id && item.doneAt === undefined && item.kind !== 'nobodyLeft')
      .map(({ kind }) => kind),
    ...(task ? { phoneTask: task.cause } : {}),
  }
}

/** The same job in its new incident. It never counts as part of the first plan: S3 and S5 are not reopened. */
export const settledIn = ({
  carried,
  assignment: id,
  role,
  from,
  seq,
  at,
  recordedAt,
  by,
}: {
  carried: CarriedAssignment
  assignment: string
  role: Assignment['role']
  from: string
  seq: number
  at: Instant
  recordedAt: Instant
  by: Assignment['steps'][number]['by']
}): Assignment => {
  const steps = [
    // below every number that an event has here: they are told apart, and nobody puts right here what happened there
    ...carried.assignment.steps.map((step, index, all) => ({ ...step, seq: index - all.length })),
    { seq, at, recordedAt, by, change: { kind: 'carried' as const, from } },
  ]
  // whose place it took is of no concern here
  const { replaces: _, ...job } = carried.assignment
  return { ...job, id, role, firstPlan: false, steps, standing: standingOf(steps) }
}

/** Its fired rungs under the name that its clocks have in the new incident. */
export const rungsSettledIn = ({ assignment, fired }: CarriedAssignment, id: string): FiredRung[] =>
  fired.map(rung => ({ ...rung, clock: `${rung.clock.slice(0, -assignment.id.length)}${id}` }))
