import type { IncidentStatus } from '../../dispatch/incident/incident.ts'
import type { Point } from '../../dispatch/incident/intake.ts'
import type { Instant, ReportOutcome } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { ImportMode, PlacesChange } from '../places/merge-places.ts'
import type { Edition } from '../ports/editions.ts'
import type { Outline, Place } from '../ports/places.ts'

/** An earlier incident close by. */
export interface EarlierView {
  incident: string
  number: string
  typeName: { id: string; en: string } | null
  openedAt: Instant
  status: IncidentStatus
  outcomes: ReportOutcome[]
  metres: number
}

/** What is known around a point. */
export interface SurroundingsView {
  /** within 50 m, newest first; null: the point is too rough to say */
  earlier: EarlierView[] | null
  /** the nearest posts */
  posts: { agency: string; code: string; name: string; metres: number }[]
  /** metres to the centre's districts where they are suspiciously many; null: near enough, or nothing to judge by */
  farMetres: number | null
}

export interface MapView {
  outlines: Outline[]
  /** drawn by eye */
  approximate: boolean
  posts: { agency: string; code: string; name: string; lat: number; lng: number }[]
}

/** An import that was prepared against the edition that its maker saw; 0 = there was none. */
interface BasedOn {
  basedOn: number
}

/** A centre's gazetteer and the outlines of its districts. */
export interface Places {
  /** places by what was typed, the best first */
  search(centre: string, typed: string, limit: number): Promise<Place[]>
  /** `except`: the incident in hand */
  around(centre: string, point: Point, except?: string): Promise<SurroundingsView>
  map(centre: string): Promise<MapView>
  /** the present gazetteer; null while there is none */
  gazetteer(centre: string): Promise<{ edition: Edition; items: Place[] } | null>
  outlines(centre: string): Promise<{ edition: Edition; items: Outline[] } | null>
  /** what an import would change; nothing is done */
  previewPlaces(centre: string, read: readonly Place[], mode: ImportMode): Promise<PlacesChange & BasedOn>
  importPlaces(
    from: Sender,
    centre: string,
    input: { read: readonly Place[]; mode: ImportMode } & BasedOn,
  ): Promise<Outcome<Edition>>
  importOutlines(from: Sender, centre: string, input: { read: readonly Outline[] } & BasedOn): Promise<Outcome<Edition>>
}
