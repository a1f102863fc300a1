import type { IncidentSummary } from '../../admin-api/contract/index.ts'
import { wordsOf } from '../intake/search-types.ts'
import type { IncidentStatus, Priority } from '../words.ts'

export const sorts = ['clock', 'newest', 'priority'] as const
export type Sort = (typeof sorts)[number]

/** What a user wants to see of the board, and in which order; an empty list leaves nothing out. */
export interface Choice {
  mine: boolean
  priorities: readonly Priority[]
  statuses: readonly IncidentStatus[]
  agency: string | null
  words: string
  sort: Sort
}

export const everything: Choice = {
  mine: false,
  priorities: [],
  statuses: [],
  agency: null,
  words: '',
  sort: 'clock',
}

/** What an earlier visit kept, of whichever version of the page; what is not understood is left out. */
export const readChoice = (kept: string | null): Choice => {
  if (kept === null) return everything
  try {
    const { sort, ...rest } = JSON.parse(kept) as Partial<Choice>
    const list = <T>(value: unknown): T[] => (Array.isArray(value) ? value : [])
    return {
      mine: rest.mine === true,
      priorities: list(rest.priorities),
      statuses: list(rest.statuses),
      agency: typeof rest.agency === 'string' ? rest.agency : null,
      words: typeof rest.words === 'string' ? rest.words : '',
      sort: sorts.find(known => known === sort) ?? everything.sort,
    }
  } catch {
    return everything
  }
}

/** How many of the filters leave something out. */
export const filtersOf = ({ mine, priorities, statuses, agency, words }: Choice): number =>
  [mine, priorities.length > 0, statuses.length > 0, agency !== null, words.trim() !== ''].filter(Boolean).length

const fits = (incident: IncidentSummary, choice: Choice, user: string): boolean =>
  (!choice.mine || incident.owner?.id === user) &&
  (choice.priorities.length === 0 || choice.priorities.includes(incident.priority)) &&
  (choice.statuses.length === 0 || choice.statuses.includes(incident.status)) &&
  (choice.agency === null || incident.agencies.some(({ agency }) => agency === choice.agency)) &&
  hasWords(incident, wordsOf(choice.words))

/** Every word, or the beginning of one, in number, type, place, agencies or owner. */
const hasWords = (incident: IncidentSummary, words: readonly string[]): boolean => {
  if (words.length === 0) return true
  const { number, type, typeName, place, agencies, owner } = incident
  const told = [number, type, typeName?.id, typeName?.en, place, owner?.name, ...agencies.map(({ agency }) => agency)]
  const own = wordsOf(told.filter(text => typeof text === 'string').join(' '))
  return words.every(word => own.some(mine => mine.startsWith(word)))
}

/** How far the worst clock is through its limit, 1 = just over; without one: before all. */
const fractionOf = ({ worstClock }: IncidentSummary, now: number): number =>
  worstClock ? (now - worstClock.startedAt) / (worstClock.limitSeconds * 1_000) : -1

const orders = {
  clock: (a, b, now) => fractionOf(b, now) - fractionOf(a, now),
  newest: () => 0,
  priority: (a, b, now) => a.priority - b.priority || fractionOf(b, now) - fractionOf(a, now),
} as const satisfies Record<Sort, (a: IncidentSummary, b: IncidentSummary, now: number) => number>

/** What the user wants to see at service time `now` (ms), in the order wanted; among equals the newest first. */
export const chosen = (
  incidents: readonly IncidentSummary[],
  choice: Choice,
  user: string,
  now: number,
): IncidentSummary[] =>
  incidents
    .filter(incident => fits(incident, choice, user))
    .sort((a, b) => orders[choice.sort](a, b, now) || b.openedAt - a.openedAt || a.id.localeCompare(b.id))
