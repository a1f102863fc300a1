import { type IRouter, json, type Request, type RequestHandler, type Response } from 'express'
import type { MachineClock, ServiceClock } from '../../application/ports/clocks.ts'
import type { Log } from '../../application/ports/signals.ts'
import { checkInput } from './check-input.ts'
import { withCommandId } from './command-id.ts'
import { type GrantDependencies, grant } from './grant.ts'
import type { OpenRequests } from './open-requests.ts'
import type { Route } from './route.ts'

export interface MountDependencies extends GrantDependencies {
  serviceClock: ServiceClock
  machineClock: MachineClock
  openRequests: OpenRequests
  log: Log
}

/** `/api/centres/{centre}` -> `/api/centres/:centre` */
export const toExpressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1')

/**
 * Reads the bodies of routes that take a file, before the parser of all others refuses them for their size; only from
 * those who may send one.
 */
export const readLargeBodies = (router: IRouter, routes: readonly Route[], dependencies: GrantDependencies): void => {
  for (const route of routes) {
    const { method, path, bodyKilobytes } = route
    if (!bodyKilobytes) continue
    const ifGranted: RequestHandler = async (request, response, next) => {
      await grant(route, request, response, dependencies)
      next()
    }
    router[method](toExpressPath(path), ifGranted, json({ limit: bodyKilobytes * 1024 }))
  }
}

/** Puts every declared route into the router. */
export const mountRoutes = (router: IRouter, routes: readonly Route[], dependencies: MountDependencies): void => {
  for (const route of routes) router[route.method](toExpressPath(route.path), answer(route, dependencies))
}

const answer =
  (route: Route, dependencies: MountDependencies): RequestHandler =>
  async (request, response) => {
    noteInLog(route, response, dependencies)
    if (countsAsWork(route)) dependencies.openRequests.follow(response)
    const granted = await grant(route, request, response, dependencies)
    const exchange = exchangeOf(route, request, response)
    const reply = await route.handle(exchange, withCommandId(route, exchange, granted))
    if ('mediaType' in route.success) return
    const { serviceClock } = dependencies
    response.set({ 'X-Service-Now': String(serviceClock.now()), 'X-Service-Rate': String(serviceClock.rate()) })
    // A handler may have chosen a status of its own: /healthz does when a part is down.
    if (response.statusCode === 200) response.status(route.success.status)
    response.json(reply)
  }

const exchangeOf = (route: Route, request: Request, response: Response) => ({
  request,
  response,
  params: checkInput('params', route.params, request.params),
  query: checkInput('query', route.query, request.query),
  body: checkInput('body', route.body, request.body ?? {}),
})

// Streams stay open and the training controls watch the others: neither is work under way.
const countsAsWork = (route: Route): boolean =>
  route.access.kind !== 'local' && !('mediaType' in route.success && route.success.mediaType === 'text/event-stream')

// The pattern, never the URL: paths and queries carry secrets and words of callers.
const noteInLog = (route: Route, response: Response, { log, machineClock }: MountDependencies): void => {
  const startedAt = machineClock.now()
  response.once('close', () => {
    const { statusCode: status } = response
    const fields = { method: route.method, route: route.path, status, ms: machineClock.now() - startedAt }
    if (status >= 500) log.warn(fields, 'request failed')
    else log.debug(fields, 'request answered')
  })
}
