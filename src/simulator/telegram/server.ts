import express, { type Express, type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import { pageRoutes } from '../page-routes.ts'
import { loopbackOnly } from '../shared/loopback-only.ts'
import { serveBotApi } from './bot-api.ts'
import { controlRoutes } from './control/index.ts'
import { serveFile } from './serve-file.ts'
import type { Sim } from './sim.ts'

/** The whole server: the Bot API, file downloads, the control API and the page, with WhatsApp's chats when there are any. */
export function buildServer(sim: Sim, whatsapp: RequestHandler | undefined): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.all(/^\/bot([^/]+)\/([A-Za-z]+)\/?$/, (req: Request<Record<string, string>>, res) =>
    serveBotApi(sim, req, res, decodeURIComponent(req.params['0'] ?? ''), req.params['1'] ?? ''),
  )
  app.get(/^\/file\/bot([^/]+)\/(.+)$/, (req: Request<Record<string, string>>, res) =>
    serveFile(sim, req, res, decodeURIComponent(req.params['0'] ?? ''), req.params['1'] ?? ''),
  )
  app.use('/sim/api', controlRoutes(sim))
  app.use(pageRoutes(loopbackOnly, whatsapp))
  app.use((_req, res) => {
    res.status(404).json({ ok: false, error_code: 404, description: 'Not Found' })
  })
  app.use(fail)
  return app
}

/** A fault of the stand-in itself must not look like one of Telegram's: it says so. */
function fail(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  if (res.headersSent) {
    next(error)
    return
  }
  const reason = error instanceof Error ? error.message : String(error)
  res.status(500).json({ ok: false, error_code: 500, description: `Internal Server Error: stand-in defect: ${reason}` })
}
