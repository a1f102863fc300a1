import { type Refusal, refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { IncidentCommand } from '../commands.ts'
import { type Incident, isOver, type PlannedAgency } from '../incident.ts'
import { readyForEarlyDispatch } from '../intake.ts'
import { isActive, isSameAddressee, isSettled, isWorking } from '../standing.ts'
import { assign } from './assign.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { alarmWhenNobodyLeft, dropPhoneTasks, endNobodyLeft, settleAttention } from './follow-ups.ts'
import { notNow, type Refused, workable } from './guards.ts'
import { answerOfferInto } from './receiving.ts'
import { badUnits } from './units.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** Sends the alert to the chosen agencies; early when type and place are known while the asking goes on. */
export const dispatchIncident = (
  incident: Incident,
  command: Command<'DispatchIncident'>,
  context: DecideContext,
): IncidentDecision => {
  const refusal = notReady(incident) ?? badPlan(command.agencies)
  if (refusal) return { accepted: false, refusal }
  const draft = new Draft(incident, context)
  draft.emit({ type: 'IncidentDispatched', priority: command.priority ?? incident.priority })
  answerOfferInto(draft, incident, { result: 'taken' })
  for (const plan of command.agencies) assign(draft, plan, true)
  return draft.decision()
}

/** Agencies join an incident between its dispatch and its closing. */
export const notUnderWay = (incident: Incident): Refused | undefined => {
  const { status } = incident.phase
  if (status === 'dispatched' || status === 'closing') return undefined
  const code = isOver(incident) ? 'incidentOver' : 'notNow'
  return refuse(code, { action: 'addAgency', status, number: incident.number })
}

/** A further agency while the incident is under way, or a new lead for one that left. */
export const addAgency = (
  incident: Incident,
  { agency }: Command<'AddAgency'>,
  context: DecideContext,
): IncidentDecision => {
  const refused = notUnderWay(incident)
  if (refused) return refused
  const active = incident.assignments.filter(isWorking)
  if (active.some(assignment => isSameAddressee(assignment, agency)))
    return refuse('duplicateAgency', addressee(agency))
  if (agency.role === 'lead' && active.some(({ role }) => role === 'lead')) return refuse('leadMissing', { leads: 2 })
  if (agency.role === 'lead' && agency.duty !== 'act') return refuse('leadMissing', { leads: 0 })
  const wrongUnits = unitsOfPlan(agency)
  if (wrongUnits) return { accepted: false, refusal: wrongUnits }
  const draft = new Draft(incident, context)
  assign(draft, agency, false)
  settleNeed(draft, agency)
  endNobodyLeft(draft)
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

/** Releases an agency that is not needed; its clocks end uncounted. */
export const standDown = (
  incident: Incident,
  command: Command<'StandDownAssignment'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, command.assignment)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  const { standing } = assignment
  if (standing.status === 'stoodDown') {
    return refuse('alreadyDone', { action: 'standDown', by: nameOf(standing.by), at: standing.at })
  }
  if (!isActive(assignment) || isSettled(assignment)) return notNow(assignment, 'standDown', context)
  const draft = new Draft(incident, context)
  draft.emit({ type: 'AssignmentStoodDown', assignment: assignment.id, reason: command.reason })
  dropPhoneTasks(draft, task => task.assignment === assignment.id)
  settleAttention(draft, item => item.assignment === assignment.id)
  draft.effect({ kind: 'update', fields: ['stoodDown'], assignments: [assignment.id] })
  draft.effect({ kind: 'refreshCards' })
  alarmWhenNobodyLeft(draft, assignment.id)
  return draft.decision()
}

/** A substitute for the agency that left first in the same role, else the back-up that was asked for first: that item is done with. */
const settleNeed = (draft: Draft, { role, duty }: PlannedAgency): void => {
  if (duty !== 'act') return
  const left = draft.state?.attention.find(
    ({ kind, doneAt, assignment }) =>
      (kind === 'declined' || kind === 'handedBack') &&
      doneAt === undefined &&
      draft.state?.assignments.some(({ id, role: had }) => id === assignment && had === role),
  )
  const met = left ?? draft.state?.attention.find(({ kind, doneAt }) => kind === 'backup' && doneAt === undefined)
  settleAttention(draft, ({ id }) => id === met?.id)
}

export const addressee = ({ agency, post }: PlannedAgency) => ({ agency, ...(post === undefined ? {} : { post }) })

const notReady = (incident: Incident): Refusal | undefined => {
  const { status } = incident.phase
  if (isOver(incident)) return { code: 'incidentOver', params: { number: incident.number, status } }
  if (incident.handling === 'dispatcher-handoff') {
    if (status === 'taken') return undefined
    return status === 'intake' || status === 'submitted'
      ? { code: 'notTaken', params: {} }
      : { code: 'notNow', params: { action: 'dispatch', status } }
  }
  if (status === 'submitted') return undefined
  if (status !== 'intake') return { code: 'notNow', params: { action: 'dispatch', status } }
  return readyForEarlyDispatch(incident.intake) ? undefined : { code: 'placeMissing', params: {} }
}

/** Units belong to agencies that act. */
export const unitsOfPlan = ({ duty, units = [] }: PlannedAgency): Refusal | undefined => {
  const [first] = units
  if (duty === 'inform' && first !== undefined) return { code: 'unitInvalid', params: { unit: first } }
  return badUnits(units)?.refusal
}

export const badPlan = (agencies: readonly PlannedAgency[]): Refusal | undefined => {
  const leads = agencies.filter(({ role }) => role === 'lead')
  if (leads.length !== 1 || leads[0]?.duty !== 'act') return { code: 'leadMissing', params: { leads: leads.length } }
  const twice = agencies.find((one, index) => agencies.findIndex(other => isSameAddressee(other, one)) !== index)
  if (twice) return { code: 'duplicateAgency', params: addressee(twice) }
  return agencies.map(unitsOfPlan).find(refusal => refusal !== undefined)
}
