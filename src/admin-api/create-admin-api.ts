import express from 'express'
import type { AdminApiDependencies } from './dependencies.ts'
import { answerErrors, answerRefused, bodyLimitKilobytes } from './http/answer-errors.ts'
import { limitSignIn } from './http/limit-sign-in.ts'
import { mountRoutes, readLargeBodies } from './http/mount-routes.ts'
import { createOpenRequests } from './http/open-requests.ts'
import { Refused } from './http/refused.ts'
import { refuseForeignForms, refuseForeignRequests } from './http/request-checks.ts'
import { noStore, securityHeaders } from './http/security-headers.ts'
import { createLiveStreams } from './live/live-streams.ts'
import { openApiDocument } from './openapi.ts'
import { belongsTo } from './rights.ts'
import { allRoutes } from './routes/all-routes.ts'
import { createSignIn } from './sign-in/create-sign-in.ts'
import { servePage } from './static/serve-page.ts'

const defaultHeartbeatMs = 15_000
/** A link's secret and what a form writes around it, bytes. */
const signInBytes = 1_024

export interface AdminApi extends express.Express {
  /** ends the live streams and takes no new ones; requests under way are the server's to wait for */
  close(): void
}

/** The web server's app: the API under /api, sign-in links, health for monitors, and the built page. */
export const createAdminApi = (dependencies: AdminApiDependencies): AdminApi => {
  const { config, log } = dependencies
  const signIn = createSignIn(dependencies)
  const openRequests = createOpenRequests()
  const liveStreams = createLiveStreams({
    live: dependencies.live,
    log,
    mayFollow: async (session, centre) => {
      const user = await signIn.holder(session)
      return user !== null && belongsTo(user, centre)
    },
    heartbeatMs: config.heartbeatMs ?? defaultHeartbeatMs,
  })
  const routes = allRoutes({ ...dependencies, signIn, openRequests, liveStreams })

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  // A proxy on this machine (nginx, say) may tell the true address and scheme; nobody else may.
  app.set('trust proxy', 'loopback')
  app.use(securityHeaders(config.secure, config.mapTiles))
  app.use(['/api', '/masuk', '/healthz'], noStore)
  app.use('/api', refuseForeignRequests(config.publicUrl))
  const granting = { ...dependencies, signIn, secureCookies: config.secure }
  readLargeBodies(app, routes, granting)
  app.use('/api', express.json({ limit: bodyLimitKilobytes * 1024 }))
  const small = { limit: signInBytes }
  app.use(
    '/masuk',
    refuseForeignForms(config.publicUrl),
    express.urlencoded({ ...small, extended: false }),
    express.json(small),
  )
  const limit = limitSignIn()
  app.post('/api/session', limit)
  app.get('/masuk', limit)
  app.post('/masuk', limit)
  mountRoutes(app, routes, { ...granting, openRequests })
  const document = openApiDocument(routes)
  app.get('/api/openapi.json', (_request, response) => void response.json(document))
  app.use('/api', (_request, response) => answerRefused(response, new Refused('unknownRoute')))
  app.use(servePage(config.webDir))
  app.use((_request, response) => answerRefused(response, new Refused('unknownRoute')))
  app.use(answerErrors(log))

  return Object.assign(app, { close: liveStreams.close })
}
