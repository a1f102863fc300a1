import type { Call } from '../../dispatch/call/call.ts'
import type { CallEvent } from '../../dispatch/call/messages.ts'
import { callFacts } from '../../dispatch/figures/call-facts.ts'
import { incidentFacts } from '../../dispatch/figures/incident-facts.ts'
import type { IncidentEvent, Recorded } from '../../dispatch/incident/events.ts'
import { type Incident, isOver } from '../../dispatch/incident/incident.ts'
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
export type KeepFigures = ReturnType<typeof createKeepFigures>

/** The record is made anew when an incident is over now, or was before. Part of the same write: no crash loses it. */
export const incidentRecord = (before: Incident | null, after: Incident, events: Recorded<IncidentEvent>[]) =>
  isOver(after) || (before !== null && isOver(before)) ? remake(events) : []

/** What changes the record of a call that has a class, or is what it is made for. */
const told: readonly CallEvent['type'][] = ['CallClassified', 'CallReclassified', 'CallEnded']

export const callRecord = (_before: Call | null, _after: Call, events: Recorded<CallEvent>[]) =>
  events.some(({ type }) => told.includes(type)) ? remake(events) : []

const remake = (events: readonly { seq: number }[]) =>
  events.slice(-1).map(({ seq }) => ({ kind: 'keepFigures' as const, id: `figures:${seq}` }))
