import { inIndonesia } from '../../application/places/in-indonesia.ts'
import type { Outline, Position, Rings } from '../../application/ports/places.ts'
import { Refused } from '../http/refused.ts'
import type { Fault } from './read-places.ts'

export interface ReadOutlines {
  features: number
  outlines: Outline[]
  faults: Fault[]
  /** properties in which words stand, and the one that the names were taken from */
  properties: string[]
  nameProperty: string
}

const mostFeatures = 1_000
/** All pages draw all of it: a city's districts need some thousand corners. */
const mostCorners = 60_000
const longestName = 200
/** Degrees are kept to the metre. */
const digits = 1e5
/** What Indonesian files call the name of an area, the likeliest first. */
const usualNames = [
  'nama',
  'name',
  'namobj',
  'wadmkd',
  'kelurahan',
  'desa',
  'wadmkc',
  'kecamatan',
  'nm_kelurahan',
  'nm_kecamatan',
]

type Json = Record<string, unknown>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads the districts of a GeoJSON file (RFC 7946): a collection of polygons whose names stand in one property. Those with
 * a fault are left out and named.
 * @throws Refused `geoJsonUnreadable`, `outlinesTooMany`, `outlinesTooFine`
 */
export const readOutlines = (text: string, wanted?: string): ReadOutlines => {
  const features = featuresOf(text)
  if (features.length > mostFeatures) {
    throw new Refused('outlinesTooMany', { count: features.length, limit: mostFeatures })
  }
  const properties = wordProperties(features)
  const nameProperty = wanted ?? likeliest(properties)
  const outlines: Outline[] = []
  const faults: Fault[] = []
  for (const [index, feature] of features.entries()) {
    const read = readFeature(feature, nameProperty)
    if ('code' in read) faults.push({ at: index + 1, params: {}, code: read.code })
    else outlines.push(read)
  }
  const corners = outlines.flatMap(({ polygons }) => polygons.flat()).reduce((sum, ring) => sum + ring.length, 0)
  if (corners > mostCorners) throw new Refused('outlinesTooFine', { count: corners, limit: mostCorners })
  return { features: features.length, outlines, faults, properties, nameProperty }
}

/** @throws Refused `geoJsonUnreadable` */
const featuresOf = (text: string): Json[] => {
  const file = parsed(text)
  if (!isObject(file) || file.type !== 'FeatureCollection' || !Array.isArray(file.features)) {
    throw new Refused('geoJsonUnreadable')
  }
  return file.features.filter(isObject)
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused('geoJsonUnreadable')
    throw error
  }
}

const propertiesOf = (feature: Json): Json => (isObject(feature.properties) ? feature.properties : {})

/** One district without a name is a fault of its own: it takes no property away from the others. */
const wordProperties = (features: readonly Json[]): string[] => [
  ...new Set(
    features.flatMap(feature =>
      Object.entries(propertiesOf(feature))
        .filter(([, value]) => typeof value === 'string')
        .map(([name]) => name),
    ),
  ),
]

const likeliest = (properties: readonly string[]): string =>
  usualNames.flatMap(usual => properties.filter(name => name.toLowerCase() === usual))[0] ?? properties[0] ?? 'name'

type Unfit = Pick<Fault, 'code'>

const readFeature = (feature: Json, nameProperty: string): Outline | Unfit => {
  const given = propertiesOf(feature)[nameProperty]
  const name = typeof given === 'string' ? given.trim() : ''
  if (name === '') return { code: 'nameMissing' }
  if (name.length > longestName || /\p{Cc}/u.test(name)) return { code: 'nameUnfit' }
  const geometry = isObject(feature.geometry) ? feature.geometry : {}
  const areas = { Polygon: [geometry.coordinates], MultiPolygon: geometry.coordinates }[String(geometry.type)]
  if (!Array.isArray(areas) || !areas.length) return { code: 'geometryUnfit' }
  const polygons: Rings[] = []
  for (const area of areas) {
    const rings = readRings(area)
    if ('code' in rings) return rings
    polygons.push(rings)
  }
  return { name, polygons }
}

const readRings = (area: unknown): Rings | Unfit => {
  if (!Array.isArray(area) || !area.length) return { code: 'geometryUnfit' }
  const rings: Position[][] = []
  for (const ring of area) {
    if (!Array.isArray(ring)) return { code: 'geometryUnfit' }
    const positions = ring.map(readPosition)
    if (positions.includes(null)) return { code: 'pointOutside' }
    const closed = close(positions.filter(position => position !== null))
    if (closed.length < 4) return { code: 'ringTooShort' }
    rings.push(closed)
  }
  return rings
}

const readPosition = (position: unknown): Position | null => {
  if (!Array.isArray(position)) return null
  const [lng, lat] = position.map(value =>
    typeof value === 'number' ? Math.round(value * digits) / digits : Number.NaN,
  )
  return lng !== undefined && lat !== undefined && inIndonesia({ lat, lng }) ? [lng, lat] : null
}

/** Without corners that fell together, and ending where it begins. */
const close = (ring: readonly Position[]): Position[] => {
  const same = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1]
  const corners = ring.filter((position, index) => index === 0 || !same(position, ring[index - 1]))
  const [first] = corners
  return first && !same(first, corners.at(-1)) ? [...corners, first] : corners
}
