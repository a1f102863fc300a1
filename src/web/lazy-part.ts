import { lazy } from 'react'

const parts: (() => Promise<unknown>)[] = []

/**
 * A part of the page that is not in the first load: it comes when it is first wanted, or once the first screen rests.
 * A line that breaks in the middle of a call must take no screen away.
 */
export const lazyPart: typeof lazy = load => {
  parts.push(load)
  return lazy(load)
}

/** Fetches all parts. What cannot be had now is asked for when somebody opens it, who is told then. */
export const fetchParts = (): void => {
  void Promise.allSettled(parts.map(load => load()))
}
