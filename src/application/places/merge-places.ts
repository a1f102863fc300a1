import { isDeepStrictEqual } from 'node:util'
import type { Place } from '../ports/places.ts'
import { namingWords } from './search-words.ts'

/** replace: these are all of them from now on; add: those that are there already are renewed, the rest stays. */
export const importModes = ['add', 'replace'] as const
export type ImportMode = (typeof importModes)[number]

/** What an import changes. */
export interface PlacesChange {
  after: Place[]
  added: number
  changed: number
  same: number
  removed: number
}

/** Two rows are about one place when kind, name and areas are the same words. */
export const placeKey = ({ kind, name, kelurahan, kecamatan }: Place): string =>
  [kind, ...[name, kelurahan ?? '', kecamatan ?? ''].map(text => namingWords(text).join(' '))].join('/')

/** The places of a centre once these are taken over; each key of `read` comes once. */
export const mergePlaces = (before: readonly Place[], read: readonly Place[], mode: ImportMode): PlacesChange => {
  const known = new Map(before.map(place => [placeKey(place), place]))
  const count = { added: 0, changed: 0, same: 0 }
  const found = new Set<string>()
  for (const place of read) {
    const key = placeKey(place)
    const old = known.get(key)
    count[old === undefined ? 'added' : isDeepStrictEqual(old, place) ? 'same' : 'changed'] += 1
    found.add(key)
    known.set(key, place)
  }
  const removed = mode === 'replace' ? known.size - found.size : 0
  return { ...count, removed, after: mode === 'replace' ? [...read] : [...known.values()] }
}
