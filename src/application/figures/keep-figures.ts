import type { Call } from '../../dispatch/call/call.ts'
import type { CallEffect, CallEvent } from '../../dispatch/call/messages.ts'
import { callFacts } from '../../dispatch/figures/call-facts.ts'
import { incidentFacts } from '../../dispatch/figures/incident-facts.ts'
import type { IncidentEffect, StoredEffect } from '../../dispatch/incident/effects.ts'
import type { IncidentEvent, Recorded } from '../../dispatch/incident/events.ts'
import { evolve } from '../../dispatch/incident/evolve.ts'
import { type Incident, isOver } from '../../dispatch/incident/incident.ts'
import type { Decision } from '../../dispatch/refusal.ts'
import type { DepsWithRules } from '../context.ts'

/** Writes the records that figures and the archive's search are made from; each may be written any number of times. */
export const createKeepFigures = ({ stores, rules }: Pick<DepsWithRules, 'stores' | 'rules'>) => ({
  incident: async (incident: Incident): Promise<void> => {
    if (!isOver(incident)) return stores.figures.removeIncident(incident.id)
    const { profile } = await rules.of(incident)
    await stores.figures.putIncident(incidentFacts(incident, profile))
  },
  call: async (call: Call): Promise<void> => {
    const facts = callFacts(call, (await rules.of(call)).profile)
    if (facts) await stores.figures.putCall(facts)
  },
})

type IncidentDecided = Decision<Recorded<IncidentEvent>, StoredEffect<IncidentEffect>>
type CallDecided = Decision<Recorded<CallEvent>, StoredEffect<CallEffect>>

/**
 * The same decision, and that the record is to be made anew: part of the same write, so that no crash loses it. For
 * incidents that are over afterwards, or were before.
 */
export const keepingIncident = (before: Incident | null, decision: IncidentDecided): IncidentDecided => {
  if (!decision.accepted || !decision.events.length) return decision
  const after = decision.events.reduce<Incident | null>(evolve, before)
  const concerned = [before, after].some(incident => incident !== null && isOver(incident))
  return concerned ? withEffect(decision) : decision
}

/** What changes the record of a call that has a class, or is what it is made for. */
const told: readonly CallEvent['type'][] = ['CallClassified', 'CallReclassified', 'CallEnded']

export const keepingCall = (decision: CallDecided): CallDecided =>
  decision.accepted && decision.events.some(({ type }) => told.includes(type)) ? withEffect(decision) : decision

const withEffect = <Event extends { seq: number }, Effect>(
  decision: Extract<Decision<Event, StoredEffect<Effect>>, { accepted: true }>,
) => ({
  ...decision,
  effects: [...decision.effects, { kind: 'keepFigures' as const, id: `figures:${decision.events.at(-1)?.seq}` }],
})
