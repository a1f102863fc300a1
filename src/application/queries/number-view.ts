import type { Call } from '../../dispatch/call/call.ts'
import { silentWindowMs } from '../../dispatch/call/calling-back.ts'
import { type IncidentStatus, openStatuses } from '../../dispatch/incident/incident.ts'
import type { CallClass } from '../../dispatch/vocabulary.ts'
import type { CallerRecord } from '../ports/records.ts'
import type { ApplicationStores } from '../ports/stores.ts'
import type { CallView, NumberView } from '../views.ts'

/** Earlier calls from a number that the desk is shown. */
const historyLength = 20

/** What is known of the number that a call came from. */
export const createNumberViews = ({
  calls,
  callers,
  incidents,
}: Pick<ApplicationStores, 'calls' | 'callers' | 'incidents'>) => {
  const nothing: Pick<CallView, 'history' | 'number'> = { history: [], number: null }

  const view = async (call: Call, caller: CallerRecord | null): Promise<Pick<CallView, 'history' | 'number'>> => {
    if (!caller || caller.phone === null) return nothing
    const newest = await callers.history(call.centre, caller.phone, historyLength + 1)
    const others = newest.filter(record => record.call !== call.id).slice(0, historyLength)
    const [counts, states] = await Promise.all([countsOf(call, caller, caller.phone, newest), othersOf(call, others)])
    return {
      history: others.map(record => ({
        call: record.call,
        openedAt: record.openedAt,
        callClass: record.callClass as CallClass | null,
      })),
      number: {
        ...counts,
        openIncidents: await openIncidentsOf(call, states),
        openCallback: states.find(({ callback }) => callback && !callback.done)?.id ?? null,
      },
    }
  }

  /** Counted in what is at hand, as long as these are all of the number's calls. */
  const countsOf = async (
    { centre, openedAt }: Call,
    own: CallerRecord,
    phone: string,
    newest: readonly CallerRecord[],
  ): Promise<Pick<NumberView, 'ghosts' | 'pranks' | 'silentBefore'>> => {
    const span = { from: openedAt - silentWindowMs, to: openedAt }
    const inSpan = (record: CallerRecord) => record.openedAt >= span.from && record.openedAt <= span.to
    const [all, recent] =
      newest.length <= historyLength
        ? [tallyOf(newest), tallyOf(newest.filter(inSpan))]
        : await Promise.all([callers.tally(centre, phone), callers.tally(centre, phone, span)])
    const ownSilent = own.callClass === 'ghost' && inSpan(own) ? 1 : 0
    return {
      ghosts: all.get('ghost') ?? 0,
      pranks: all.get('prank') ?? 0,
      silentBefore: (recent.get('ghost') ?? 0) - ownSilent,
    }
  }

  /** The call, the number's others, and those whose call-back tasks cover them. */
  const othersOf = async (call: Call, others: readonly CallerRecord[]): Promise<Call[]> => {
    const ids = new Set(others.flatMap(({ call: id, callback }) => [id, ...(callback ? [callback] : [])]))
    ids.delete(call.id)
    if (!ids.size) return [call]
    return [call, ...(await calls.list({ centre: call.centre, ids: [...ids], limit: ids.size }))]
  }

  /** Incidents that calls of the number opened or joined, and that still go on. */
  const openIncidentsOf = async ({ centre }: Call, states: readonly Call[]): Promise<NumberView['openIncidents']> => {
    const ids = [...new Set(states.flatMap(({ incident }) => incident ?? []))]
    if (!ids.length) return []
    const open = await incidents.heads({ centre, ids, statuses: openStatuses, limit: ids.length })
    return open.map(({ status, ...head }) => ({ ...head, status: status as IncidentStatus }))
  }

  return view
}

const tallyOf = (records: readonly CallerRecord[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { callClass } of records) counts.set(callClass ?? '', (counts.get(callClass ?? '') ?? 0) + 1)
  return counts
}
