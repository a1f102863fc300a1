import { degreeMetres } from '../../dispatch/metres-between.ts'
import type { Outline, Position, Rings } from '../ports/places.ts'

interface Plain {
  x: number
  y: number
}

/**
 * Metres from a point to the nearest of these districts, 0 inside one; null where there are none. Worked out on a plane
 * around the point, which is true to a percent over the width of a city.
 */
export const metresOutside = (
  outlines: readonly Outline[],
  { lat, lng }: { lat: number; lng: number },
): number | null => {
  const shrink = Math.cos((lat * Math.PI) / 180)
  const toPlane = ([east, north]: Position): Plain => ({
    x: (east - lng) * degreeMetres * shrink,
    y: (north - lat) * degreeMetres,
  })
  const distances = outlines.flatMap(({ polygons }) => polygons.map(rings => fromOrigin(rings, toPlane)))
  return distances.length ? Math.min(...distances) : null
}

const fromOrigin = (rings: Rings, toPlane: (position: Position) => Plain): number => {
  let crossings = 0
  let nearest = Number.POSITIVE_INFINITY
  for (const ring of rings) {
    const corners = ring.map(toPlane)
    for (const [index, end] of corners.entries()) {
      const start = corners[index - 1]
      if (!start) continue
      if (crossesEastOfOrigin(start, end)) crossings += 1
      nearest = Math.min(nearest, metresToSide(start, end))
    }
  }
  // inside where a way out crosses an odd number of sides: holes are outside again
  return crossings % 2 === 1 ? 0 : nearest
}

const crossesEastOfOrigin = (a: Plain, b: Plain): boolean =>
  a.y > 0 !== b.y > 0 && a.x + ((b.x - a.x) * -a.y) / (b.y - a.y) > 0

const metresToSide = (a: Plain, b: Plain): number => {
  const along = { x: b.x - a.x, y: b.y - a.y }
  const length = along.x ** 2 + along.y ** 2
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(a.x * along.x + a.y * along.y) / length))
  return Math.hypot(a.x + share * along.x, a.y + share * along.y)
}
