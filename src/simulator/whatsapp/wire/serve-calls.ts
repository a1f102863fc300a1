import express, { type Request, type Response, Router } from 'express'
import type { WireCall } from '../contract/wire.ts'
import type { OpenPage } from '../pages.ts'
import type { Sim } from '../sim.ts'
import { askingCalls } from './asking.ts'
import { WireRefusal } from './call-context.ts'
import { changeCalls } from './changes.ts'
import { WIRE_INPUT } from './input.ts'
import { NeverAnswered } from './meet-fault.ts'
import { send } from './send.ts'
import { sessionCalls } from './session.ts'

const linkedCalls = { send, ...changeCalls, ...askingCalls }

/** `POST /wa/<call>?page=<id>`: a linked page's call is answered, refused (409), or, by a fault, never answered. */
export function callRoutes(sim: Sim): Router {
  const router = Router()
  router.use(express.json({ limit: '1mb' }))
  for (const call of Object.keys(WIRE_INPUT)) {
    router.post(`/wa/${call}`, (req, res) => serve(sim, call as WireCall, req, res))
  }
  return router
}

async function serve(sim: Sim, call: WireCall, req: Request, res: Response): Promise<void> {
  const page = sim.pages.byId(String(req.query.page ?? ''))
  if (!page || !sim.pages.connected) {
    res.status(503).end()
    return
  }
  // How far events are worked is itself no work.
  const counts = call !== 'worked'
  if (counts) sim.pages.openCalls += 1
  try {
    res.json(await answer(sim, page, call, req.body))
  } catch (error) {
    if (error instanceof NeverAnswered) return
    if (!(error instanceof WireRefusal)) throw error
    const { reason, chatId } = error
    const text = typeof req.body?.text === 'string' ? req.body.text : null
    sim.journal.add({ kind: 'refusal', call, chatId, reason, text })
    res.status(409).json({ reason })
  } finally {
    if (counts) sim.pages.openCalls -= 1
  }
}

function answer(sim: Sim, page: OpenPage, call: WireCall, body: unknown): unknown {
  const given: never = WIRE_INPUT[call].parse(body) as never
  if (isSession(call)) return sessionCalls[call](sim, page, given)
  if (page.phone === null) throw new WireRefusal('unknown_chat')
  return linkedCalls[call]({ sim, page, me: page.phone }, given)
}

const isSession = (call: WireCall): call is keyof typeof sessionCalls => call in sessionCalls
