import type { LiveChange, LiveFeed } from '../../../src/application/ports/signals.ts'

/** The live feed of one process alone. */
export const processFeed = (): LiveFeed & { listeners(): number } => {
  const listeners = new Set<(change: LiveChange) => void>()
  return {
    publish: change => {
      for (const listener of listeners) listener(change)
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    listeners: () => listeners.size,
  }
}
