import { degreeMetres } from '../dispatch/metres-between.ts'

/** Side of a square of the grid, in degrees: about 111 metres from north to south. */
const side = 0.001

interface Place {
  lat: number
  lng: number
}

const column = (degrees: number): number => Math.floor(degrees / side)
const nameOf = (row: number, line: number): string => `${row}:${line}`

/** The square that a point lies in: what lies near it is in this one or in one beside it, and an index finds those. */
export const cellOf = ({ lat, lng }: Place): string => nameOf(column(lat), column(lng))

/** Every square that a circle touches, or a few more. Meant for tens of metres, and away from the poles. */
export const cellsAround = ({ lat, lng }: Place, metres: number): string[] => {
  const north = metres / degreeMetres
  const east = north / Math.cos((lat * Math.PI) / 180)
  const rows = between(column(lat - north), column(lat + north))
  return rows.flatMap(row => between(column(lng - east), column(lng + east)).map(line => nameOf(row, line)))
}

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)
