import { openStatuses } from '../../dispatch/incident/incident.ts'
import { known, type Point } from '../../dispatch/incident/intake.ts'
import { metresBetween } from '../../dispatch/metres-between.ts'
import type { EarlierView, Places, SurroundingsView } from '../commands/places.ts'
import type { DepsWithRules } from '../context.ts'
import type { Outline, Place } from '../ports/places.ts'
import { createKept } from './kept-edition.ts'
import { metresOutside } from './outline-distance.ts'

const earlierMetres = 50
/** The middle of a street or a district says nothing about fifty metres. */
const roughestMetres = 300
const mostEarlier = 5
const mostOpen = 500
const mostPosts = 3
/** The sea before the coast, and the neighbour's first villages, are called about every day. */
const farMetres = 5_000
/** Where no districts are known: from the middle of the centre's places. */
const farFromMiddleMetres = 30_000

/** What is known around a point: what happened there, who stands near, and whether it can be right at all. */
export const createSurroundings = (
  { stores, rules }: DepsWithRules,
  outlinesOf: (centre: string) => Promise<readonly Outline[]>,
): Places['around'] => {
  const middleOf = createKept(stores.places, present => middle(present?.items ?? []))

  const nearestPosts = async (centre: string, point: Point): Promise<SurroundingsView['posts']> =>
    (await stores.directory.posts(centre))
      .flatMap(({ agency, code, name, point: at, active }) =>
        at && active ? [{ agency, code, name, metres: Math.round(metresBetween(at, point)) }] : [],
      )
      .sort((a, b) => a.metres - b.metres)
      .slice(0, mostPosts)

  const openNear = async (centre: string, point: Point) =>
    (await stores.incidents.list({ centre, statuses: openStatuses, limit: mostOpen })).flatMap(incident => {
      const at = known(incident.intake.point)
      const metres = at && at.accuracyMetres <= roughestMetres ? metresBetween(at, point) : Number.POSITIVE_INFINITY
      const { id, number, openedAt, phase, intake } = incident
      const type = known(intake.type) ?? null
      return metres <= earlierMetres ? [{ id, number, openedAt, status: phase.status, type, outcomes: [], metres }] : []
    })

  const earlier = async (centre: string, point: Point, except?: string): Promise<EarlierView[] | null> => {
    if (point.accuracyMetres > roughestMetres) return null
    const near = { point, metres: earlierMetres, roughestMetres, limit: mostEarlier + 1 }
    const [open, over, cards] = await Promise.all([
      openNear(centre, point),
      stores.figures.near(centre, near),
      rules.runCards(centre),
    ])
    const names = new Map(cards?.map(({ code, name }) => [code, name]))
    // one that was just reopened, or closed meanwhile, may stand in both
    const isOpen = new Set(open.map(({ id }) => id))
    return [...open, ...over.filter(({ id }) => !isOpen.has(id))]
      .filter(({ id }) => id !== except)
      .sort((a, b) => b.openedAt - a.openedAt || (a.number < b.number ? 1 : -1))
      .slice(0, mostEarlier)
      .map(({ id, type, number, openedAt, status, outcomes, metres }) => ({
        ...{ incident: id, number, openedAt, status, outcomes, metres: Math.round(metres) },
        typeName: (type !== null && names.get(type)) || null,
      }))
  }

  const far = async (centre: string, point: Point): Promise<number | null> => {
    const outside = metresOutside(await outlinesOf(centre), point)
    if (outside !== null) return outside > farMetres ? Math.round(outside) : null
    const heart = await middleOf(centre)
    const metres = heart && metresBetween(heart, point)
    return metres !== null && metres > farFromMiddleMetres ? Math.round(metres) : null
  }

  return async (centre, point, except) => {
    const [before, posts, metres] = await Promise.all([
      earlier(centre, point, except),
      nearestPosts(centre, point),
      far(centre, point),
    ])
    return { earlier: before, posts, farMetres: metres }
  }
}

/** A wrong place far away does not move the middle one. */
const middle = (places: readonly Place[]) =>
  places.length ? { lat: median(places.map(({ lat }) => lat)), lng: median(places.map(({ lng }) => lng)) } : null

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
