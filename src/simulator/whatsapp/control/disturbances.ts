import { Router } from 'express'
import { faultRoutes } from '../../shared/control/faults.ts'
import { parse } from '../../shared/control/parse.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { input } from './input.ts'

/** Scripted faults. */
export function disturbanceRoutes(sim: Sim): Router {
  const router = Router()

  router.use(faultRoutes(sim.faults))
  router.post('/faults', (req, res) => {
    const { chat: where, times, ...rule } = parse(input.fault, req.body)
    const chat = where === undefined ? undefined : sim.world.findChat(where)
    if (where !== undefined && !chat) throw new ControlError('unknown_chat')
    const wish = { ...rule, ...(where === undefined ? {} : { chat: where }), ...(times === undefined ? {} : { times }) }
    res.status(201).json(sim.faults.add(wish, chat?.id ?? null))
  })
  return router
}
