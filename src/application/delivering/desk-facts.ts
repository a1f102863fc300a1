import { type Call, openCallStatuses } from '../../dispatch/call/call.ts'
import { callClocks } from '../../dispatch/clocks/call-clocks.ts'
import { type Clock, limitSecondsOf } from '../../dispatch/clocks/clock.ts'
import { incidentClocks } from '../../dispatch/clocks/incident-clocks.ts'
import { type Incident, openStatuses } from '../../dispatch/incident/incident.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules } from '../context.ts'
import type { DeskFacts, OverdueDesk } from '../ports/renderer.ts'
import type { CentreRules, PinnedRules } from '../rules/rule-book.ts'

/** Calls and incidents that a list looks at, the newest first: more than a desk can be late with. */
const depth = 500

/** Everything of a centre that is over a limit of the desk now, the longest first. */
export const createDeskFacts = ({ stores, serviceClock, training, rules, log }: DepsWithRules) => {
  /** One that cannot be read does not hide the others. */
  const each = async <T extends PinnedRules & { id: string }>(
    states: readonly T[],
    overdueOf: (state: T, rules: CentreRules) => OverdueDesk[],
  ): Promise<OverdueDesk[]> => {
    const found = states.map(async state => {
      try {
        return overdueOf(state, await rules.of(state))
      } catch (error) {
        log.error({ aggregate: state.id, error }, 'its limits could not be read for the list of the desk')
        return []
      }
    })
    return (await Promise.all(found)).flat()
  }

  return async (centreCode: string): Promise<DeskFacts> => {
    const [centre, calls, incidents] = await Promise.all([
      stores.directory.centre(centreCode),
      stores.calls.list({ centre: centreCode, statuses: openCallStatuses, limit: depth }),
      stores.incidents.list({ centre: centreCode, statuses: openStatuses, limit: depth }),
    ])
    const now = serviceClock.now()
    const overdue = [
      ...(await each(calls, (call, own) => overdueCall(call, own, now))),
      ...(await each(incidents, (incident, own) => overdueIncident(incident, own, now))),
    ]
    return {
      centre: centre ?? { code: centreCode, name: centreCode, timeZone: 'Asia/Jakarta' },
      overdue: overdue.sort((a, b) => a.since - b.since),
      now,
      training,
    }
  }
}

const overdueCall = (call: Call, { profile }: CentreRules, now: Instant): OverdueDesk[] =>
  overdueOf(callClocks(call, profile), now).map(one => ({ ...one, who: call.operator }))

const overdueIncident = (incident: Incident, { profile }: CentreRules, now: Instant): OverdueDesk[] =>
  overdueOf(incidentClocks(incident, profile), now).map(one => ({
    ...one,
    number: incident.number,
    ...(incident.owner && { who: incident.owner }),
  }))

const overdueOf = (clocks: readonly Clock[], now: Instant): Pick<OverdueDesk, 'clock' | 'since'>[] =>
  clocks
    .filter(({ state, definition }) => state === 'running' && definition.kind === 'desk')
    .map(({ definition, startedAt }) => ({ clock: definition, since: startedAt + limitSecondsOf(definition) * 1000 }))
    .filter(({ since }) => since <= now)
