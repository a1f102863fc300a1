import type { DueContact } from '../../dispatch/clocks/contact.ts'
import { notifiedAt } from '../../dispatch/clocks/marks.ts'
import type { ReportLines } from '../../dispatch/incident/assignment.ts'
import { type Assignment, agencyActions } from '../../dispatch/incident/assignment.ts'
import { contactsOf } from '../../dispatch/incident/contacts.ts'
import type { IncidentEvent, Recorded } from '../../dispatch/incident/events.ts'
import { isRequired, lastUndoable } from '../../dispatch/incident/standing.ts'
import { canCarry, isLegal, undoWindowMs } from '../../dispatch/incident/transitions.ts'
import { type Instant, nameOf, type TextRef } from '../../dispatch/vocabulary.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { AssignmentView, ContactView, DeliveryStateView } from '../views.ts'
import { stepsView, unitsView } from './steps-view.ts'

export interface AssignmentFacts {
  texts: ReadonlyMap<TextRef, string>
  events: readonly Recorded<IncidentEvent>[]
  names: ReadonlyMap<string, string>
  postNames: ReadonlyMap<string, string>
  /** the next rung of every contact ladder that is being climbed */
  due: readonly DueContact[]
  alerts: readonly Delivery[]
  /** assignments whose alert is known not to have got through */
  unreachable: ReadonlySet<string>
  now: Instant
  sitrep: { askedAt?: Instant; receivedAt?: Instant } | undefined
  /** the incident is over: nothing can be pressed or recorded */
  over: boolean
}

export const assignmentView = (assignment: Assignment, facts: AssignmentFacts): AssignmentView => {
  const { standing } = assignment
  const undoable = lastUndoable(assignment)
  const undoUntil = undoable && undoable.recordedAt + undoWindowMs
  return {
    id: assignment.id,
    agency: assignment.agency,
    name: facts.names.get(assignment.agency) ?? assignment.agency,
    post:
      assignment.post === undefined
        ? null
        : { code: assignment.post, name: facts.postNames.get(assignment.id) ?? assignment.post },
    role: assignment.role,
    duty: assignment.duty,
    status: standing.status,
    contact: contactView(assignment, facts),
    delivery: deliveryState(assignment, facts),
    notifiedAt: notifiedAt(assignment) ?? null,
    actions: facts.over
      ? []
      : agencyActions.filter(action => isLegal(assignment, action) && canCarry(assignment, action)),
    undo:
      undoable && undoUntil !== undefined && undoUntil >= facts.now && !facts.over
        ? { seq: undoable.seq, until: undoUntil }
        : null,
    required: isRequired(assignment),
    replaces: assignment.replaces ?? null,
    replacedBy: replacedBy(assignment),
    sitrep: facts.sitrep
      ? { askedAt: facts.sitrep.askedAt ?? null, receivedAt: facts.sitrep.receivedAt ?? null }
      : null,
    steps: stepsView(assignment, facts.events, facts.texts),
    units: unitsView(assignment),
    ...standingDetails(assignment, facts.texts),
  }
}

const replacedBy = ({ steps }: Assignment): string | null => {
  const change = steps.find(step => step.change.kind === 'replaced')?.change
  return change?.kind === 'replaced' ? change.replacedBy : null
}

/** Whom the contact ladder has tried, and who comes next. */
export const contactView = (assignment: Assignment, { due }: Pick<AssignmentFacts, 'due'>): ContactView => {
  const next = due.find(contact => contact.assignment === assignment.id)
  return {
    tried: contactsOf(assignment).map(({ to, at, failed = false }) => ({ to, at, failed })),
    next: next ? { to: next.to, at: next.dueAt } : null,
  }
}

const standingDetails = ({ standing }: Assignment, texts: ReadonlyMap<TextRef, string>): Partial<AssignmentView> => {
  switch (standing.status) {
    case 'declined':
      return { declineReason: standing.reason }
    case 'cleared':
      return standing.returnedRemark === undefined ? {} : { returnedRemark: texts.get(standing.returnedRemark) ?? '' }
    case 'reported':
    case 'reportAccepted': {
      const { outcome, text, lines, at, by } = standing.report
      return {
        report: {
          outcome,
          text: texts.get(text) ?? '',
          ...reportLines(lines, texts),
          at,
          by: nameOf(by),
        },
      }
    }
    case 'reportWaived':
      return { waivedReason: texts.get(standing.reason) ?? '' }
    default:
      return {}
  }
}

const reportLines = (lines: ReportLines, texts: ReadonlyMap<TextRef, string>) => ({
  ...(lines.victims === undefined ? {} : { victims: lines.victims }),
  ...(lines.units === undefined ? {} : { units: texts.get(lines.units) ?? '' }),
  ...(lines.actions === undefined ? {} : { actions: texts.get(lines.actions) ?? '' }),
  ...(lines.obstacles === undefined ? {} : { obstacles: texts.get(lines.obstacles) ?? '' }),
})

/** How the alert travels, for the desk: a doubtful one may have been shown, a failed one needs a phone. */
const deliveryState = (assignment: Assignment, { alerts, unreachable }: AssignmentFacts): DeliveryStateView => {
  const notified = assignment.steps.find(({ change }) => change.kind === 'notified')
  if (notified?.change.kind === 'notified' && notified.change.via === 'phone') return 'byPhone'
  const mine = alerts.filter(({ content }) => content.kind === 'alert' && content.assignment === assignment.id)
  if (notifiedAt(assignment) !== undefined) return mine.some(({ readAt }) => readAt !== undefined) ? 'read' : 'sent'
  if (mine.some(({ doubtful }) => doubtful)) return 'doubtful'
  const stillTried = mine.some(({ status }) => status !== 'failed')
  return unreachable.has(assignment.id) && !stillTried ? 'failed' : 'waiting'
}
