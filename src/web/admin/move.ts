/** The list with the item at `from` one place further towards `to`; unchanged at its ends. */
export const moved = <Item>(list: readonly Item[], from: number, by: -1 | 1): Item[] => {
  const next = [...list]
  const item = next[from]
  const other = next[from + by]
  if (item === undefined || other === undefined) return next
  next[from] = other
  next[from + by] = item
  return next
}
