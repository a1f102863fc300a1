import type { DeclineReason } from '../../vocabulary.ts'
import type { AgencyAction, Assignment } from '../assignment.ts'
import { eventByAction } from '../events.ts'
import type { AttentionItem } from '../incident.ts'
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

export const actInto = (draft: Draft, assignment: Assignment, action: keyof typeof eventByAction): void => {
  proveArrival(draft, assignment)
  draft.emit({ type: eventByAction[action], assignment: assignment.id })
  followUp(draft, assignment.id, action)
}

export const declineInto = (draft: Draft, assignment: Assignment, reason: DeclineReason): void => {
  proveArrival(draft, assignment)
  draft.emit({ type: 'AssignmentDeclined', assignment: assignment.id, reason })
  followUp(draft, assignment.id, 'decline')
}

/** Whoever answers was reached: in the group when a member pressed, by voice when somebody records it. */
export const proveArrival = (draft: Draft, { standing, id }: Assignment): void => {
  if (standing.status === 'alerting') {
    draft.emit({ type: 'AlertDelivered', assignment: id, via: draft.by.kind === 'member' ? 'channel' : 'phone' })
  }
  settleAttention(draft, item => item.assignment === id && item.kind === 'unreachable')
}

const followUp = (draft: Draft, assignment: string, action: AgencyAction): void => {
  dropPhoneTasks(draft, task => task.assignment === assignment)
  const help = helpByAction[action]
  if (help) callForHelp(draft, help, assignment)
  if (action === 'decline' || action === 'handBack') alarmWhenNobodyLeft(draft, assignment)
  draft.effect({ kind: 'refreshCards' })
}
