import type { Call } from '../../dispatch/call/call.ts'
import { periodOf } from '../../dispatch/figures/period.ts'
import type { Incident, IncidentStatus } from '../../dispatch/incident/incident.ts'
import type { CallClass, Instant, Priority, ReportOutcome } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules } from '../context.ts'
import type { Span } from '../ports/figures.ts'
import type { CallSummary, IncidentSummary } from '../views.ts'

/** Days of the centre's calendar (2026-11-22), both counted. */
export interface Days {
  from?: string
  until?: string
}

/** All that is named must fit. */
export interface ArchiveQuery extends Days {
  /** a number, or words of the incident and its reports */
  words: string
  /** words of the place alone: location, address, landmark */
  place?: string
  /** run card's code */
  type?: string
  priority?: Priority
  agency?: string
  status?: IncidentStatus
  outcome?: ReportOutcome
  /** opened before this moment: where the next page begins */
  before?: Instant
  limit: number
}

export interface ArchivedCallsQuery extends Days {
  callClass: CallClass
  before?: Instant
  limit: number
}

/** How many incidents and calls a search by words looks at, the newest first. */
const searchDepth = 2_000

const placeKinds = ['location', 'address', 'landmark']

/** The archive: found by the small records of what is over, shown from the incidents themselves. */
export const createArchive = (
  { stores }: Pick<DepsWithRules, 'stores'>,
  summaries: (incidents: Incident[]) => Promise<IncidentSummary[]>,
  callSummaries: (calls: Call[]) => Promise<CallSummary[]>,
) => {
  const wordsIn = (text: string): string[] => text.trim().split(/\s+/)

  /** Ids that the words find; undefined where no words were typed. */
  const found = async (centre: string, words: string, place: string): Promise<string[] | undefined> => {
    const search = (text: string, kinds?: readonly string[]) =>
      text.trim() === '' ? undefined : stores.texts.search(centre, wordsIn(text), searchDepth, kinds)
    const [anywhere, there] = await Promise.all([search(words), search(place, placeKinds)])
    if (!anywhere || !there) return anywhere ?? there
    const both = new Set(there)
    return anywhere.filter(id => both.has(id))
  }

  const spanOf = async (centre: string, { from, until }: Days, before?: Instant): Promise<Partial<Span>> => {
    const timeZone = (await stores.directory.centre(centre))?.timeZone ?? 'UTC'
    const first = from === undefined ? undefined : periodOf(from, timeZone)?.from
    const last = until === undefined ? undefined : periodOf(until, timeZone)?.to
    const to = Math.min(last ?? Number.POSITIVE_INFINITY, before ?? Number.POSITIVE_INFINITY)
    return { ...(first !== undefined && { from: first }), ...(Number.isFinite(to) && { to }) }
  }

  const shown = async (centre: string, ids: string[]): Promise<IncidentSummary[]> => {
    const incidents = ids.length ? await stores.incidents.list({ centre, ids, limit: ids.length }) : []
    const places = new Map(ids.map((id, index) => [id, index]))
    return summaries(incidents.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0)))
  }

  return {
    archive: async (
      centre: string,
      { words, place = '', from, until, before, limit, ...fields }: ArchiveQuery,
    ): Promise<IncidentSummary[]> => {
      const days = { ...(from !== undefined && { from }), ...(until !== undefined && { until }) }
      const filter = { ...fields, opened: await spanOf(centre, days, before) }
      const typed = words.trim()
      if (typed !== '') {
        const there = await found(centre, '', place)
        const number = { ...filter, ...(there && { ids: there }), number: typed.toUpperCase() }
        const byNumber = await stores.figures.find(centre, number, limit)
        if (byNumber.length) return shown(centre, byNumber)
      }
      const ids = await found(centre, typed, place)
      if (ids?.length === 0) return []
      return shown(centre, await stores.figures.find(centre, { ...filter, ...(ids && { ids }) }, limit))
    },
    archivedCalls: async (
      centre: string,
      { callClass, before, limit, ...days }: ArchivedCallsQuery,
    ): Promise<CallSummary[]> => {
      const opened = await spanOf(centre, days, before)
      const ids = await stores.figures.findCalls(centre, callClass, opened, limit)
      return ids.length ? callSummaries(await stores.calls.list({ centre, ids, limit: ids.length })) : []
    },
  }
}
