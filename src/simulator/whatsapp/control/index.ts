import express, { type NextFunction, type Request, type Response, Router } from 'express'
import { onlyThisMachine } from '../../shared/loopback-only.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { actingRoutes } from './acting.ts'
import { chatRoutes } from './chats.ts'
import { deviceRoutes } from './device.ts'
import { disturbanceRoutes } from './disturbances.ts'
import { peopleRoutes } from './people.ts'
import { watchingRoutes } from './watching.ts'

/** The control API under `/sim/api`: what people do, what is shown, what goes wrong. */
export function controlRoutes(sim: Sim): Router {
  const router = Router()
  router.use(onlyThisMachine(() => new ControlError('not_loopback')))
  router.use(express.json({ limit: '48mb' }))
  router.use(chatRoutes(sim), actingRoutes(sim), peopleRoutes(sim), deviceRoutes(sim))
  router.use(disturbanceRoutes(sim), watchingRoutes(sim))
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
  res.status(known.status).json({ error: { code, message, ...(issues.length > 0 ? { issues } : {}) } })
}

/** The JSON reader's own refusals (broken or too large bodies) carry a 4xx status. */
function unreadable(error: unknown): ControlError | undefined {
  const isClientError = error instanceof Error && 'status' in error && Number(error.status) < 500
  return isClientError ? new ControlError('invalid_input', [error.message]) : undefined
}
