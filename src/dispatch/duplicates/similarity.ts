import type { Point } from '../incident/intake.ts'
import { metresBetween } from '../metres-between.ts'
import type { Instant } from '../vocabulary.ts'
import { areKin } from './kin-types.ts'

/**
 * How a call is weighed against an incident: points of about a hundred. Our own figures, no standard has any; what each
 * means stands beside it. Place counts most: type and time alone never make a candidate, and what lies beyond the
 * reach of both points is never called likely.
 */
export const similarityRules = {
  /** the two points are one; falls to nothing at the edge of their reach */
  place: 50,
  /** reach: this far, in metres, even where both points are exact … */
  reachMetres: 250,
  /** … and half of both accuracies more, each counted up to this many metres */
  accuracyCapMetres: 1_000,
  /** where a point is missing: all words of the shorter description of the place stand in the other */
  words: 30,
  /** at the same moment; falls to nothing after this time, in ms */
  time: 20,
  timeMs: 2 * 3_600_000,
  sameType: 20,
  /** a type that another caller may give the same event */
  kinType: 12,
  /** the number has called about that incident before */
  sameCaller: 60,
  /** from here on shown to the operator */
  possible: 50,
  /** from here on shown as likely the same */
  strong: 75,
  /** incidents that closed longer ago are no candidates, in ms: DESIGN "Duplicates" */
  closedMs: 2 * 3_600_000,
} as const

/** What is known of an event: from a call that has just come, or of an incident. */
export interface Sighting {
  /** when it was first told */
  at: Instant
  type?: string
  point?: Point
  /** words of the place, as the application compares them; the core does not know what they say */
  words: ReadonlySet<string>
}

export interface Candidate extends Sighting {
  /** when it was closed or archived; absent while it is under way */
  overAt?: Instant
}

export type SimilarReason =
  | { kind: 'distance'; metres: number }
  | { kind: 'words'; words: string[] }
  | { kind: 'time'; minutes: number }
  | { kind: 'sameType' }
  | { kind: 'kinType' }
  | { kind: 'sameCaller' }

export interface Similarity {
  score: number
  level: 'strong' | 'possible'
  reasons: SimilarReason[]
}

interface Part {
  score: number
  reasons: SimilarReason[]
}
const nothing: Part = { score: 0, reasons: [] }

/** How alike both are, with the reasons; null when it is not worth showing. Suggests only: nothing attaches by itself. */
export const similarity = (
  call: Sighting,
  candidate: Candidate,
  { now, sameCaller }: { now: Instant; sameCaller: boolean },
): Similarity | null => {
  const rules = similarityRules
  if (candidate.overAt !== undefined && now - candidate.overAt > rules.closedMs) return null
  const place = placePart(call, candidate)
  const caller: Part = sameCaller ? { score: rules.sameCaller, reasons: [{ kind: 'sameCaller' }] } : nothing
  if (place.score === 0 && !sameCaller) return null
  const parts = [place, caller, typePart(call.type, candidate.type), timePart(call.at, candidate.at)]
  const score = parts.reduce((sum, part) => sum + part.score, 0)
  if (score < rules.possible) return null
  const elsewhere = call.point !== undefined && candidate.point !== undefined && place.score === 0
  return {
    score: Math.round(score),
    level: score >= rules.strong && !elsewhere ? 'strong' : 'possible',
    reasons: parts.flatMap(({ reasons }) => reasons),
  }
}

/** Best first; of equals the one that was told last. */
export const bestFirst = <T extends { score: number; at: Instant }>(candidates: readonly T[]): T[] =>
  [...candidates].sort((a, b) => b.score - a.score || b.at - a.at)

/** How far apart two points may lie and still be one place, in metres. */
export const reachOf = (a: Point, b: Point): number => {
  const { reachMetres, accuracyCapMetres } = similarityRules
  const capped = ({ accuracyMetres }: Point) => Math.min(accuracyMetres, accuracyCapMetres)
  return reachMetres + (capped(a) + capped(b)) / 2
}

const placePart = (call: Sighting, candidate: Sighting): Part => {
  if (call.point === undefined || candidate.point === undefined) return wordsPart(call.words, candidate.words)
  const metres = metresBetween(call.point, candidate.point)
  const share = Math.max(0, 1 - metres / reachOf(call.point, candidate.point))
  return { score: similarityRules.place * share, reasons: [{ kind: 'distance', metres: Math.round(metres) }] }
}

const wordsPart = (one: ReadonlySet<string>, other: ReadonlySet<string>): Part => {
  const words = [...one].filter(word => other.has(word)).sort()
  if (!words.length) return nothing
  const share = words.length / Math.min(one.size, other.size)
  return { score: similarityRules.words * share, reasons: [{ kind: 'words', words }] }
}

const typePart = (one: string | undefined, other: string | undefined): Part => {
  if (one === undefined || other === undefined) return nothing
  if (one === other) return { score: similarityRules.sameType, reasons: [{ kind: 'sameType' }] }
  return areKin(one, other) ? { score: similarityRules.kinType, reasons: [{ kind: 'kinType' }] } : nothing
}

const timePart = (one: Instant, other: Instant): Part => {
  const apart = Math.abs(one - other)
  const share = Math.max(0, 1 - apart / similarityRules.timeMs)
  return {
    score: similarityRules.time * share,
    reasons: [{ kind: 'time', minutes: Math.round(apart / 60_000) }],
  }
}
