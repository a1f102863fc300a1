import { Router } from 'express'
import { z } from 'zod'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { input, parse } from './input.ts'

/** Scripted faults. */
export function disturbanceRoutes(sim: Sim): Router {
  const router = Router()

  router.get('/faults', (_req, res) => {
    res.json(sim.faults.list())
  })
  router.post('/faults', (req, res) => {
    const { chat: where, times, ...rule } = parse(input.fault, req.body)
    const chat = where === undefined ? undefined : sim.world.findChat(where)
    if (where !== undefined && !chat) throw new ControlError('unknown_chat')
    const wish = { ...rule, ...(where === undefined ? {} : { chat: where }), ...(times === undefined ? {} : { times }) }
    res.status(201).json(sim.faults.add(wish, chat?.id ?? null))
  })
  router.delete('/faults/:fault', (req, res) => {
    const { fault } = parse(z.object({ fault: z.coerce.number().int() }), req.params)
    if (!sim.faults.remove(fault)) throw new ControlError('unknown_fault')
    res.status(204).end()
  })
  router.delete('/faults', (_req, res) => {
    sim.faults.clear()
    res.status(204).end()
  })
  return router
}
