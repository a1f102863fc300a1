interface Item {
  id: string
}

export interface HeldOrder<T> {
  /** in their places; `gone`: no longer open, shown as it was last */
  shown: { item: T; gone: boolean }[]
  /** wanted, but without a place yet */
  fresh: T[]
  /** those that have a place would stand in another order */
  moved: boolean
}

/**
 * What stands on the board while a hand is on it: everything keeps the place that it had (`places`), with its newest
 * state out of `all`; what came since waits apart.
 */
export const heldOrder = <T extends Item>(
  places: readonly T[],
  wanted: readonly T[],
  all: readonly T[] = wanted,
): HeldOrder<T> => {
  const placed = new Set(places.map(({ id }) => id))
  const now = new Map(all.map(item => [item.id, item]))
  const shown = places.map(item => ({ item: now.get(item.id) ?? item, gone: !now.has(item.id) }))
  const staying = wanted.filter(({ id }) => placed.has(id))
  return {
    shown,
    fresh: wanted.filter(({ id }) => !placed.has(id)),
    moved: staying.length !== places.length || staying.some(({ id }, index) => id !== places[index]?.id),
  }
}
