import express, { type NextFunction, type Request, type Response, Router } from 'express'
import type { ControlRefusal } from '../contract.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { actingRoutes } from './acting.ts'
import { chatRoutes } from './chats.ts'
import { disturbanceRoutes } from './disturbances.ts'
import { loopbackOnly } from './loopback-only.ts'
import { peopleRoutes } from './people.ts'
import { watchingRoutes } from './watching.ts'

/** The control API under `/sim/api`: what people do, what is shown, what goes wrong. */
export function controlRoutes(sim: Sim): Router {
  const router = Router()
  router.use(loopbackOnly)
  router.use(express.json({ limit: '32mb' }))
  router.use(chatRoutes(sim), actingRoutes(sim), peopleRoutes(sim), disturbanceRoutes(sim), watchingRoutes(sim))
  router.use(() => {
    throw new ControlError('unknown_route')
  })
  router.use(refuse)
  return router
}

function refuse(error: unknown, _req: Request, res: Response, next: NextFunction): void {
  const known = error instanceof ControlError ? error : unreadable(error)
  if (!known || res.headersSent) {
    next(error)
    return
  }
  const { code, message, issues } = known
  const body: ControlRefusal = { error: { code, message, ...(issues.length > 0 ? { issues } : {}) } }
  res.status(known.status).json(body)
}

/** The JSON reader's own refusals (broken or too large bodies) carry a 4xx status. */
function unreadable(error: unknown): ControlError | undefined {
  const isClientError = error instanceof Error && 'status' in error && Number(error.status) < 500
  return isClientError ? new ControlError('invalid_input', [error.message]) : undefined
}
