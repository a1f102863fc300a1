import type { MachineClock } from '../application/ports/clocks.ts'
import type { EditionStore } from '../application/ports/editions.ts'
import { keptAnswers } from './kept-answers.ts'

/** Which edition is the present one is asked with every key that is typed; editions themselves are kept by who reads them. */
export function cachedEdition<Item>(store: EditionStore<Item>, clock: MachineClock): EditionStore<Item> {
  const { kept, changed } = keptAnswers(clock)
  return {
    head: centre => kept(centre, () => store.head(centre)),
    current: store.current,
    replace: (edition, items) => changed(store.replace(edition, items)),
  }
}
