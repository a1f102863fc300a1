import { Router } from 'express'
import { z } from 'zod'
import { faultRoutes } from '../../shared/control/faults.ts'
import { parse } from '../../shared/control/parse.ts'
import type { FaultRule } from '../contract.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { input } from './input.ts'

/** Scripted faults, duplicated and reordered updates, limits, aged presses. */
export function disturbanceRoutes(sim: Sim): Router {
  const router = Router()

  router.use(faultRoutes(sim.faults))
  router.post('/faults', (req, res) => {
    const rule = parse(input.fault, req.body)
    const chat = rule.chat === undefined ? undefined : sim.world.findChat(rule.chat)
    if (rule.chat !== undefined && !chat) throw new ControlError('unknown_chat')
    res.status(201).json(sim.faults.add(withoutUndefined(rule), chat?.id ?? null))
  })
  router.post('/updates/duplicate', (req, res) => {
    sim.updates.duplicateNext(parse(input.times, req.body).times)
    res.status(204).end()
  })
  router.post('/updates/reorder', (req, res) => {
    sim.updates.reorderNext(parse(input.times, req.body).times)
    res.status(204).end()
  })
  router.post('/updates/release', (_req, res) => {
    sim.updates.release()
    res.status(204).end()
  })
  router.post('/presses/expire', (_req, res) => {
    res.json({ expired: sim.queries.expireAll() })
  })
  router.get('/limits', (_req, res) => {
    res.json(sim.limits.rates)
  })
  router.put('/limits', (req, res) => {
    const wish = parse(z.object({ limits: input.limits }), req.body).limits
    sim.limits.change(wish === 'off' ? 'off' : withoutUndefined(wish))
    res.json(sim.limits.rates)
  })
  router.put('/privacy', (req, res) => {
    sim.bot.privacy = parse(input.flag, req.body).value
    res.status(204).end()
  })
  return router
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> extends infer Value ? Value : never }

/** Optional fields of parsed input that are there but undefined are left out. */
function withoutUndefined(rule: z.output<typeof input.fault>): FaultRule
function withoutUndefined<T extends object>(value: T): Defined<T>
function withoutUndefined(value: object): object {
  return JSON.parse(JSON.stringify(value))
}
