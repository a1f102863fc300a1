import { refuse } from '../../refusal.ts'
import type { AgencyAction, Assignment } from '../assignment.ts'
import type { IncidentCommand } from '../commands.ts'
import type { Incident } from '../incident.ts'
import { canCarry, isLegal } from '../transitions.ts'
import { actInto, declineInto } from './agency-steps.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { badTime, illegal, type Refused, workable } from './guards.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** A button, a number, or what an operator heard on the radio: one step of an agency on its assignment. */
export const actOnAssignment = (
  incident: Incident,
  command: Command<'ActOnAssignment'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = ready(incident, command, command.action, context)
  if ('refusal' in subject) return subject
  const draft = new Draft(incident, context)
  actInto(draft, subject.assignment, command.action, command)
  return draft.decision()
}

/** Tidak bisa, with the reason that the dispatcher needs to choose a substitute. */
export const declineAssignment = (
  incident: Incident,
  command: Command<'DeclineAssignment'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = ready(incident, command, 'decline', context)
  if ('refusal' in subject) return subject
  const draft = new Draft(incident, context)
  declineInto(draft, subject.assignment, command.reason, command)
  return draft.decision()
}

const ready = (
  incident: Incident,
  { assignment: id, at }: Command<'ActOnAssignment' | 'DeclineAssignment'>,
  action: AgencyAction,
  context: DecideContext,
): { assignment: Assignment } | Refused => {
  const subject = workable(incident, id)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  if (!canCarry(assignment, action)) {
    return refuse('cannotTransport', { agency: assignment.agency })
  }
  if (!isLegal(assignment, action)) return illegal(assignment, action, context)
  return badTime(incident, at, context.now) ?? subject
}
