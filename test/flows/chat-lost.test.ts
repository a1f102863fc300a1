import { expect, test } from 'vitest'
import type { ChatList, PairingCodeView } from '../../src/admin-api/contract/index.ts'
import { useApp } from '../support/flow.ts'

const flow = useApp()
const chatsPath = '/api/admin/centres/SMG/chats'

const chatOf = async (agency: string) => {
  const { chats } = await flow.app.administrator.get<ChatList>(chatsPath)
  return chats.find(({ audience }) => audience.kind === 'agency' && audience.agency === agency)
}

test('the bot is thrown out: red chat, phone task, alarm; back in the group the waiting alert comes', async () => {
  const { app } = flow
  const pln = await flow.chat('SMG/PLN')
  const supervisor = await flow.chat('SMG/SUPERVISOR/pribadi')
  const damkar = await flow.chat('SMG/DAMKAR')
  await app.driver.setBot('SMG/PLN', 'kicked')
  await app.rest()
  expect((await chatOf('PLN'))?.health.status).toBe('down')
  await supervisor.sees('🔴 SALURAN PUTUS – 112 SMG')

  const incident = await app.emergency()
  await incident.sends('DAMKAR', 'PLN')
  await damkar.sees('BELUM DIJAWAB')
  await supervisor.sees('📵 PLN TIDAK TERJANGKAU')
  expect((await incident.view()).phoneTasks).toMatchObject([{ agency: 'PLN', cause: 'unreachable' }])
  expect(await pln.fromBot()).toEqual([])

  await app.driver.setBot('SMG/PLN', 'member')
  await app.rest()
  expect((await chatOf('PLN'))?.health.status).toBe('ok')
  await supervisor.sees('🟢 SALURAN PULIH – 112 SMG')
  await pln.sees('BELUM DIJAWAB').presses('Kami tangani')
  await app.rest()
  expect(await incident.statusOf('PLN')).toBe('acknowledged')
  const [task] = (await incident.view()).phoneTasks
  expect(task?.done).toBeDefined()
  expect(await flow.unexpected()).toEqual([])
})

test('the bot is thrown out while an alert is under way: the agency is phoned at once', async () => {
  const { app } = flow
  const damkar = await flow.chat('SMG/DAMKAR')
  const supervisor = await flow.chat('SMG/SUPERVISOR/pribadi')
  await app.driver.addFault({
    methods: ['sendMessage'],
    chat: 'SMG/PMI',
    effect: { kind: 'error', code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' },
  })
  const incident = await app.emergency()
  await incident.sends('DAMKAR', 'PMI')
  await damkar.sees('BELUM DIJAWAB')
  await supervisor.sees('📵 PMI TIDAK TERJANGKAU')
  expect((await chatOf('PMI'))?.health.status).toBe('down')
  await supervisor.sees('🔴 SALURAN PUTUS – 112 SMG')
  expect((await incident.view()).phoneTasks).toMatchObject([{ agency: 'PMI', cause: 'unreachable' }])
  for (const place of ['kicked', 'member'] as const) await app.driver.setBot('SMG/PMI', place)
  await supervisor.sees('🟢 SALURAN PULIH – 112 SMG')
  await (await flow.chat('SMG/PMI')).sees('BELUM DIJAWAB')
  expect(await flow.unexpected()).toEqual([])
})

test('a chat is unpaired and paired anew by a code: the waiting alert comes, the code is good once', async () => {
  const { app } = flow
  const bpbd = await flow.chat('SMG/BPBD')
  const supervisor = await flow.chat('SMG/SUPERVISOR/pribadi')
  const damkar = await flow.chat('SMG/DAMKAR')
  const before = await chatOf('BPBD')
  await app.administrator.delete(`${chatsPath}/${before?.id}`)
  const incident = await app.emergency()
  await incident.sends('DAMKAR', 'BPBD')
  await damkar.sees('BELUM DIJAWAB')
  await supervisor.sees('📵 BPBD TIDAK TERJANGKAU')
  expect(await bpbd.fromBot()).toEqual([])

  const { code } = await app.administrator.post<PairingCodeView>('/api/admin/centres/SMG/pairing-codes', {
    audience: { kind: 'agency', agency: 'BPBD' },
  })
  await bpbd.writes(`/pasang ${code}`)
  await bpbd.sees('✅ Chat ini sekarang terhubung dengan 112 SMG sebagai grup BPBD')
  await bpbd.sees('BELUM DIJAWAB', { with: 'Kami tangani' })
  expect((await chatOf('BPBD'))?.health.status).toBe('ok')

  const pmk = await flow.chat('SMG/DISHUB')
  await pmk.writes(`/pasang ${code}`)
  await pmk.sees('Kode pasang salah, sudah dipakai, atau kedaluwarsa')
  expect(await flow.unexpected()).toEqual([])
})

test('a group becomes a supergroup: the alert follows it there', async () => {
  const { app } = flow
  await app.driver.migrate('SMG/DINSOS', 'after')
  const dinsos = await flow.chat('SMG/DINSOS')
  const incident = await app.emergency()
  await incident.sends('DINSOS')
  await dinsos.sees('BELUM DIJAWAB', { with: 'Kami tangani' }).presses('Kami tangani')
  await app.rest()
  expect(await incident.statusOf('DINSOS')).toBe('acknowledged')
  expect(await flow.unexpected()).toEqual([])
})
