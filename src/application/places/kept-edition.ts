import type { Edition, EditionStore } from '../ports/editions.ts'

type Current<Item> = { edition: Edition; items: Item[] } | null

/**
 * What is made of each centre's present edition, kept in this process. Every question looks whether the edition is still
 * the same: one small read, which the store's cache answers for a second.
 */
export const createKept = <Item, Made>(store: EditionStore<Item>, make: (current: Current<Item>) => Made) => {
  const kept = new Map<string, { edition: number; made: Promise<Made> }>()
  return async (centre: string): Promise<Made> => {
    const edition = (await store.head(centre))?.edition ?? 0
    const known = kept.get(centre)
    if (known && known.edition >= edition) return known.made
    const fresh = { edition, made: store.current(centre).then(make) }
    kept.set(centre, fresh)
    // one that could not be read is read again by the next question
    fresh.made.catch(() => kept.get(centre) === fresh && kept.delete(centre))
    return fresh.made
  }
}
