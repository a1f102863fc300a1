import type { Call } from '../../dispatch/call/call.ts'
import type { TextRef } from '../../dispatch/vocabulary.ts'
import type { Outcome } from '../application.ts'
import type { ApplicationDeps } from '../context.ts'
import type { WithTexts } from '../texts.ts'
import { keepReporter } from './intake-change.ts'

/**
 * Which incident a call opens: its id follows from the call's, so that repeats find it. One that was withdrawn is not
 * opened again: the second has a number behind it.
 */
export const incidentIdOf = (call: string, opening = 1): string =>
  opening === 1 ? `i-${call}` : `i-${call}.${opening}`

const openedBy = ({ incident, incidentsOpened }: Call): number => incidentsOpened ?? (incident === undefined ? 0 : 1)

/** The one that the call would open next. */
export const nextIncidentOf = (call: Call): string => incidentIdOf(call.id, openedBy(call) + 1)

/** Those that it opened, the first one first. */
export const incidentsOf = (call: Call): string[] =>
  Array.from({ length: openedBy(call) }, (_, index) => incidentIdOf(call.id, index + 1))

/**
 * Keeps the caller's words for field a of the incident that the call is about to open. A repeat has its words already;
 * what is kept for a refused command is not taken back: until the incident is opened, only an effect refers to it.
 */
export const createNextIncident =
  ({ stores }: Pick<ApplicationDeps, 'stores'>, withTexts: WithTexts) =>
  async (call: Call): Promise<Outcome<{ incidentId: string; reporter?: TextRef }>> => {
    const incidentId = nextIncidentOf(call)
    const caller = await stores.callers.byCall(call.id)
    const reporter = { name: caller?.name ?? null, phone: caller?.phone ?? null }
    const owner = { centre: call.centre, subject: incidentId, aggregate: 'incidents' } as const
    const kept = await withTexts(owner, keep => keepReporter(reporter, keep))
    if (!kept.ok) return kept
    return { ok: true, value: { incidentId, ...(kept.value === 'unknown' ? {} : { reporter: kept.value.known }) } }
  }
