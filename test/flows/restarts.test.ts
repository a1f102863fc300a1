import { join } from 'node:path'
import { afterEach, beforeEach, expect, onTestFailed, test } from 'vitest'
import type { PairingCodeView } from '../../src/admin-api/contract/index.ts'
import { parseConfig } from '../../src/config.ts'
import { type Desk, signIn } from '../../src/drill/api/desk.ts'
import { type AppProcess, startAppProcess } from '../../src/drill/app-process.ts'
import { startTelegramStandIn, type TelegramStandIn } from '../../src/simulator/telegram/index.ts'
import { appEnvironment, TestApp, type TestIncident } from '../support/app.ts'
import { ChatStory, createTelegramDriver } from '../support/telegram-driver.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** A stand-in of the test's own, which goes on while the app is down. */
let standIn: TelegramStandIn
/** Ids that the app's own training city does not have. */
const [group, crew] = [-1_009_999_000_112, 999_000_112]

beforeEach(async () => {
  const { telegram } = parseConfig(appEnvironment({ dataDir: 'unused' }))
  standIn = await startTelegramStandIn({ token: telegram.token.reveal(), botUsername: 'uji112_bot', limits: 'off' })
  const driver = createTelegramDriver(standIn.url)
  await driver.createUser({ id: crew, firstName: 'Sari' })
  await driver.createChat({ id: group, title: 'DAMKAR uji', members: [crew], labels: ['DAMKAR'] })
})
afterEach(() => standIn.close())

const damkar = (): ChatStory => new ChatStory(createTelegramDriver(standIn.url), 'DAMKAR', crew)

const pair = async (administrator: Desk): Promise<void> => {
  const { code } = await administrator.post<PairingCodeView>('/api/admin/centres/SMG/pairing-codes', {
    audience: { kind: 'agency', agency: 'DAMKAR' },
  })
  await damkar().writes(`/pasang ${code}`)
  await damkar().sees('✅ Chat ini sekarang terhubung')
}

const alerted = async (app: TestApp): Promise<TestIncident> => {
  await pair(app.administrator)
  await app.rest()
  const incident = await app.emergency()
  await incident.sends('DAMKAR')
  await damkar().sees('BELUM DIJAWAB', { with: 'Kami tangani' })
  return incident
}

test('stopped and started in the middle: the press that was made meanwhile counts, nothing is sent again', async () => {
  const dataDir = join(tempFolder(), 'data')
  const before = await TestApp.start({ dataDir, standIn: standIn.url })
  const { id, number } = await alerted(before)
  await before.stop()
  const press = await damkar().sees(number).presses('Kami tangani', { wait: 0 })
  expect(press.status).toBe('not-awaited')

  const after = await TestApp.start({ dataDir, standIn: standIn.url })
  await damkar().sees('KAMI TANGANI – Sari')
  await after.rest()
  const { assignments, timeline } = await after.incident(id)
  expect(assignments[0]?.status).toBe('acknowledged')
  expect(timeline.filter(({ type }) => type === 'AssignmentAcknowledged')).toHaveLength(1)
  expect((await damkar().fromBot()).filter(({ text }) => text.includes(number))).toHaveLength(1)
  await after.stop()
})

test('killed twice with its stores left behind: each start takes them over, and every acknowledged press is there', async () => {
  const start = startable(join(tempFolder(), 'data'))
  const first = await start()
  await pair(await signIn(first.url, 'administrator'))
  const { id, number } = await dispatched(await signIn(first.url, 'operator'))
  const press = await damkar().sees(number, { with: 'Meluncur' }).presses('Meluncur')
  // the crew was answered; whether its card was edited before the power went is chance
  await first.kill()
  expect(press.text).toMatch(/^Tercatat: Meluncur/)

  const second = await start()
  await damkar().sees('MELUNCUR – Sari', { with: 'Tiba di lokasi' })
  await second.kill()
  await damkar().sees(number).presses('Tiba di lokasi', { wait: 0 })

  const third = await start()
  await damkar().sees('DI LOKASI – Sari', { within: 30_000 })
  const desk = await signIn(third.url, 'operator')
  const { assignments } = await desk.get<Dispatched>(`/api/centres/SMG/incidents/${id}`)
  expect(assignments[0]?.status).toBe('onScene')
  expect((await damkar().fromBot()).filter(({ text }) => text.includes(number))).toHaveLength(1)
  await third.stop()
}, 120_000)

/** Starts of one app over one folder. A killed one leaves its stores behind: a last start and stop takes them along. */
const startable = (dataDir: string) => {
  let last: AppProcess | undefined
  const start = async (): Promise<AppProcess> => {
    last = await startAppProcess(dataDir, { TELEGRAM_API_ROOT: standIn.url, PACING: 'off' })
    return last
  }
  onTestFailed(async () => {
    await last?.stop()
    await (await start()).stop()
  })
  return start
}

interface Dispatched {
  id: string
  number: string
  assignments: { status: string }[]
}

const dispatched = async (desk: Desk): Promise<Dispatched> => {
  const call = await desk.post<{ id: string }>('/api/centres/SMG/calls')
  const { incident } = await desk.post<{ incident: string }>(`/api/centres/SMG/calls/${call.id}/classify`, {
    callClass: 'normal',
  })
  const path = `/api/centres/SMG/incidents/${incident}`
  await desk.patch(`${path}/intake`, { type: { known: 'KBK-BGN' }, address: { known: 'Jl. Contoh 2' } })
  return desk.post<Dispatched>(`${path}/dispatch`, { agencies: [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }] })
}
