import { Router } from 'express'
import { builtInThumbnail } from '../../shared/built-in-photos.ts'
import { watchingRoutes as commonRoutes } from '../../shared/control/watching.ts'
import { builtInPhotoList } from '../built-in-photos.ts'
import type { StandInStatus } from '../contract.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'

/** Status, journal, live events and files. */
export function watchingRoutes(sim: Sim): Router {
  const router = Router()

  router.use(commonRoutes(sim.journal, () => status(sim)))
  router.get('/photos', (_req, res) => {
    res.json(builtInPhotoList())
  })
  router.get('/photos/:name', async (req, res) => {
    const photo = await builtInThumbnail(req.params.name)
    if (!photo) throw new ControlError('unknown_file')
    res.setHeader('content-type', photo.mime)
    res.send(photo.bytes)
  })
  router.get('/files/:file', (req, res) => {
    const file = sim.files.byId(req.params.file)
    if (!file) throw new ControlError('unknown_file')
    // Only pictures are shown in the page; anything else a person sent must not run in it.
    const shown = file.mime === 'image/jpeg' || file.mime === 'image/png'
    res.setHeader('content-type', shown ? file.mime : 'application/octet-stream')
    res.setHeader('x-content-type-options', 'nosniff')
    res.setHeader('cache-control', 'private, max-age=86400')
    res.send(file.bytes)
  })
  return router
}

export function status(sim: Sim): StandInStatus {
  const { bot, clock, updates, calls } = sim
  return {
    epoch: sim.epoch,
    bot: { id: bot.id, username: bot.username, name: bot.firstName, privacy: bot.privacy },
    serviceNow: clock.now(),
    rate: clock.rate(),
    seq: sim.journal.seq,
    idle: updates.pendingCount === 0 && updates.heldCount === 0 && calls.open === 0,
    pendingUpdates: updates.pendingCount,
    heldUpdates: updates.heldCount,
    openCalls: calls.open,
    unansweredPresses: sim.queries.unanswered(),
    polling: sim.poller.waiting,
    webhook: sim.webhook.target?.url ?? null,
    faults: sim.faults.list().length,
    refusals: { ...calls.refusals },
  }
}
