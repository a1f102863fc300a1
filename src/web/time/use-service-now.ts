import { useSyncExternalStore } from 'react'
import { serviceNow } from './service-time.ts'

/** One timer for all clocks on screen; it rests while nobody watches. */
const tickMs = 250
const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let shown = serviceNow()

const tick = () => {
  shown = serviceNow()
  for (const watcher of watchers) watcher()
}

const subscribe = (watcher: () => void) => {
  if (watchers.size === 0) {
    shown = serviceNow()
    timer = setInterval(tick, tickMs)
  }
  watchers.add(watcher)
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) clearInterval(timer)
  }
}

/** Service time, renewed four times a second. Use it low in the tree: whatever calls it renders as often. */
export const useServiceNow = (): number => useSyncExternalStore(subscribe, () => shown)

/** What `read` makes of service time, a primitive: renders again only when that changes. For what stands in long lists. */
export const useServiceReading = <T extends string | number | boolean>(read: (now: number) => T): T =>
  useSyncExternalStore(subscribe, () => read(shown))
