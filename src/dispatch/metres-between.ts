import type { Point } from './incident/intake.ts'

type Place = Pick<Point, 'lat' | 'lng'>

/** Mean radius of the earth, metres (IUGG). */
const earthRadiusMetres = 6_371_009
/** Metres of a degree of latitude, and of longitude at the equator. */
export const degreeMetres = (earthRadiusMetres * Math.PI) / 180

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine): as the crow flies, not as the road goes. Accuracies do not enter it. */
export const metresBetween = (a: Place, b: Place): number => {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lng, b.lng)
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)))
}
