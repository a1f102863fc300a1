import type { DeclineReason, Instant } from '../../vocabulary.ts'
import type { AgencyAction, Assignment, FieldAction, Heard, UnitMark } from '../assignment.ts'
import { eventByAction } from '../events.ts'
import type { AttentionItem } from '../incident.ts'
import { isAtWork } from '../long-operation.ts'
import type { Draft } from './draft.ts'
import { alarmWhenNobodyLeft, callForHelp, dropPhoneTasks, settleAttention } from './follow-ups.ts'

/** An agency's steps and what follows from them, however they came: a button, the radio, a phone call that was answered. */

/** Actions that come back to the desk as a call for help. */
export const helpByAction: Partial<Record<AgencyAction, AttentionItem['kind']>> = {
  decline: 'declined',
  obstacle: 'obstacle',
  requestBackup: 'backup',
  handBack: 'handedBack',
}

/** The true time of a step, default now, and how an operator heard of it. */
export interface Told {
  at?: Instant
  heard?: Heard
}

export const actInto = (draft: Draft, assignment: Assignment, action: FieldAction, { at, heard }: Told = {}): void => {
  proveArrival(draft, assignment, at)
  draft.emit({ type: eventByAction[action], assignment: assignment.id, ...how(heard) }, at)
  followUp(draft, assignment.id, action)
}

export const markInto = (
  draft: Draft,
  assignment: Assignment,
  { unit, mark }: { unit: string; mark: UnitMark },
  { at, heard }: Told = {},
): void => {
  proveArrival(draft, assignment, at)
  draft.emit({ type: 'UnitMarked', assignment: assignment.id, unit, mark, ...how(heard) }, at)
  followUp(draft, assignment.id, mark)
}

export const declineInto = (
  draft: Draft,
  assignment: Assignment,
  reason: DeclineReason,
  { at, heard }: Told = {},
): void => {
  proveArrival(draft, assignment, at)
  draft.emit({ type: 'AssignmentDeclined', assignment: assignment.id, reason, ...how(heard) }, at)
  followUp(draft, assignment.id, 'decline')
}

export const how = (heard: Heard | undefined): { heard?: Heard } => (heard ? { heard } : {})

/** Alarms that an answer of the agency ends. */
export const untilAnswered: readonly AttentionItem['kind'][] = ['unreachable', 'phonesSilent', 'unattended']

/** Whoever answers was reached: in the group when a member pressed, by voice when somebody records it. */
export const proveArrival = (draft: Draft, { standing, id }: Assignment, at?: Instant): void => {
  const via = draft.by.kind === 'member' ? 'channel' : 'phone'
  if (standing.status === 'alerting') draft.emit({ type: 'AlertDelivered', assignment: id, via }, at)
  settleAttention(draft, item => item.assignment === id && untilAnswered.includes(item.kind))
}

const isStillAtWork = ({ state }: Draft, id: string): boolean =>
  state?.assignments.some(assignment => assignment.id === id && isAtWork(assignment)) ?? false

/** What an agency that goes on, or is done, no longer needs. */
const needMetBy: Partial<Record<AgencyAction, readonly AttentionItem['kind'][]>> = {
  depart: ['obstacle'],
  arrive: ['obstacle'],
  transport: ['obstacle'],
  arriveHospital: ['obstacle', 'backup'],
  clear: ['obstacle', 'backup'],
  notFound: ['obstacle', 'backup'],
  handBack: ['obstacle', 'backup'],
}

const followUp = (draft: Draft, assignment: string, action: AgencyAction): void => {
  const step = draft.state?.lastSeq
  // that it works on the job does not say that it knows what changed
  dropPhoneTasks(draft, task => task.assignment === assignment && task.cause !== 'update')
  const met = needMetBy[action] ?? []
  settleAttention(draft, item => item.assignment === assignment && met.includes(item.kind), step)
  const help = helpByAction[action]
  if (help) callForHelp(draft, help, assignment)
  settleAttention(
    draft,
    ({ kind, assignment: of }) => kind === 'sitrepOverdue' && of === assignment && !isStillAtWork(draft, of),
  )
  if (action === 'decline' || action === 'handBack') alarmWhenNobodyLeft(draft, assignment)
  draft.effect({ kind: 'refreshCards' })
}
