import { ControlError } from './control-error.ts'
import type { OpenPage } from './pages.ts'
import type { Sim } from './sim.ts'
import { wireWorld } from './wire-views.ts'
import type { Phone, SimPerson } from './world/state.ts'

/**
 * A person's phone scans a QR code.
 * @param qr what the library gave out; without it the code that some page shows now
 * @throws ControlError no_qr_shown, wrong_qr
 */
export function scan(sim: Sim, person: SimPerson, qr: string | undefined): void {
  const ref = qr?.split(',')[0]
  const page =
    ref === undefined ? sim.pages.unlinked() : sim.pages.open.find(open => open.phone === null && open.ref === ref)
  if (!page) throw new ControlError(ref === undefined ? 'no_qr_shown' : 'wrong_qr')
  link(sim, page, person.phone)
}

/** A person types the pairing code on the phone. @throws ControlError wrong_code */
export function typeCode(sim: Sim, person: SimPerson, code: string): void {
  const offered = sim.devices.pairingCode
  const same = offered?.code === code.replace(/[\s-]/g, '').toUpperCase() && offered.phone === person.phone
  const page = same ? sim.pages.byId(offered.pageId) : undefined
  if (!page) throw new ControlError('wrong_code')
  sim.devices.endPairing()
  link(sim, page, person.phone)
}

function link(sim: Sim, page: OpenPage, phone: Phone): void {
  sim.pages.send(page, { kind: 'pairing' })
  page.phone = phone
  page.token = sim.devices.link(phone)
  sim.pages.send(page, { kind: 'linked', token: page.token, world: wireWorld(sim.world, phone) })
  sim.journal.add({ kind: 'device', change: 'linked', detail: phone })
}

/** The device of a page is linked no more: the page forgets it, or falls back to being unpaired. */
export function unlink(sim: Sim, token: string, how: 'logout' | 'unpaired'): void {
  const phone = sim.devices.ownerOf(token)
  sim.devices.unlink(token)
  for (const page of sim.pages.open) {
    if (page.token !== token) continue
    page.phone = null
    page.token = null
    sim.pages.send(page, { kind: 'unlinked', how })
  }
  sim.journal.add({ kind: 'device', change: 'unlinked', detail: phone ?? null })
}

/** Shows a page a new QR code. */
export function renewRef(sim: Sim, page: OpenPage): string {
  page.ref = sim.devices.newRef()
  sim.pages.send(page, { kind: 'ref', ref: page.ref })
  return page.ref
}
