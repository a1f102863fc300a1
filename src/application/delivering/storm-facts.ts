import { awaited } from '../../dispatch/clocks/contact.ts'
import { isHelp } from '../../dispatch/clocks/help.ts'
import { assignmentOf, type Incident, type IncidentStatus } from '../../dispatch/incident/incident.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps } from '../context.ts'
import type { StormCall, StormFacts } from '../ports/renderer.ts'

/** Open incidents that a board counts, the newest first: more than a centre ever had at once. */
const depth = 1_000
const underWay: readonly IncidentStatus[] = ['dispatched', 'closing']
/** Incidents that may call for help: also one that waits to be sent, or is closed and not through. */
const notOver = [
  'intake',
  'submitted',
  'taken',
  'dispatched',
  'closing',
  'closed',
] as const satisfies readonly IncidentStatus[]

/** What the supervisors of a centre have to know while a storm lasts, from the state of its open incidents. */
export const createStormFacts =
  ({ stores, serviceClock, training }: ApplicationDeps) =>
  async (centreCode: string, since: Instant): Promise<StormFacts> => {
    const [centre, record, all] = await Promise.all([
      stores.directory.centre(centreCode),
      stores.storms.of(centreCode),
      stores.incidents.list({ centre: centreCode, statuses: notOver, limit: depth }),
    ])
    const open = all.filter(({ phase }) => underWay.includes(phase.status))
    // the record of a later storm says that this one is over
    const own = record?.since === since ? record : null
    return {
      centre: centre ?? { code: centreCode, name: centreCode, timeZone: 'Asia/Jakarta' },
      since,
      endedAt: own ? own.endedAt : since,
      most: own?.most ?? 0,
      open: open.length,
      unanswered: open.reduce((sum, incident) => sum + awaited(incident).length, 0),
      overdue: open.filter(({ fired }) => fired.length > 0).length,
      calls: all.flatMap(callsOf).sort((a, b) => b.at - a.at),
      now: serviceClock.now(),
      training,
    }
  }

const callsOf = (incident: Incident): StormCall[] =>
  incident.attention
    .filter(({ kind, doneAt }) => doneAt === undefined && isHelp(kind))
    .map(({ kind, at, assignment }) => ({
      number: incident.number,
      kind,
      agency: (assignment !== undefined && assignmentOf(incident, assignment)?.agency) || null,
      at,
    }))
