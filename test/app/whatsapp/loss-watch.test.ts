import { afterEach, expect, test } from 'vitest'
import { type LossWatch, watchForLoss } from '../../../src/app/whatsapp/loss-watch.ts'
import { tellSession } from '../../../src/app/whatsapp/sharing.ts'
import type { SessionHealth } from '../../../src/bots/whatsapp/index.ts'
import { type City, eachCity } from '../../application/support/city.ts'
import { Platform } from '../../application/support/platform.ts'

let city: City
let whatsApp: Platform
let watches: LossWatch[] = []
/** machine time at which the link last stood; null before the first */
let linkedAt: number | null = null

/** PLN is on WhatsApp alone, DAMKAR on Telegram; Siti supervises and Ana administers, on Telegram. */
eachCity(async found => {
  city = found
  whatsApp = new Platform()
  linkedAt = null
  city.restarts({
    channels: new Map([
      ['telegram', city.platform.channel],
      ['whatsapp', { ...whatsApp.channel, name: 'whatsapp' }],
    ]),
  })
  await city.pairsAgencies('DAMKAR')
  await city.pairs('PLN-wa', { kind: 'agency', agency: 'PLN' }, { channel: 'whatsapp' })
  await city.pairs('siti', { kind: 'user', user: await city.hires('siti', true, 'supervisor') })
  await city.pairs('ana', { kind: 'user', user: await city.hires('ana', true, 'administrator') })
})
afterEach(async () => {
  for (const watch of watches) await watch.stop()
  watches = []
})

/** A worker that watches from now on; it looks when the story says so. */
const worker = (): LossWatch => {
  const { stores, machine, app, deps } = city
  const watch = watchForLoss(app.work, { settings: stores.settings, machine, lostAfterMs: 60_000, log: deps.log })
  watches.push(watch)
  return watch
}

/** What the process that holds the session tells now. */
const holder = async (status: SessionHealth['status']): Promise<void> => {
  const at = city.machine.now()
  if (status === 'linked') linkedAt = at
  const health = { status, detail: '', since: at, number: null, pairing: null, chromiumBytes: null }
  await tellSession(city.stores.settings, { health, at, linkedAt })
}

/** Machine seconds pass, the holder telling the same all the while; then the worker looks. */
const after = async (seconds: number, watch: LossWatch, status?: SessionHealth['status']): Promise<void> => {
  city.machine.t += seconds * 1000
  if (status) await holder(status)
  await watch.now()
  await city.settles()
}

const news = (chat: string, sign: string) => city.platform.texts(chat).filter(text => text.includes(sign))

test('a number that was never linked is not lost', async () => {
  const watch = worker()
  await holder('linking')
  await after(600, watch, 'linking')
  expect(news('siti', '🔴')).toEqual([])
})

test('away for less than a minute: nobody hears of it; for a minute: told on Telegram once, whoever waits there is phoned', async () => {
  const watch = worker()
  await holder('linked')
  await after(0, watch)
  const { id } = await city.fire('DAMKAR lead', 'PLN')
  await after(59, watch, 'lost')
  expect([news('siti', '🔴'), await city.toPhone(id)]).toEqual([[], []])
  await after(1, watch, 'lost')
  expect(await city.toPhone(id)).toEqual(['PLN unanswered'])
  await after(30, watch, 'lost')
  for (const person of ['siti', 'ana']) expect(news(person, '🔴')).toHaveLength(1)
  expect(whatsApp.texts('PLN-wa').filter(text => text.includes('SALURAN'))).toEqual([])
  await after(5, watch, 'linked')
  for (const person of ['siti', 'ana']) expect(news(person, '🟢')).toHaveLength(1)
})

test('the process that held it died: its silence is the loss', async () => {
  const watch = worker()
  await holder('linked')
  await after(0, watch)
  await after(59, watch)
  expect(news('ana', '🔴')).toEqual([])
  await after(1, watch)
  expect(news('ana', '🔴')).toHaveLength(1)
})

test('a worker that starts into an outage waits a minute of its own', async () => {
  await holder('linked')
  city.machine.t += 3_600_000
  const watch = worker()
  await after(59, watch, 'lost')
  expect(news('ana', '🔴')).toEqual([])
  await after(1, watch, 'lost')
  expect(news('ana', '🔴')).toHaveLength(1)
})
