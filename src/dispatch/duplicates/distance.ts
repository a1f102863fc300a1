import type { Point } from '../incident/intake.ts'

/** Mean radius of the earth, metres (IUGG). */
const earthRadiusMetres = 6_371_009

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in metres (haversine); the accuracies do not enter it. */
export const distanceMetres = (a: Point, b: Point): number => {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const chord = half(a.lat, b.lat) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(a.lng, b.lng)
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(chord)))
}
