import type { WireCall, WireCalls } from '../contract/wire.ts'
import { renewRef, unlink } from '../linking.ts'
import type { OpenPage } from '../pages.ts'
import type { Sim } from '../sim.ts'

type SessionHandler<Call extends WireCall> = (
  sim: Sim,
  page: OpenPage,
  given: WireCalls[Call]['given'],
) => WireCalls[Call]['answer']

type SessionCall = 'pairingCode' | 'refreshRef' | 'takeover' | 'logout' | 'worked' | 'drift'

/** What a page may say before it is linked too. */
export const sessionCalls: { readonly [Call in SessionCall]: SessionHandler<Call> } = {
  pairingCode: (sim, page, { phone }) => {
    const code = sim.devices.offerCode(phone.replace(/\D/g, ''), page.id)
    sim.journal.add({ kind: 'device', change: 'code-asked', detail: phone })
    return { code }
  },
  refreshRef: (sim, page) => ({ ref: renewRef(sim, page) }),
  takeover: (sim, page) => {
    sim.pages.send(page, { kind: 'state', state: 'CONNECTED' })
    return { ok: true }
  },
  logout: (sim, page) => {
    if (page.token !== null) unlink(sim, page.token, 'logout')
    return { ok: true }
  },
  worked: (_sim, page, { seq }) => {
    page.worked = Math.max(page.worked, Math.min(seq, page.sent))
    return { ok: true }
  },
  drift: (sim, _page, { name }) => {
    if (!sim.drift.has(name)) {
      sim.drift.add(name)
      sim.journal.add({ kind: 'drift', name })
    }
    return { ok: true }
  },
}
