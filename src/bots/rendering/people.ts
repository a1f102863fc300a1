import type { IncidentFacts } from '../../application/ports/renderer.ts'
import type { Assignment, AssignmentStatus, Step, StepChange } from '../../dispatch/incident/assignment.ts'
import { crewSteps } from '../../dispatch/incident/units.ts'
import type { Actor, Instant } from '../../dispatch/vocabulary.ts'
import { timeOfDay } from '../../i18n/chat/id/format.ts'
import { officer, roles, systemName } from '../../i18n/chat/id/words.ts'

/** How a person is named in a group. Callers are never actors, so no caller can appear here. */
export const nameOf = (actor: Actor): string => {
  switch (actor.kind) {
    case 'user':
      return officer(actor.name)
    case 'member':
      return actor.name
    case 'system':
      return systemName
  }
}

export const timeIn = (facts: { centre: { timeZone: string } }, at: Instant): string =>
  timeOfDay(at, facts.centre.timeZone)

export const agencyName = (facts: IncidentFacts, agency: string): string => facts.agencyNames.get(agency) ?? agency

/** "DAMKAR", or "DAMKAR Pos Genuk" where one of its posts was sent. */
export const addresseeOf = (facts: Pick<IncidentFacts, 'postNames'>, { id, agency }: Assignment): string => {
  const post = facts.postNames.get(id)
  return post === undefined ? agency : `${agency} ${post}`
}

export const roleOf = ({ duty, role }: Assignment): string => (duty === 'inform' ? roles.inform : roles[role])

type ActionChange = Extract<StepChange, { kind: 'action' }>
const action =
  (...actions: ActionChange['action'][]) =>
  (change: StepChange): boolean =>
    change.kind === 'action' && actions.includes(change.action)
const kind =
  (...kinds: StepChange['kind'][]) =>
  (change: StepChange): boolean =>
    kinds.includes(change.kind)

/** Which step brought an assignment into its state. */
const madeBy = {
  alerting: () => false,
  notified: kind('notified'),
  received: action('receive'),
  acknowledged: action('acknowledge'),
  enRoute: action('depart'),
  onScene: action('arrive'),
  transporting: action('transport'),
  cleared: action('clear', 'notFound', 'arriveHospital'),
  reported: kind('reported'),
  reportAccepted: kind('reportAccepted'),
  reportWaived: kind('reportWaived'),
  declined: kind('declined'),
  handedBack: action('handBack'),
  stoodDown: kind('stoodDown', 'replaced'),
} as const satisfies Record<AssignmentStatus, (change: StepChange) => boolean>

/** The step that made the present state; who and when stand in it. */
export const statusStep = ({ steps, standing }: Assignment): Step | undefined => {
  const made = ({ change }: Step) => madeBy[standing.status](change)
  const own = crewSteps(steps)
  // further units set out and arrive after the one that brought the agency there
  return firstOnes.includes(standing.status) ? own.find(made) : own.findLast(made)
}

const firstOnes: readonly AssignmentStatus[] = ['enRoute', 'onScene']

const taking = action('acknowledge', 'depart', 'arrive', 'transport', 'arriveHospital', 'clear', 'notFound')

/** The press that took the job. */
export const takingStep = ({ steps }: Assignment): Step | undefined =>
  crewSteps(steps).find(({ change }) => taking(change))

export const lastStepOf = ({ steps }: Assignment, name: Exclude<ActionChange['action'], 'receive'>): Step | undefined =>
  steps.findLast(({ change }) => action(name)(change))
