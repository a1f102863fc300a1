import { refuse } from '../../refusal.ts'
import { factsOf } from '../../run-cards/facts.ts'
import { priorityOf } from '../../run-cards/propose-agencies.ts'
import { nameOf } from '../../vocabulary.ts'
import type { IncidentCommand } from '../commands.ts'
import { openOffer } from '../hand-over.ts'
import { type Incident, isOver } from '../incident.ts'
import {
  type AlertingField,
  alertingFields,
  countable,
  type Intake,
  type IntakeChange,
  known,
  missingLetters,
  type Point,
} from '../intake.ts'
import { oneForEachAgency } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import type { Refused } from './guards.ts'
import { answerOfferInto } from './receiving.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** An answer of the caller to one or more of the fields a-h; later answers replace earlier ones, the events keep both. */
export const answerIntake = (
  incident: Incident,
  { change }: Command<'AnswerIntake'>,
  context: DecideContext,
): IncidentDecision => {
  if (isOver(incident) || incident.phase.status === 'closed') {
    return refuse('incidentOver', { number: incident.number, status: incident.phase.status })
  }
  const wrong = invalid(change, context)
  if (wrong) return wrong
  const draft = new Draft(incident, context)
  if (!takeIn(draft, change, context)) return draft.decision()
  tellGroups(draft, incident, changedFields(incident.intake, change))
  return draft.decision()
}

/** Takes answers into the intake, whoever gave them; false when they change nothing. */
export const takeIn = (draft: Draft, change: IntakeChange, { runCard }: DecideContext): boolean => {
  const incident = draft.state
  const changed = incident ? changedFields(incident.intake, change) : []
  if (!incident || !changed.length) return false
  const intake = { ...incident.intake, ...change }
  const card = runCard(known(intake.type) ?? '')
  // a priority that the dispatcher chose stays until something that the card looks at changes
  const weighed = changed.some(field => field === 'type' || field === 'victims' || field === 'hazards')
  draft.emit({
    type: 'IntakeAnswered',
    change,
    priority: card && weighed ? priorityOf(card, factsOf(intake)) : incident.priority,
    restricted: card?.restricted ?? incident.restricted,
  })
  const offer = openOffer(incident)
  if (offer) draft.effect({ kind: 'forwardFacts', ...offer, fields: changed })
  return true
}

/** Every field has an answer ("tidak diketahui" is one): the desk's asking is done, its clock stops. */
export const submitIntake = (
  incident: Incident,
  _command: Command<'SubmitIntake'>,
  context: DecideContext,
): IncidentDecision => {
  if (incident.submittedAt !== undefined)
    return refuse('alreadyDone', { action: 'submit', by: '', at: incident.submittedAt })
  if (isOver(incident)) return refuse('incidentOver', { number: incident.number, status: incident.phase.status })
  const missing = missingLetters(incident.intake)
  if (missing.length) return refuse('intakeIncomplete', { missing: missing.join(', ') })
  const draft = new Draft(incident, context)
  draft.emit({ type: 'IntakeSubmitted' })
  for (const call of incident.calls) draft.effect({ kind: 'markCall', call, mark: 'intake.submitted' })
  return draft.decision()
}

/** A dispatcher takes the incident over (dispatcher-handoff centres only). */
export const takeIncident = (
  incident: Incident,
  _command: Command<'TakeIncident'>,
  context: DecideContext,
): IncidentDecision => {
  if (incident.phase.status === 'taken') {
    return refuse('alreadyDone', {
      action: 'take',
      by: nameOf(incident.phase.by),
      at: incident.takenAt ?? context.now,
    })
  }
  if (incident.handling !== 'dispatcher-handoff' || incident.phase.status !== 'submitted') {
    return refuse('notNow', { action: 'take', status: incident.phase.status })
  }
  const draft = new Draft(incident, context)
  draft.emit({ type: 'IncidentTaken' })
  answerOfferInto(draft, incident, { result: 'taken' })
  return draft.decision()
}

/** Worse than this a point says nothing. */
const maxAccuracyMetres = 100_000

export const invalid = (change: IntakeChange, { runCard }: DecideContext): Refused | undefined => {
  const type = known(change.type)
  if (type !== undefined && !runCard(type)) return refuse('unknownType', { type })
  const point = known(change.point)
  if (point && !isPoint(point)) return refuse('pointOutsideWorld', { lat: point.lat, lng: point.lng })
  return countable(change) ? undefined : refuse('negativeCount')
}

const isPoint = ({ lat, lng, accuracyMetres }: Point): boolean =>
  Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && accuracyMetres >= 0 && accuracyMetres <= maxAccuracyMetres

export const changedFields = (intake: Intake, change: IntakeChange): (keyof Intake)[] =>
  (Object.keys(change) as (keyof Intake)[]).filter(
    field => JSON.stringify(intake[field]) !== JSON.stringify(change[field]),
  )

/**
 * After the alert went out: dangers and places go out as a new message, the rest edits the cards. That something not
 * asked before is not known either is no news to a crew.
 */
export const tellGroups = (draft: Draft, incident: Incident, changed: (keyof Intake)[]): void => {
  const told = oneForEachAgency(incident.assignments).map(({ id }) => id)
  if (!told.length) return
  const isNews = (field: (typeof alertingFields)[number]) =>
    changed.includes(field) && !(incident.intake[field] === undefined && draft.state?.intake[field] === 'unknown')
  const fields: AlertingField[] = alertingFields.filter(isNews)
  if (draft.state?.priority !== incident.priority) fields.push('priority')
  if (fields.length) draft.effect({ kind: 'update', fields, assignments: told })
  draft.effect({ kind: 'refreshCards' })
}
