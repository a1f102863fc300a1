import type { Request, Response } from 'express'
import type { StartTrouble } from '../contract/wire.ts'
import { renewRef, scan } from '../linking.ts'
import type { OpenPage } from '../pages.ts'
import type { Sim } from '../sim.ts'
import { wireWorld } from '../wire-views.ts'
import { releaseAck } from '../world/receipts.ts'

/** Machine ms after which an unscanned QR code is replaced by the next. */
const REF_LIFE_MS = 20_000

/** `GET /wa/stream?page=<id>&token=<token>`: what happens, for one page of one Chromium. */
export function serveStream(sim: Sim, req: Request, res: Response): void {
  if (!sim.pages.connected) {
    res.status(503).end()
    return
  }
  const token = String(req.query.token ?? '') || null
  const phone = sim.devices.ownerOf(token) ?? null
  const page: OpenPage = {
    id: String(req.query.page ?? ''),
    stream: res,
    phone,
    token: phone === null ? null : token,
    ref: sim.devices.newRef(),
    sent: 0,
    worked: 0,
  }
  const first = sim.pages.byId(page.id) === undefined
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  sim.pages.add(page)
  if (phone !== null) tellTicks(sim, phone)
  sim.pages.send(page, {
    kind: 'hello',
    serviceNow: sim.clock.now(),
    rate: sim.clock.rate(),
    trouble: first ? takeTrouble(sim) : null,
    linked: phone === null ? null : wireWorld(sim.world, phone),
    ref: page.ref,
  })
  sim.journal.add({ kind: 'device', change: 'page-opened', detail: phone })
  if (phone === null && sim.scansAtOnce) scan(sim, sim.owner, page.ref)
  const renewal = setInterval(() => {
    if (page.phone === null && sim.devices.pairingCode?.pageId !== page.id) renewRef(sim, page)
  }, REF_LIFE_MS)
  res.on('close', () => {
    clearInterval(renewal)
    sim.pages.remove(page)
    sim.journal.add({ kind: 'device', change: 'page-closed', detail: page.phone })
  })
}

/** Whoever comes back learns what became of messages whose ticks were kept from it. */
function tellTicks(sim: Sim, phone: string): void {
  for (const chat of sim.world.chatsOf(phone)) {
    for (const message of chat.messages.values()) {
      if (message.ackHeld && message.author === phone) releaseAck(sim, chat, message)
    }
  }
}

function takeTrouble(sim: Sim): StartTrouble | null {
  const fault = sim.faults.take('start', null)
  if (fault?.effect.kind !== 'trouble') return null
  sim.journal.add({ kind: 'device', change: 'trouble', detail: fault.effect.trouble })
  return fault.effect.trouble
}
