import { setTimeout as pause } from 'node:timers/promises'
import { createWhatsAppDriver, startWhatsAppStandIn, type WhatsAppDriver } from '../../src/simulator/whatsapp/index.ts'
import { type Desk, dispatch, signIn, takeCall } from '../desk.ts'
import { describe, percentile } from '../figures.ts'
import { linkOf, startSystem } from '../system.ts'
import { pairWhatsAppGroups } from './groups.ts'

/**
 * The way into a WhatsApp group: unmodified whatsapp-web.js in real Chromium against the stand-in, in the app's own process,
 * with the account's pace as it is in earnest. Ends with 1 when a figure is over its limit.
 */
const centre = 'SMG'
const groups = 4
const alerts = 20
const restarts = 3
/** Between two alerts, machine ms: longer than the longest pause of the pace, so that each finds the account idle. */
const idleMs = 4_500
/** How late, in machine ms, something may come before the run gives up on it. */
const patienceMs = 60_000
const limits = { alertMs: 500, readyMs: 20_000 } as const

let broken = 0
const judge = (name: string, ms: number, limit: number): void => {
  const kept = ms <= limit
  if (!kept) broken += 1
  console.log(
    `${kept ? 'ok   ' : 'GAGAL'} ${name.padEnd(52)} ${`${ms.toFixed(0)} ms`.padStart(12)}   batas ${limit} ms`,
  )
}

interface SessionView {
  status: string
  /** machine ms */
  since: number
}

/** Machine ms at which the session became linked, after this moment. */
const linkedAfter = async (admin: Desk, moment: number): Promise<number> => {
  const end = performance.now() + patienceMs
  for (;;) {
    const { status, since } = await admin.get<SessionView>('/api/admin/whatsapp')
    if (status === 'linked' && since >= moment) return since
    if (performance.now() > end) throw new Error(`WhatsApp is ${status} after ${patienceMs} ms`)
    await pause(100)
  }
}

/** Machine ms from the request that sends an incident until its alert stands in the group. */
const oneAlert = async (desk: Desk, driver: WhatsAppDriver, agency: string): Promise<number> => {
  const incident = await takeCall(desk, centre)
  const { number } = await desk.get<{ number: string }>(`/api/centres/${centre}/incidents/${incident}`)
  await pause(idleMs)
  const asked = Date.now()
  await dispatch(desk, centre, incident, agency)
  const look = async () =>
    (await driver.messages(agency, 5)).find(({ byDevice, text }) => byDevice && text.includes(number))
  return (await driver.waitFor(look, patienceMs, `the alert of ${number}`)).at - asked
}

const main = async (): Promise<void> => {
  const standIn = await startWhatsAppStandIn({ scansAtOnce: true })
  const begun = Date.now()
  const system = await startSystem({
    roles: ['web,worker,telegram,whatsapp'],
    limits: 'on',
    settings: { WHATSAPP: 'on', WHATSAPP_SIMULATOR_WEB_PORT: String(standIn.webPort) },
  })
  try {
    const driver = createWhatsAppDriver(standIn.url)
    const admin = await signIn(linkOf(system.links, 'administrator'))
    const desk = await signIn(linkOf(system.links, 'operator'))
    judge('aplikasi dan toko data mulai -> WhatsApp tertaut', (await linkedAfter(admin, 0)) - begun, limits.readyMs)

    const again: number[] = []
    for (let time = 0; time < restarts; time++) {
      const asked = Date.now()
      await admin.post('/api/admin/whatsapp', { kind: 'restart' })
      again.push((await linkedAfter(admin, asked)) - asked)
    }
    judge('Chromium dimulai lagi -> tertaut, paling lama', Math.max(...again), limits.readyMs)

    const agencies = await pairWhatsAppGroups(admin, driver, centre, groups)
    const shown: number[] = []
    for (let index = 0; index < alerts; index++) {
      shown.push(await oneAlert(desk, driver, agencies[index % agencies.length] ?? ''))
    }
    console.log(describe('POST dispatch -> alert tampil di grup', shown))
    judge('alert saat sepi, median', percentile(shown, 0.5), limits.alertMs)
    judge('alert saat sepi, p95', percentile(shown, 0.95), limits.alertMs)
    const { memory } = await admin.get<{ memory: { chromiumMegabytes: number | null } }>('/api/health')
    console.log(`memori aplikasi ${system.residentMegabytes()} MB, Chromium ${memory.chromiumMegabytes ?? '?'} MB`)
  } finally {
    await system.stop()
    await standIn.close()
  }
  console.log(broken === 0 ? 'bench:whatsapp: semua dalam batas' : `bench:whatsapp: ${broken} di luar batas`)
  process.exitCode = broken === 0 ? 0 : 1
}

await main()
