import type { Call } from '../../dispatch/call/call.ts'
import type { IncidentEvent, Recorded } from '../../dispatch/incident/events.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import { known } from '../../dispatch/incident/intake.ts'
import type { Actor, TextRef } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps } from '../context.ts'
import { parseReporter } from '../desk/intake-change.ts'
import { incidentsOf, nextIncidentOf } from '../desk/next-incident.ts'

/**
 * Takes away what is known of a caller: number, name, the call's words, and field a of its incidents. Noted in the audit
 * trail, again when it is done again.
 */
export const createEraseCaller =
  ({ stores: { callers, texts, incidents, audit }, serviceClock }: ApplicationDeps) =>
  async (call: Call, { by }: { by: Actor }): Promise<void> => {
    const { id, centre } = call
    await audit.add({ at: serviceClock.now(), centre, by, what: 'callerErased', subject: id })
    const caller = await callers.byCall(id)
    for (const incident of new Set([...incidentsOf(call), ...(call.incident === undefined ? [] : [call.incident])])) {
      const history = await incidents.history(incident)
      if (!history) continue
      const words = await texts.of(incident)
      await texts.remove(
        reportersOf(history.events).filter(ref => isTheirs(words.get(ref), history.state, call, caller)),
      )
    }
    // words for an incident that was never opened, and the call's own
    for (const subject of [nextIncidentOf(call), id]) await texts.erase(subject)
    await callers.update(id, { phone: null, name: null })
  }

const reportersOf = (events: readonly Recorded<IncidentEvent>[]): TextRef[] =>
  events.flatMap(event => {
    if (event.type === 'IncidentOpened') return event.reporter ?? []
    return event.type === 'IntakeAnswered' ? (known(event.change.reporter) ?? []) : []
  })

/** Field a is of whoever opened the incident; of several callers only this one's words go. */
const isTheirs = (
  text: string | undefined,
  { calls }: Incident,
  call: Call,
  caller: { phone: string | null; name: string | null } | null,
): boolean => {
  if (calls[0] === call.id) return true
  const { phone, name } = parseReporter(text)
  return (phone !== null && phone === caller?.phone) || (name !== null && name === caller?.name)
}
