/** The middle of the values, the mean of the two in the middle where their number is even; null of none. */
export const median = (sorted: readonly number[]): number | null => {
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

/** The smallest value that at least nine in ten do not exceed (nearest rank); null of none. */
export const ninetieth = (sorted: readonly number[]): number | null =>
  sorted[Math.ceil((sorted.length * 9) / 10) - 1] ?? null
