import { isMissing, Refused } from './errors.ts'

const lostRetries = 2
const missingRetries = 8
const missingPauseMs = 700

/** A refusal stays one; a lost line is worth another try. */
export const retryLost = (failures: number, error: Error): boolean =>
  !(error instanceof Refused) && failures < lostRetries

/** For what may come a moment after its name is known: a missing one is asked for again for some seconds. */
export const retryMissing = (failures: number, error: Error): boolean =>
  isMissing(error) ? failures < missingRetries : retryLost(failures, error)

/** Machine ms before the next try; a lost line is given twice as long each time. */
export const pauseBeforeRetry = (failures: number, error: Error): number =>
  isMissing(error) ? missingPauseMs : 1_000 * 2 ** failures
