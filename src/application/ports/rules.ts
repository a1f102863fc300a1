import type { SopProfile } from '../../dispatch/profiles/profile.ts'
import type { RunCardSet } from '../../dispatch/run-cards/run-card-set.ts'
import type { Actor, Instant } from '../../dispatch/vocabulary.ts'

/** What a centre keeps versions of, and what each version holds. */
export interface RuleContents {
  runCards: RunCardSet
  profile: SopProfile
}
export const ruleKinds = ['runCards', 'profile'] as const satisfies readonly (keyof RuleContents)[]
export type RuleKind = (typeof ruleKinds)[number]

/** Cards, clocks and other parts that a version added, took away or changed, by name. */
export interface ChangedParts {
  added: string[]
  removed: string[]
  changed: string[]
}

/** Who made a version, when and why; never changed once it is stored. */
export interface RuleVersionHead {
  centre: string
  kind: RuleKind
  /** counts from 1 without gaps, for each centre and kind */
  version: number
  /** the shipped standard that it goes back to: a profile's id, or `runCards` */
  standard: string
  at: Instant
  by: Actor
  /** the maker's reason; empty for what the product shipped */
  why: string
  /** the version that its maker saw; null for what the product shipped */
  basedOn: number | null
  parts: ChangedParts
  commandId: string
}

export interface RuleVersion<Kind extends RuleKind = RuleKind> extends RuleVersionHead {
  kind: Kind
  content: RuleContents[Kind]
}

/** Versions of the centres' rules: only ever added to, each number once. */
export interface RuleStore {
  /** false when the centre has this number already */
  add(version: RuleVersion): Promise<boolean>
  version<Kind extends RuleKind>(centre: string, kind: Kind, version: number): Promise<RuleVersion<Kind> | null>
  /** without their contents, newest first */
  heads(centre: string, kind: RuleKind, query: { before?: number; limit: number }): Promise<RuleVersionHead[]>
}
