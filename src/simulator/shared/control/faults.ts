import { Router } from 'express'
import { z } from 'zod'
import { commonRefusal } from '../control-error.ts'
import type { ScriptedFaults } from '../faults.ts'
import { parse } from './parse.ts'

const path = z.object({ fault: z.coerce.number().int() })

/** Lists and ends scripted faults; making one is each stand-in's own. */
export function faultRoutes(faults: Pick<ScriptedFaults, 'list' | 'remove' | 'clear'>): Router {
  const router = Router()

  router.get('/faults', (_req, res) => {
    res.json(faults.list())
  })
  router.delete('/faults/:fault', (req, res) => {
    if (!faults.remove(parse(path, req.params).fault)) throw commonRefusal('unknown_fault')
    res.status(204).end()
  })
  router.delete('/faults', (_req, res) => {
    faults.clear()
    res.status(204).end()
  })
  return router
}
