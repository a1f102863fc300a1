import type { IncidentSummary } from '../../admin-api/contract/index.ts'
import type { IncidentStatus } from '../words.ts'

/** Shapes say what colours say too: nobody is on it yet, somebody is, it is being closed. */
export const shapes = ['waiting', 'under', 'ending'] as const
export type Shape = (typeof shapes)[number]
const shapeByStatus: Readonly<Partial<Record<IncidentStatus, Shape>>> = {
  intake: 'waiting',
  submitted: 'waiting',
  taken: 'waiting',
  closing: 'ending',
  closed: 'ending',
}
export const shapeOf = (status: IncidentStatus): Shape => shapeByStatus[status] ?? 'under'

export interface Mark {
  id: string
  lat: number
  lng: number
  className: string
  priority: number
  title: string
  /** how many older incidents have the very same point: it stands beside them */
  shift: number
}

/** What stands on the map: incidents with a point, the older ones first so that newer ones stand aside. */
export const marksOf = (
  incidents: readonly IncidentSummary[],
  titleOf: (incident: IncidentSummary) => string,
): Mark[] => {
  const at = new Map<string, number>()
  return [...incidents]
    .sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1))
    .flatMap(incident => {
      const { id, point, priority, status } = incident
      if (!point) return []
      const place = `${point.lat.toFixed(4)} ${point.lng.toFixed(4)}`
      const shift = at.get(place) ?? 0
      at.set(place, shift + 1)
      const className = `map-mark map-mark-${shapeOf(status)} map-priority-${priority}`
      return [{ id, lat: point.lat, lng: point.lng, className, priority, title: titleOf(incident), shift }]
    })
}

/** What changed between what is drawn and what should be: marks that stay as they are are not touched. */
export const markChanges = (drawn: ReadonlyMap<string, Mark>, wanted: readonly Mark[]) => {
  const ids = new Set(wanted.map(({ id }) => id))
  return {
    gone: [...drawn.keys()].filter(id => !ids.has(id)),
    drawn: wanted.filter(mark => !same(drawn.get(mark.id), mark)),
  }
}

const same = (a: Mark | undefined, b: Mark): boolean =>
  a !== undefined && (Object.keys(b) as (keyof Mark)[]).every(key => a[key] === b[key])
