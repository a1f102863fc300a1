/** What a place in the gazetteer is; the order in which equals are offered. */
export const placeKinds = ['kelurahan', 'street', 'landmark', 'kecamatan'] as const
export type PlaceKind = (typeof placeKinds)[number]

/** A place that callers name. */
export interface Place {
  name: string
  kind: PlaceKind
  /** what people call it too */
  otherNames: string[]
  /** WGS 84 degrees */
  lat: number
  lng: number
  /** the areas that it lies in, by name; null: not known, or it is that area itself */
  kecamatan: string | null
  kelurahan: string | null
}

/** Longitude and latitude, as GeoJSON writes them. */
export type Position = readonly [lng: number, lat: number]
/** Rings of a polygon: the outer one, then its holes; each ends where it begins. */
export type Rings = readonly (readonly Position[])[]

/** A district as it is drawn on the map. */
export interface Outline {
  name: string
  polygons: readonly Rings[]
}
