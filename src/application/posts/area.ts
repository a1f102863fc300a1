import { plainWords } from '../../lib/plain-words.ts'
import type { Post } from '../ports/administration.ts'

/** What people write before a name to say which kind of area they mean. */
const prefixes = {
  kelurahan: new Set(['kelurahan', 'kel', 'desa', 'ds']),
  kecamatan: new Set(['kecamatan', 'kec']),
} as const
export type AreaKind = keyof typeof prefixes

/** Whether the place names this area: all its words in a row, and not as the other kind ("kec. Genuk" is no kelurahan). */
const names = (place: readonly string[], kind: AreaKind, area: readonly string[]): boolean => {
  const others = prefixes[kind === 'kelurahan' ? 'kecamatan' : 'kelurahan']
  return (
    area.length > 0 &&
    place.some((_, start) => {
      const before = place[start - 1]
      if (before !== undefined && others.has(before)) return false
      return area.every((word, index) => place[start + index] === word)
    })
  )
}

/** The longest name of the post's area that the place names, null when it names none. */
export const areaNamed = ({ area }: Pick<Post, 'area'>, kind: AreaKind, place: readonly string[]): string | null =>
  area[kind]
    .filter(name => names(place, kind, plainWords(name)))
    .sort((a, b) => b.length - a.length)
    .at(0) ?? null
