import { refuse } from '../../refusal.ts'
import type { DeclineReason } from '../../vocabulary.ts'
import type { AgencyAction, Assignment } from '../assignment.ts'
import type { IncidentCommand } from '../commands.ts'
import { eventByAction } from '../events.ts'
import type { Incident } from '../incident.ts'
import { lastUndoable } from '../standing.ts'
import { isLegal, undoWindowMs } from '../transitions.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { alarmWhenNobodyLeft, callForHelp, dropPhoneTasks, settleAttention } from './follow-ups.ts'
import { badTime, illegal, workable } from './guards.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** A button, a number, or what an operator heard on the radio: one step of an agency on its assignment. */
export const actOnAssignment = (
  incident: Incident,
  command: Command<'ActOnAssignment'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, command.assignment)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  const { action } = command
  if (action === 'transport' && !assignment.transports) return refuse('cannotTransport', { agency: assignment.agency })
  if (!isLegal(assignment, action)) return illegal(assignment, action, context)
  const wrongTime = badTime(incident, command.at, context.now)
  if (wrongTime) return wrongTime
  const draft = new Draft(incident, context, command.at)
  actInto(draft, assignment, action)
  return draft.decision()
}

/** Tidak bisa, with the reason that the dispatcher needs to choose a substitute. */
export const declineAssignment = (
  incident: Incident,
  command: Command<'DeclineAssignment'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, command.assignment)
  if ('refusal' in subject) return subject
  if (!isLegal(subject.assignment, 'decline')) return illegal(subject.assignment, 'decline', context)
  const wrongTime = badTime(incident, command.at, context.now)
  if (wrongTime) return wrongTime
  const draft = new Draft(incident, context, command.at)
  declineInto(draft, subject.assignment, command.reason)
  return draft.decision()
}

/** Urungkan: takes the last step back within two minutes; the original stays among the events. */
export const undoAction = (
  incident: Incident,
  command: Command<'UndoAction'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, command.assignment)
  if ('refusal' in subject) return subject
  const last = lastUndoable(subject.assignment)
  if (!last || last.seq !== command.seq) return refuse('nothingToUndo')
  if (context.now > last.recordedAt + undoWindowMs) return refuse('undoExpired')
  const draft = new Draft(incident, context)
  draft.emit({ type: 'ActionUndone', assignment: command.assignment, undone: command.seq })
  settleAttention(draft, item => item.assignment === command.assignment && answersItself.includes(item.kind))
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

const answersItself = ['declined', 'handedBack', 'nobodyLeft']

/** Any press proves that the alert arrived; the step, and what follows from it. */
const actInto = (draft: Draft, assignment: Assignment, action: keyof typeof eventByAction): void => {
  proveArrival(draft, assignment)
  draft.emit({ type: eventByAction[action], assignment: assignment.id })
  dropPhoneTasks(draft, task => task.assignment === assignment.id)
  settleAttention(draft, item => item.assignment === assignment.id && item.kind === 'unreachable')
  const help = helpByAction[action]
  if (help) callForHelp(draft, help, assignment.id)
  if (action === 'handBack') alarmWhenNobodyLeft(draft, assignment.id)
  draft.effect({ kind: 'refreshCards' })
}

const helpByAction: Partial<Record<AgencyAction, 'obstacle' | 'backup' | 'handedBack'>> = {
  obstacle: 'obstacle',
  requestBackup: 'backup',
  handBack: 'handedBack',
}

const declineInto = (draft: Draft, assignment: Assignment, reason: DeclineReason): void => {
  proveArrival(draft, assignment)
  draft.emit({ type: 'AssignmentDeclined', assignment: assignment.id, reason })
  dropPhoneTasks(draft, task => task.assignment === assignment.id)
  settleAttention(draft, item => item.assignment === assignment.id && item.kind === 'unreachable')
  callForHelp(draft, 'declined', assignment.id)
  alarmWhenNobodyLeft(draft, assignment.id)
  draft.effect({ kind: 'refreshCards' })
}

const proveArrival = (draft: Draft, { standing, id }: Assignment): void => {
  if (standing.status !== 'alerting') return
  const member = draft.by.kind === 'member'
  draft.emit({ type: 'AlertDelivered', assignment: id, via: member ? 'channel' : 'phone' })
}

/** For a phone call that was answered: what the agency said counts like a button. */
export const actByPhone = { actInto, declineInto }
