import type { EditionStore } from '../../application/ports/editions.ts'
import type { ApplicationStores } from '../../application/ports/stores.ts'
import { type Instant, system } from '../../dispatch/vocabulary.ts'
import { trainingOutlines } from './places/outlines.ts'
import { trainingPlaces } from './places/places.ts'

/** Gives each training city its places and outlines where it has none; what an administrator imported stays. */
export const seedPlaces = async (
  { places, outlines }: Pick<ApplicationStores, 'places' | 'outlines'>,
  now: Instant,
): Promise<void> => {
  for (const [centre, items] of Object.entries(trainingPlaces)) await seed(places, centre, items, now)
  for (const [centre, items] of Object.entries(trainingOutlines)) await seed(outlines, centre, items, now)
}

const seed = async <Item>(store: EditionStore<Item>, centre: string, items: readonly Item[], at: Instant) => {
  if (await store.head(centre)) return
  const edition = { centre, edition: 1, load: 'training', count: items.length, at, by: system, approximate: true }
  await store.replace(edition, items)
}
