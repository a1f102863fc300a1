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

const asking = 'ask'

/** On to an incident whose caller is still to be asked: its first field takes the keys. */
export const goAsking = (incident: string): void => go('desk', 'incident', incident, asking)
export const startsAsking = ({ parts }: Route): boolean => parts[2] === asking

/** The address without that wish: whoever reloads it or passes it on does not begin anew. */
export const forgetAsking = ({ page, parts: [kind = '', id = ''] }: Route): void =>
  history.replaceState(history.state, '', hrefOf(page, kind, id))
