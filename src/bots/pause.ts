import { setTimeout as delay } from 'node:timers/promises'

/** Waits that many machine ms, or until aborted, whichever is first; never throws for the abort. */
export const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  try {
    await delay(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** 1, 2, 4, 8, 15, 15 … seconds, in ms. */
export const backoffMs = (failures: number): number => Math.min(15_000, 1000 * 2 ** Math.max(0, failures - 1))
