import { refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { HandOverAnswer, IncidentCommand } from '../commands.ts'
import { offeredId, openHandOver, openOffer } from '../hand-over.ts'
import { type Incident, isOver, type Neighbour } from '../incident.ts'
import { oneForEachAgency } from '../standing.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { dropPhoneTasks, raiseAttention, settleAttention } from './follow-ups.ts'
import type { Refused } from './guards.ts'
import { endOperationInto } from './long-operation.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** Offers the incident to a neighbouring centre; until they take it everything goes on here. */
export const handOverIncident = (
  incident: Incident,
  { to, reason, keepAgencies, asCallTaker }: Command<'HandOverIncident'>,
  context: DecideContext,
): IncidentDecision => {
  const refused = notOurs(incident, asCallTaker)
  if (refused) return refused
  const open = openHandOver(incident)
  if (open) return refuse('alreadyDone', { action: 'handOver', by: nameOf(open.by), at: open.at })
  if (to.kind === 'centre' && to.centre === incident.centre) return refuse('sameCentre', { centre: to.centre })
  const draft = new Draft(incident, context)
  const neighbour: Neighbour = to.kind === 'centre' ? { ...to, incident: offeredId(incident, to.centre) } : to
  draft.emit({ type: 'HandOverOffered', to: neighbour, reason, keepAgencies })
  settleAttention(draft, ({ kind }) => kind === 'handOverRefused')
  if (neighbour.kind === 'centre') {
    draft.effect({ kind: 'offerHandOver', incident: neighbour.incident, centre: neighbour.centre })
  }
  return draft.decision()
}

/** We keep it after all, as long as they have not taken it. */
export const withdrawHandOver = (
  incident: Incident,
  { asCallTaker }: Command<'WithdrawHandOver'>,
  context: DecideContext,
): IncidentDecision => {
  const refused = notOurs(incident, asCallTaker)
  if (refused) return refused
  if (!openHandOver(incident)) return refuse('notNow', { action: 'withdrawHandOver', status: incident.phase.status })
  const draft = new Draft(incident, context)
  withdrawOfferInto(draft)
  return draft.decision()
}

/** An offer ends with the incident that it offers. */
export const withdrawOfferInto = (draft: Draft): void => {
  if (!draft.state || !openHandOver(draft.state)) return
  const offer = openOffer(draft.state)
  draft.emit({ type: 'HandOverWithdrawn' })
  if (offer) draft.effect({ kind: 'recallHandOver', incident: offer.incident })
}

/**
 * The other centre took it, or gives it back. It may have taken it at the very moment when we took the offer back: then
 * it is theirs all the same.
 */
export const noteHandOver = (
  incident: Incident,
  { incident: theirs, answer }: Command<'NoteHandOver'>,
  context: DecideContext,
): IncidentDecision => {
  const draft = new Draft(incident, context)
  const last = incident.handOvers?.at(-1)
  if (last?.to.kind !== 'centre' || last.to.incident !== theirs) return draft.decision()
  if (isOver(incident) || incident.phase.status === 'closed' || last.result === 'refused') return draft.decision()
  if (answer.result === 'refused' && last.result !== 'offered') return draft.decision()
  answerInto(draft, answer)
  return draft.decision()
}

/** A centre outside the installation told by phone or letter what it does. */
export const answerHandOver = (
  incident: Incident,
  { answer }: Command<'AnswerHandOver'>,
  context: DecideContext,
): IncidentDecision => {
  const refused = notOurs(incident)
  if (refused) return refused
  if (openHandOver(incident)?.to.kind !== 'outside') {
    return refuse('notNow', { action: 'answerHandOver', status: incident.phase.status })
  }
  const draft = new Draft(incident, context)
  answerInto(draft, answer)
  return draft.decision()
}

const answerInto = (draft: Draft, answer: HandOverAnswer): void => {
  if (answer.result === 'refused') {
    draft.emit({ type: 'HandOverRefused', reason: answer.reason })
    draft.effect({ kind: 'helpPing', item: raiseAttention(draft, 'handOverRefused') })
    return
  }
  const { calls = [], submittedAt, assignments = [] } = draft.state ?? {}
  endOperationInto(draft)
  draft.emit({ type: 'HandOverTaken', ...(answer.ticket === undefined ? {} : { ticket: answer.ticket }) })
  dropPhoneTasks(draft)
  settleAttention(draft)
  const told = oneForEachAgency(assignments).map(({ id }) => id)
  if (told.length) draft.effect({ kind: 'update', fields: ['handedOver'], assignments: told })
  draft.effect({ kind: 'refreshCards' })
  // the asking goes on where the incident is now: the call has its end here
  if (submittedAt === undefined)
    for (const call of calls) draft.effect({ kind: 'markCall', call, mark: 'intake.submitted' })
}

const notOurs = (incident: Incident, asCallTaker?: true): Refused | undefined => {
  const { status } = incident.phase
  if (status === 'closed' || isOver(incident)) return refuse('incidentOver', { number: incident.number, status })
  return asCallTaker && incident.takenAt !== undefined ? refuse('notOwner') : undefined
}
