import { fileURLToPath } from 'node:url'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import type { Sim } from './sim.ts'
import { callRoutes } from './wire/serve-calls.ts'
import { mediaRoutes } from './wire/serve-media.ts'
import { serveStream } from './wire/serve-stream.ts'

const folder = fileURLToPath(new URL('./web/', import.meta.url))

/** What Chromium believes to be web.whatsapp.com: the page with its modules, its calls, its stream of events. */
export function buildWebServer(sim: Sim): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.get('/wa/stream', (req, res) => serveStream(sim, req, res))
  app.use(callRoutes(sim), mediaRoutes(sim))
  app.use(express.static(folder, { setHeaders: res => res.setHeader('cache-control', 'no-store') }))
  app.use((_req, res) => {
    res.status(404).end()
  })
  app.use(fail)
  return app
}

/** A fault of the stand-in itself is told apart from one that it plays. */
function fail(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  if (res.headersSent) {
    next(error)
    return
  }
  const reason = error instanceof Error ? error.message : String(error)
  res.status(500).json({ defect: reason })
}
