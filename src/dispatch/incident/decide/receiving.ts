import { refuse } from '../../refusal.ts'
import { factsOf } from '../../run-cards/facts.ts'
import { priorityOf } from '../../run-cards/propose-agencies.ts'
import type { HandOverAnswer, IncidentCommand } from '../commands.ts'
import { type Incident, isOver } from '../incident.ts'
import { type IntakeChange, known } from '../intake.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { raiseAttention, settleAttention } from './follow-ups.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/**
 * An incident that a neighbouring centre offers: it counts from now, what they had asked is in it, and it waits for
 * whoever takes or dispatches incidents here. A kind of incident that this centre has no card for must be asked anew.
 */
export const receiveIncident = (command: Command<'ReceiveIncident'>, context: DecideContext): IncidentDecision => {
  const { type: _, from, intake, ...facts } = command
  const card = context.runCard(known(intake.type) ?? '')
  const { type: kind, ...rest } = intake
  const change: IntakeChange = kind !== undefined && (kind === 'unknown' || card) ? intake : rest
  const { reporter, ...asked } = change
  const draft = new Draft(null, context)
  const words = known(reporter)
  draft.emit({
    type: 'IncidentOpened',
    ...facts,
    classifiedAt: context.now,
    handedOverFrom: from,
    ...(words === undefined ? {} : { reporter: words }),
  })
  if (Object.keys(asked).length) {
    const { priority = 2, restricted = false } = draft.state ?? {}
    const known = card && {
      priority: priorityOf(card, factsOf({ hazards: [], ...asked })),
      restricted: card.restricted,
    }
    draft.emit({ type: 'IntakeAnswered', change: asked, priority, restricted, ...known })
  }
  draft.emit({ type: 'IntakeSubmitted' })
  raiseAttention(draft, 'handOverReceived')
  return draft.decision()
}

/** It is not ours either: back to them, with the reason. */
export const returnHandOver = (
  incident: Incident,
  { reason }: Command<'ReturnHandOver'>,
  context: DecideContext,
): IncidentDecision => {
  const { status } = incident.phase
  if (isOver(incident)) return refuse('incidentOver', { number: incident.number, status })
  if (!isOfferedHere(incident)) return refuse('notNow', { action: 'returnHandOver', status })
  const draft = new Draft(incident, context)
  draft.emit({ type: 'HandOverReturned', reason })
  answerOfferInto(draft, incident, { result: 'refused', reason })
  settleAttention(draft)
  return draft.decision()
}

/** They took their offer back; once somebody here took it, it stays here. */
export const recallHandOver = (
  incident: Incident,
  _command: Command<'RecallHandOver'>,
  context: DecideContext,
): IncidentDecision => {
  const draft = new Draft(incident, context)
  if (!isOfferedHere(incident)) return draft.decision()
  draft.emit({ type: 'HandOverRecalled' })
  settleAttention(draft)
  return draft.decision()
}

/** A neighbour's incident that nobody here has taken yet. */
export const isOfferedHere = ({ handedOverFrom, phase }: Incident): boolean =>
  handedOverFrom !== undefined && !handedOverFrom.taken && phase.status === 'submitted'

/** Whoever offered it hears what becomes of it; `before` is the state until that was decided. */
export const answerOfferInto = (draft: Draft, before: Incident, answer: HandOverAnswer): void => {
  const from = before.handedOverFrom
  if (!from || !isOfferedHere(before)) return
  if (answer.result === 'taken') draft.emit({ type: 'HandOverAccepted' })
  settleAttention(draft, ({ kind }) => kind === 'handOverReceived')
  draft.effect({ kind: 'answerHandOver', incident: from.incident, answer })
}
