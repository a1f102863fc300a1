import { plainWords } from '../../lib/plain-words.ts'
import { type Place, placeKinds } from '../ports/places.ts'
import { beginsButForOneError } from './one-error.ts'
import { fullWord, kindOf, namingWords } from './search-words.ts'

/** What a found word is worth, by where it stands in the place. */
const worth = { firstOfName: 6, ofName: 5, ofOtherName: 4, ofArea: 2 } as const
/** …and by how well it was typed: as it is, its beginning, its beginning but for one error. */
const quality = { whole: 1, beginning: 0.85, slip: 0.5 } as const
/** Everything typed is the whole name. */
const wholeName = 4
/** Whoever says "jalan" does not mean the kelurahan. */
const kindFits = 8

/** Shorter beginnings with an error in them could be anything. */
const shortestWithError = 4
const mostWords = 8

interface Posting {
  place: number
  worth: number
}

/** Finds places by words from their beginning: made once for an edition, read by every key that is typed. */
export interface PlaceIndex {
  /** the best first; nothing where nothing was typed */
  search(typed: string, limit: number): Place[]
}

/**
 * Every typed word must fit a name, another name, or the area of the place, in any order. Words such as "jalan" and
 * "kel." only say what is meant. Where nothing fits, each word may have one typing error.
 */
export const createPlaceIndex = (places: readonly Place[]): PlaceIndex => {
  const postings = new Map<string, Posting[]>()
  const note = (word: string, place: number, value: number) => {
    const known = postings.get(word)
    const same = known?.at(-1)
    if (!known) postings.set(word, [{ place, worth: value }])
    else if (same?.place !== place) known.push({ place, worth: value })
    else same.worth = Math.max(same.worth, value)
  }
  const names: string[] = []
  for (const [index, place] of places.entries()) {
    const own = namingWords(place.name)
    names.push(own.join(' '))
    for (const [at, word] of own.entries()) note(word, index, at === 0 ? worth.firstOfName : worth.ofName)
    for (const word of place.otherNames.flatMap(namingWords)) note(word, index, worth.ofOtherName)
    for (const area of [place.kelurahan, place.kecamatan])
      for (const word of namingWords(area ?? '')) note(word, index, worth.ofArea)
  }
  const words = [...postings.keys()].sort()

  const add = (found: Map<number, number>, word: string, factor: number) => {
    for (const { place, worth: value } of postings.get(word) ?? [])
      found.set(place, Math.max(found.get(place) ?? 0, value * factor))
  }

  const beginning = (typed: string): Map<number, number> => {
    const found = new Map<number, number>()
    for (const alternative of new Set([typed, fullWord(typed)])) {
      for (let at = firstFrom(words, alternative); words[at]?.startsWith(alternative); at += 1) {
        const word = words[at] ?? ''
        add(found, word, word === alternative ? quality.whole : quality.beginning)
      }
    }
    return found
  }

  const withError = (typed: string): Map<number, number> => {
    const found = beginning(typed)
    if (typed.length < shortestWithError) return found
    for (const word of words) if (beginsButForOneError(word, typed)) add(found, word, quality.slip)
    return found
  }

  const allOf = (typed: readonly string[], one: (word: string) => Map<number, number>): Map<number, number> => {
    const [first, ...others] = typed.map(one).sort((a, b) => a.size - b.size)
    const found = new Map(first)
    for (const [place, score] of found) {
      const scores = others.map(other => other.get(place))
      if (scores.includes(undefined)) found.delete(place)
      else
        found.set(
          place,
          scores.reduce<number>((sum, other) => sum + (other ?? 0), score),
        )
    }
    return found
  }

  return {
    search: (text, limit) => {
      const { typed, kinds } = read(text)
      if (!typed.length) return []
      const strict = allOf(typed, beginning)
      const found = strict.size ? strict : allOf(typed, withError)
      const asked = typed.map(fullWord).join(' ')
      return [...found]
        .flatMap(([index, score]) => {
          const place = places[index]
          const bonus = (names[index] === asked ? wholeName : 0) + (kinds.has(place?.kind ?? '') ? kindFits : 0)
          return place ? [{ place, score: score + bonus }] : []
        })
        .sort(bestFirst)
        .slice(0, limit)
        .map(({ place }) => place)
    },
  }
}

/** What was typed, and the kinds that some of its words name where others say the name. */
const read = (text: string): { typed: string[]; kinds: Set<string> } => {
  const all = plainWords(text).slice(0, mostWords)
  const naming = all.filter(word => kindOf(word) === undefined)
  if (!naming.length) return { typed: all, kinds: new Set() }
  return { typed: naming, kinds: new Set(all.flatMap(word => kindOf(word) ?? [])) }
}

type Found = { place: Place; score: number }

const bestFirst = (a: Found, b: Found): number =>
  b.score - a.score ||
  placeKinds.indexOf(a.place.kind) - placeKinds.indexOf(b.place.kind) ||
  a.place.name.length - b.place.name.length ||
  (a.place.name < b.place.name ? -1 : 1)

/** Where the first word that is not before `wanted` stands. */
const firstFrom = (sorted: readonly string[], wanted: string): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}
