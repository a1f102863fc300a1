import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { type ControlRefusal, commonRefusal, StandInRefusal } from '../control-error.ts'
import { loopbackOnly } from '../loopback-only.ts'

/** A stand-in's control API, for this machine alone; bodies of at most `limit` (such as `32mb`). */
export function controlRouter(limit: string, routes: readonly Router[]): Router {
  const router = Router()
  router.use(loopbackOnly)
  router.use(express.json({ limit }))
  router.use(...routes)
  router.use(() => {
    throw commonRefusal('unknown_route')
  })
  router.use(refuse)
  return router
}

function refuse(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  const known = error instanceof StandInRefusal ? error : unreadable(error)
  if (!known || res.headersSent) {
    next(error)
    return
  }
  const { code, message, issues } = known
  const body: ControlRefusal = { error: { code, message, ...(issues.length > 0 ? { issues } : {}) } }
  res.status(known.status).json(body)
}

/** The JSON reader's own refusals (broken or too large bodies) carry a 4xx status. */
function unreadable(error: unknown): StandInRefusal | undefined {
  const isClientError = error instanceof Error && 'status' in error && Number(error.status) < 500
  return isClientError ? commonRefusal('invalid_input', [error.message]) : undefined
}
