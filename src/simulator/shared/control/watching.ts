import { Router } from 'express'
import { z } from 'zod'
import { closing } from '../closing.ts'
import type { Journal } from '../journal.ts'
import { parse } from './parse.ts'

/** Machine ms between two looks at whether the stand-in is idle, and between two signs of life of an event stream. */
const IDLE_LOOK_MS = 5
const HEARTBEAT_MS = 15_000

const wait = z.coerce.number().min(0).max(60_000).default(0)
const idleQuery = z.object({ wait })
const journalQuery = z.object({
  since: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
  wait,
})

/** Status, journal and live events of a stand-in. */
export function watchingRoutes<Event extends object>(
  journal: Journal<Event>,
  status: () => { readonly idle: boolean },
): Router {
  const router = Router()

  router.get('/status', (_req, res) => {
    res.json(status())
  })
  router.get('/idle', async (req, res) => {
    const asked = parse(idleQuery, req.query)
    const signal = closing(res)
    const deadline = performance.now() + asked.wait
    while (!status().idle && performance.now() < deadline && !signal.aborted) {
      await journal.wait(journal.seq, IDLE_LOOK_MS, signal)
    }
    res.json(status())
  })
  router.get('/journal', async (req, res) => {
    const asked = parse(journalQuery, req.query)
    await journal.wait(asked.since, asked.wait, closing(res))
    res.json(journal.since(asked.since, asked.limit))
  })
  router.get('/events', (req, res) => {
    const last = Number(req.get('last-event-id') ?? req.query.since ?? Number.NaN)
    res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', connection: 'keep-alive' })
    res.write(`event: hello\ndata: ${JSON.stringify(status())}\n\n`)
    const write = (entry: { readonly seq: number }): void => {
      res.write(`id: ${entry.seq}\ndata: ${JSON.stringify(entry)}\n\n`)
    }
    if (Number.isInteger(last)) {
      const missed = journal.since(last, 5000)
      if (missed.lost > 0 || missed.nextSeq < journal.seq) res.write('event: reset\ndata: {}\n\n')
      else for (const entry of missed.entries) write(entry)
    }
    const stop = journal.listen(write)
    const heartbeat = setInterval(() => res.write(': -\n\n'), HEARTBEAT_MS)
    res.on('close', () => {
      stop()
      clearInterval(heartbeat)
    })
  })
  return router
}
