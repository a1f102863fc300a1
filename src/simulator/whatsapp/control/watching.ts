import { Router } from 'express'
import { closing } from '../../shared/closing.ts'
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
