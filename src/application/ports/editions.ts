import type { Actor, Instant } from '../../dispatch/vocabulary.ts'

/** Which edition of something a centre has at present, and where it is from. */
export interface Edition {
  centre: string
  /** counts from 1 */
  edition: number
  /** names the import; the same import sent again has the same */
  load: string
  count: number
  at: Instant
  by: Actor
  /** gathered or drawn by eye, and shown as such */
  approximate: boolean
}

/**
 * What a centre takes over as a whole and reads as a whole: its gazetteer, the outlines of its districts. A new edition
 * is there at once or not at all, whoever reads meanwhile.
 */
export interface EditionStore<Item> {
  /** null while there never was one */
  head(centre: string): Promise<Edition | null>
  /** the present edition with everything in it, in its order */
  current(centre: string): Promise<{ edition: Edition; items: Item[] } | null>
  /** false when another edition has this number, or the one before it is not the present one any more */
  replace(edition: Edition, items: readonly Item[]): Promise<boolean>
}
