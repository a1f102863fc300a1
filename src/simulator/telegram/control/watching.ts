import { Router } from 'express'
import { builtInThumbnail } from '../../shared/built-in-photos.ts'
import { closing } from '../../shared/closing.ts'
import { builtInPhotoList } from '../built-in-photos.ts'
import type { StandInStatus } from '../contract.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { input, parse } from './input.ts'

/** Machine ms between two looks at whether the stand-in is idle, and between two signs of life of an event stream. */
const IDLE_LOOK_MS = 5
const HEARTBEAT_MS = 15_000

/** Status, journal, live events and files. */
export function watchingRoutes(sim: Sim): Router {
  const router = Router()

  router.get('/status', (_req, res) => {
    res.json(status(sim))
  })
  router.get('/idle', async (req, res) => {
    const { wait } = parse(input.idleQuery, req.query)
    const signal = closing(res)
    const deadline = performance.now() + wait
    while (!status(sim).idle && performance.now() < deadline && !signal.aborted) {
      await sim.journal.wait(sim.journal.seq, IDLE_LOOK_MS, signal)
    }
    res.json(status(sim))
  })
  router.get('/journal', async (req, res) => {
    const { since, limit, wait } = parse(input.journalQuery, req.query)
    await sim.journal.wait(since, wait, closing(res))
    res.json(sim.journal.since(since, limit))
  })
  router.get('/events', (req, res) => {
    const last = Number(req.get('last-event-id') ?? req.query.since ?? Number.NaN)
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' })
    res.write(`event: hello\ndata: ${JSON.stringify(status(sim))}\n\n`)
    const write = (entry: { readonly seq: number }): void => {
      res.write(`id: ${entry.seq}\ndata: ${JSON.stringify(entry)}\n\n`)
    }
    if (Number.isInteger(last)) {
      const missed = sim.journal.since(last, 5000)
      if (missed.lost > 0 || missed.nextSeq < sim.journal.seq) res.write('event: reset\ndata: {}\n\n')
      else for (const entry of missed.entries) write(entry)
    }
    const stop = sim.journal.listen(write)
    const heartbeat = setInterval(() => res.write(': -\n\n'), HEARTBEAT_MS)
    res.on('close', () => {
      stop()
      clearInterval(heartbeat)
    })
  })
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
