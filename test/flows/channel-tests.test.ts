import { expect, test } from 'vitest'
import type {
  AuditTrail,
  ChannelTestsView,
  ChannelTestView,
  ChatList,
  ChecksAsked,
} from '../../src/admin-api/contract/index.ts'
import { useApp } from '../support/flow.ts'

const flow = useApp()
const testsPath = '/api/centres/SMG/channel-tests'
const chatsPath = '/api/admin/centres/SMG/chats'

test('a supervisor tests two agencies: their groups and officers get the drill, one answers, the page knows who and when', async () => {
  const { app } = flow
  const damkar = await flow.chat('SMG/DAMKAR')
  const officer = await flow.chat('SMG/DAMKAR/dutyOfficer')
  const bpbd = await flow.chat('SMG/BPBD')
  const begun = await app.supervisor.post<ChannelTestView>(testsPath, { agencies: ['DAMKAR', 'BPBD'], minutes: 2 })
  expect(begun.counts).toEqual({ agencies: 2, answered: 0 })
  await app.rest()
  await officer.sees('UJI COBA – bukan kejadian', { with: 'Diterima' })
  await bpbd.sees('UJI COBA – bukan kejadian', { with: 'Diterima' })
  await app.forward('30s')
  await damkar.sees('UJI COBA – bukan kejadian').presses('Diterima')
  await app.rest()
  const { running } = await app.supervisor.get<ChannelTestsView>(testsPath)
  expect(running?.agencies).toMatchObject([
    { agency: 'BPBD', seconds: null },
    { agency: 'DAMKAR', seconds: 30 },
  ])
  await expect(app.supervisor.post(testsPath, {})).rejects.toThrow(/409/)
  await expect(app.operator.get(testsPath)).rejects.toThrow(/403/)

  await app.forward('2m')
  const { running: none, past } = await app.supervisor.get<ChannelTestsView>(testsPath)
  expect(none).toBeNull()
  expect(past).toMatchObject([{ id: begun.id, counts: { agencies: 2, answered: 1 }, endedBy: null }])
  await bpbd.sees('⌛ Uji coba selesai tanpa jawaban')
  const { entries } = await app.administrator.get<AuditTrail>('/api/admin/audit?centre=SMG&limit=20')
  expect(entries.map(({ what }) => what)).toContain('channelTestStarted')
})

test('an administrator asks after all channels: no group sees a message, the muted one turns red and is told', async () => {
  const { app } = flow
  const supervisor = await flow.chat('SMG/SUPERVISOR/pribadi')
  await app.driver.setRights('SMG/PMI', { texts: false })
  const { asked } = await app.administrator.post<ChecksAsked>(`${chatsPath}/check`, {})
  const read = () => app.administrator.get<ChatList>(chatsPath)
  expect((await read()).chats).toHaveLength(asked)
  const done = await app.driver.waitFor(
    async () => {
      const { chats } = await read()
      return chats.every(({ checking, check }) => !checking && check) ? chats : undefined
    },
    30_000,
    'every chat checked',
  )
  const red = done.filter(({ health }) => health.status === 'down')
  expect(red.map(({ audience }) => audience)).toEqual([{ kind: 'agency', agency: 'PMI' }])
  await supervisor.sees('🔴 SALURAN PUTUS – 112 SMG')
  await app.driver.setRights('SMG/PMI', { texts: true })
  await app.administrator.post(`${chatsPath}/check`, { chat: red[0]?.id })
  await app.driver.waitFor(
    async () => (await read()).chats.every(({ health }) => health.status === 'ok') || undefined,
    30_000,
    'the group is back',
  )
  await supervisor.sees('🟢 SALURAN PULIH – 112 SMG')
  await expect(app.administrator.post(`${chatsPath}/check`, { chat: 'none' })).rejects.toThrow(/404/)
  expect(await flow.unexpected()).toEqual([])
})
