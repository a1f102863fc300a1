import { Router } from 'express'
import { parse } from '../../shared/control/parse.ts'
import type { WireEvent } from '../contract/wire.ts'
import type { DeviceChange } from '../contract.ts'
import { ControlError } from '../control-error.ts'
import { scan, typeCode, unlink } from '../linking.ts'
import type { Sim } from '../sim.ts'
import { input, personOf } from './input.ts'

/** The phone's side of linked devices, and what happens to their pages and their network. */
export function deviceRoutes(sim: Sim): Router {
  const router = Router()

  router.post('/link', (req, res) => {
    const { as, qr, code } = parse(input.link, req.body)
    const person = as === undefined ? sim.owner : personOf(sim, as)
    if (code === undefined) scan(sim, person, qr)
    else typeCode(sim, person, code)
    res.status(204).end()
  })
  router.post('/unlink', (req, res) => {
    const { how } = parse(input.unlink, req.body)
    const devices = sim.devices.all()
    if (devices.length === 0) throw new ControlError('not_linked')
    for (const [token] of devices) unlink(sim, token, how)
    res.status(204).end()
  })
  router.post('/device/state', (req, res) => {
    const { state } = parse(input.state, req.body)
    tellPages(sim, { kind: 'state', state }, 'state', state)
    res.status(204).end()
  })
  router.post('/device/reload', (_req, res) => {
    tellPages(sim, { kind: 'reload' }, 'reload', null)
    res.status(204).end()
  })
  router.post('/device/disconnect', (_req, res) => {
    sim.pages.connected = false
    sim.pages.cut()
    sim.journal.add({ kind: 'device', change: 'disconnected', detail: null })
    res.status(204).end()
  })
  router.post('/device/reconnect', (_req, res) => {
    sim.pages.connected = true
    sim.journal.add({ kind: 'device', change: 'reconnected', detail: null })
    res.status(204).end()
  })
  return router
}

function tellPages(sim: Sim, event: WireEvent, change: DeviceChange, detail: string | null): void {
  for (const page of sim.pages.open) sim.pages.send(page, event)
  sim.journal.add({ kind: 'device', change, detail })
}
