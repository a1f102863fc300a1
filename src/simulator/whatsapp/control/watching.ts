import { Router } from 'express'
import { watchingRoutes as commonRoutes } from '../../shared/control/watching.ts'
import type { StandInStatus } from '../contract.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'

/** Status, journal, live events and files. */
export function watchingRoutes(sim: Sim): Router {
  const router = Router()

  router.use(commonRoutes(sim.journal, () => status(sim)))
  router.get('/files/:file', (req, res) => {
    const file = sim.files.get(req.params.file)
    if (!file) throw new ControlError('unknown_file')
    // Only pictures are shown in a page; anything else a person sent must not run in it.
    const shown = ['image/jpeg', 'image/png', 'image/webp'].includes(file.mime)
    res.setHeader('content-type', shown ? file.mime : 'application/octet-stream')
    res.setHeader('x-content-type-options', 'nosniff')
    res.send(file.bytes)
  })
  return router
}

export function status(sim: Sim): StandInStatus {
  const { clock, pages, devices } = sim
  return {
    epoch: sim.epoch,
    owner: { phone: sim.owner.phone, name: sim.owner.name },
    serviceNow: clock.now(),
    rate: clock.rate(),
    seq: sim.journal.seq,
    idle: pages.openCalls === 0 && pages.unworked === 0,
    openCalls: pages.openCalls,
    unworkedEvents: pages.unworked,
    pages: pages.open.length,
    linkedAs: pages.open.find(page => page.phone !== null)?.phone ?? null,
    qrShown: pages.unlinked() !== undefined,
    pairingCode: devices.pairingCode?.code ?? null,
    connected: pages.connected,
    faults: sim.faults.list().length,
    drift: [...sim.drift],
  }
}
