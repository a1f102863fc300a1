import { useSyncExternalStore } from 'react'

/** Where we are, kept behind the `#`: the server needs to know no page but one. */
export interface Route {
  page: string
  parts: string[]
}

let parsed: { hash: string; route: Route } | undefined

const current = (): Route => {
  const { hash } = location
  if (parsed?.hash === hash) return parsed.route
  const [page = '', ...parts] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent)
  parsed = { hash, route: { page: page || 'desk', parts } }
  return parsed.route
}

const subscribe = (listener: () => void) => {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

export const useRoute = (): Route => useSyncExternalStore(subscribe, current)

export const hrefOf = (page: string, ...parts: string[]): string =>
  `#/${[page, ...parts].map(encodeURIComponent).join('/')}`

export const go = (page: string, ...parts: string[]): void => {
  location.hash = hrefOf(page, ...parts)
}
