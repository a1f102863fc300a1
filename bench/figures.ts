/** The value that `share` of the samples do not exceed (nearest rank). */
export const percentile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const describe = (name: string, samples: readonly number[]): string => {
  const at = (share: number) => `${percentile(samples, share).toFixed(0)} ms`.padStart(8)
  return `${name.padEnd(38)} median ${at(0.5)}   p95 ${at(0.95)}   p99 ${at(0.99)}   max ${at(1)}   n=${samples.length}`
}
