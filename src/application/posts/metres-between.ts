import type { Point } from '../../dispatch/incident/intake.ts'

type Place = Pick<Point, 'lat' | 'lng'>

const earthRadiusMetres = 6_371_000
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine): as the crow flies, not as the road goes. */
export const metresBetween = (one: Place, other: Place): number => {
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const lat = half(one.lat, other.lat)
  const lng = half(one.lng, other.lng)
  const chord = lat + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * lng
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)))
}
