import { awaited, type DueContact, dueContacts, rungsLeft } from '../../clocks/contact.ts'
import { refuse } from '../../refusal.ts'
import type { ContactKind, Instant } from '../../vocabulary.ts'
import type { Assignment } from '../assignment.ts'
import type { IncidentCommand } from '../commands.ts'
import { contactsOf } from '../contacts.ts'
import { assignmentOf, type Incident, isOver, type PhoneTask } from '../incident.ts'
import { isAnswered } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { callForHelp, dropPhoneTasks, raisePhoneTask, settleAttention } from './follow-ups.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** Whoever got the alert needs no reminder of a limit beside it for so long, ms of service time. */
const sameMinuteMs = 60_000

/** A channel confirmed the alert; or it cannot get there, and whoever comes next is tried at once. */
export const noteDelivery = (
  incident: Incident,
  { assignment: id, result, to = 'group' }: Command<'NoteDelivery'>,
  context: DecideContext,
): IncidentDecision => {
  const assignment = assignmentOf(incident, id)
  if (!assignment) return refuse('notFound', { what: 'assignment' })
  const draft = new Draft(incident, context)
  if (isAnswered(assignment) || isOver(incident)) return draft.decision()
  if (result === 'sent') noteSent(draft, assignment)
  else if (incident.phase.status !== 'closed') noteFailed(draft, assignment, to, { result, now: context.now })
  return draft.decision()
}

const noteSent = (draft: Draft, assignment: Assignment): void => {
  if (confirmedByChannel(assignment)) return
  const { id, standing } = assignment
  draft.emit({ type: 'AlertDelivered', assignment: id, via: 'channel' })
  // an answer that was taken back had proven the arrival before: then it is the answer that somebody phones for
  if (standing.status === 'alerting') {
    dropPhoneTasks(draft, task => task.assignment === id && task.cause === 'unreachable')
  }
  settleAttention(draft, item => item.assignment === id && item.kind === 'unreachable')
}

/** A group that showed the alert once has it, whatever becomes of a further copy; unless its channel is gone. */
const noteFailed = (
  draft: Draft,
  assignment: Assignment,
  to: ContactKind,
  { result, now }: { result: 'unreachable' | 'lost'; now: Instant },
): void => {
  const { id } = assignment
  const contact = contactsOf(assignment).find(tried => tried.to === to)
  const hasIt = result === 'unreachable' && to === 'group' && confirmedByChannel(assignment)
  if (!contact || contact.failed || hasIt) return
  draft.emit({ type: 'AlertUndeliverable', assignment: id, to })
  climbDue(draft, now, due => due.assignment === id)
  alarmWhenUnreachable(draft, id)
}

/** Tries whoever is due on the contact ladders; a rung that is taken has its own time again. */
export const climbDue = (draft: Draft, now: Instant, of: (due: DueContact) => boolean = () => true): void => {
  for (const due of draft.state ? dueContacts(draft.state) : []) {
    if (due.dueAt <= now && of(due)) climb(draft, due)
  }
}

const climb = (draft: Draft, { assignment: id, to }: Pick<DueContact, 'assignment' | 'to'>): void => {
  const assignment = draft.state && assignmentOf(draft.state, id)
  if (!assignment || to === 'group') return
  if (!contactsOf(assignment).some(tried => tried.to === to)) draft.emit({ type: 'ContactTried', assignment: id, to })
  if (to !== 'phone') draft.effect({ kind: 'contact', assignment: id, to })
  else raisePhoneTask(draft, id, causeFor(assignment))
}

/** An answer that somebody recorded and took back proves no channel. */
const causeFor = (assignment: Assignment): PhoneTask['cause'] =>
  confirmedByChannel(assignment) ? 'unanswered' : 'unreachable'

/** Every message that could be tried has failed, and there is none left to try: one alarm, at once. */
const alarmWhenUnreachable = (draft: Draft, id: string): void => {
  const assignment = draft.state && assignmentOf(draft.state, id)
  if (!assignment || confirmedByChannel(assignment)) return
  const messages = contactsOf(assignment).filter(({ to }) => to !== 'phone')
  const hope = messages.some(({ failed }) => !failed) || rungsLeft(assignment).some(to => to !== 'phone')
  const known = draft.state?.attention.some(item => item.assignment === id && item.kind === 'unreachable')
  if (!hope && !known) callForHelp(draft, 'unreachable', id)
}

/**
 * A limit wants the duty officer: where the alert itself has not gone there yet, it goes now in the limit's place.
 * Returns those whose duty officer had the alert within the last minute: nobody gets the same thing twice.
 */
export const alertDutyOfficers = (draft: Draft, assignments: readonly string[], now: Instant): string[] => {
  for (const { assignment } of draft.state ? dueContacts(draft.state) : []) {
    const found = draft.state && assignmentOf(draft.state, assignment)
    if (found && assignments.includes(assignment) && rungsLeft(found).includes('dutyOfficer')) {
      climb(draft, { assignment, to: 'dutyOfficer' })
    }
  }
  const officers = (draft.state?.assignments ?? [])
    .filter(({ id }) => assignments.includes(id))
    .flatMap(assignment => contactsOf(assignment).map(contact => ({ ...contact, assignment: assignment.id })))
  return officers
    .filter(({ to, at, failed }) => to === 'dutyOfficer' && !failed && now - at < sameMinuteMs)
    .map(({ assignment }) => assignment)
}

/**
 * The auditor found these waiting with nothing that would go on: whatever is due on their ladders goes out, somebody
 * phones, and the supervisors hear of it once. Whoever has answered meanwhile, or is being phoned, is left alone.
 */
export const repairCare = (
  incident: Incident,
  { assignments }: Command<'RepairCare'>,
  context: DecideContext,
): IncidentDecision => {
  const draft = new Draft(incident, context)
  const stuck = dueContacts(incident).filter(({ assignment }) => assignments.includes(assignment))
  climbDue(draft, context.now, due => stuck.some(({ assignment }) => assignment === due.assignment))
  for (const { assignment: id } of stuck) {
    const assignment = draft.state && assignmentOf(draft.state, id)
    if (assignment) raisePhoneTask(draft, id, causeFor(assignment))
    const known = draft.state?.attention.some(
      item => item.kind === 'unattended' && item.assignment === id && item.doneAt === undefined,
    )
    if (!known) callForHelp(draft, 'unattended', id)
  }
  return draft.decision()
}

/** A PEMBARUAN that no chat shows is told by phone; one that comes through after all need not be. */
export const noteUpdate = (
  incident: Incident,
  { assignment: id, result }: Command<'NoteUpdate'>,
  context: DecideContext,
): IncidentDecision => {
  const assignment = assignmentOf(incident, id)
  if (!assignment) return refuse('notFound', { what: 'assignment' })
  const draft = new Draft(incident, context)
  if (result === 'sent') dropPhoneTasks(draft, task => task.assignment === id && task.cause === 'update')
  else if (awaited(incident).includes(assignment)) raisePhoneTask(draft, id, causeFor(assignment))
  // whoever never had the alert needs no news of it either
  else if (assignment.standing.status !== 'alerting') raisePhoneTask(draft, id, 'update')
  return draft.decision()
}

const confirmedByChannel = ({ steps }: Assignment): boolean =>
  steps.some(({ change }) => change.kind === 'notified' && change.via === 'channel')
