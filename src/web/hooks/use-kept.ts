import { useCallback, useSyncExternalStore } from 'react'

const watchers = new Set<() => void>()

const subscribe = (watcher: () => void) => {
  watchers.add(watcher)
  // Other tabs of this browser.
  window.addEventListener('storage', watcher)
  return () => {
    watchers.delete(watcher)
    window.removeEventListener('storage', watcher)
  }
}

/**
 * A text that outlives the page, the same wherever it is shown; null while nothing is kept. Names carry the user, so
 * that people who share a workplace keep their own.
 */
export const useKept = (name: string): [kept: string | null, keep: (text: string | null) => void] => {
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(name))
  const keep = useCallback(
    (text: string | null) => {
      if (text === null) localStorage.removeItem(name)
      else localStorage.setItem(name, text)
      for (const watcher of watchers) watcher()
    },
    [name],
  )
  return [kept, keep]
}
