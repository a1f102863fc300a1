import type { Changed } from '../application/ports/administration.ts'
import { isDuplicate } from './document.ts'

/** A write whose filter names the values that it changes. */
export async function guarded(write: PromiseLike<{ matchedCount: number }>): Promise<Changed> {
  try {
    return (await write).matchedCount === 1 ? 'done' : 'changedMeanwhile'
  } catch (error) {
    if (isDuplicate(error)) return 'taken'
    throw error
  }
}
