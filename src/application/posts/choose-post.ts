import { type Intake, known, type Point } from '../../dispatch/incident/intake.ts'
import { metresBetween } from '../../dispatch/metres-between.ts'
import type { TextRef } from '../../dispatch/vocabulary.ts'
import { plainWords } from '../../lib/plain-words.ts'
import type { Post } from '../ports/administration.ts'
import { type AreaKind, areaNamed } from './area.ts'

/** Why a post is proposed. */
export type PostReason = { kind: AreaKind; area: string } | { kind: 'nearest'; metres: number }

export interface ChosenPost {
  post: Post
  reason: PostReason
}

/** Where the incident is, as far as posts are chosen by it. */
export interface Whereabouts {
  /** words of location and address, each for itself */
  places: readonly (readonly string[])[]
  point: Point | null
}

/** The place of an intake: the words are the caller's, and stay outside the core. */
export const whereaboutsOf = (intake: Intake, texts: ReadonlyMap<TextRef, string>): Whereabouts => ({
  places: [intake.location, intake.address].map(answer => plainWords(texts.get(known(answer) ?? '') ?? '')),
  point: known(intake.point) ?? null,
})

/**
 * The post of one agency that is proposed: the one whose kelurahan the place names, else whose kecamatan, else the
 * nearest to its point; null = none of them, the agency as a whole. Equals in their order of code.
 */
export const choosePost = (posts: readonly Post[], { places, point }: Whereabouts): ChosenPost | null => {
  const active = posts.filter(post => post.active)
  for (const kind of ['kelurahan', 'kecamatan'] as const) {
    for (const place of places) {
      const found = longest(active.flatMap(post => named(post, kind, place)))
      if (found) return found
    }
  }
  return point && nearest(active, point)
}

type Named = ChosenPost & { reason: { kind: AreaKind; area: string } }

const named = (post: Post, kind: AreaKind, place: readonly string[]): Named[] => {
  const area = areaNamed(post, kind, place)
  return area === null ? [] : [{ post, reason: { kind, area } }]
}

/** "Genuk Sari" is not "Genuk": of several names that fit, the longest is meant. */
const longest = (found: readonly Named[]): Named | undefined =>
  found.toSorted((a, b) => b.reason.area.length - a.reason.area.length).at(0)

const nearest = (posts: readonly Post[], point: Point): ChosenPost | null => {
  const [first] = posts
    .flatMap(post => (post.point ? [{ post, metres: metresBetween(post.point, point) }] : []))
    .sort((a, b) => a.metres - b.metres)
  return first ? { post: first.post, reason: { kind: 'nearest', metres: Math.round(first.metres) } } : null
}
