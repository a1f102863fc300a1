import { afterAll, beforeAll, expect, test } from 'vitest'
import { Permanent } from '../../../../src/application/ports/channel.ts'
import type { StartableSession } from '../../../../src/bots/whatsapp/session/whatsapp-session.ts'
import { healthBecomes, patienceMs, type Rig, startRig, statusBecomes } from './rig.ts'

let rig: Rig
let session: StartableSession
let group: string

beforeAll(async () => {
  rig = await startRig()
  await rig.driver.createPerson({ name: 'Budi', phone: '62000111222333' })
  await rig.driver.createPerson({ name: 'Wati', phone: '62000444555666' })
  await rig.driver.createGroup({ title: 'Damkar', members: ['Budi'], labels: ['DAMKAR'], addressing: 'lid' })
  group = (await rig.driver.chat('DAMKAR')).id
  session = rig.session()
})
afterAll(() => rig.stop())

test('linked by a code that is typed on the phone; back to the QR code and again', async () => {
  session.start()
  await healthBecomes(session, ({ pairing }) => pairing?.kind === 'qr', 'a QR code')
  expect(await session.askCode(rig.standIn.ownerPhone)).toBe(true)
  const first = await healthBecomes(session, ({ pairing }) => pairing?.kind === 'code', 'a code')
  expect(first.pairing).toMatchObject({ phone: rig.standIn.ownerPhone })
  await session.askQr()
  await healthBecomes(session, ({ pairing }) => pairing?.kind === 'qr', 'the QR code again')
  await session.askCode(rig.standIn.ownerPhone)
  const { pairing } = await healthBecomes(session, ({ pairing: offer }) => offer?.kind === 'code', 'a second code')
  if (pairing?.kind !== 'code') throw new Error('no code')
  await rig.driver.typeCode(pairing.code)
  await statusBecomes(session, 'linked')
  await session.caughtUp()
  expect(await session.askCode(rig.standIn.ownerPhone)).toBe(false)
})

test('from strangers nothing is kept but a pairing code, and nothing is written to them', async () => {
  const stranger = await rig.driver.privateChat('Wati')
  await rig.driver.say(stranger.id, { as: 'Wati', text: 'Halo, ini siapa?' })
  await rig.driver.say('DAMKAR', { as: 'Budi', text: 'belum dipasang' })
  await rig.driver.say('DAMKAR', { as: 'Budi', text: '/pasang 483920' })
  await expect.poll(() => rig.woken, { timeout: patienceMs }).toEqual([group])
  const [asked, ...more] = await rig.inbox(group)
  expect(more).toEqual([])
  expect(asked).toMatchObject({ kind: 'message', body: '/pasang 483920', author: { id: '62000111222333@c.us' } })
  await expect(session.send('62000444555666@c.us', { text: 'Halo' })).rejects.toThrow(Permanent)
  expect((await rig.driver.messages(stranger.id)).filter(({ byDevice }) => byDevice)).toEqual([])
})

test('who acted in a paired group, and a number of the directory, may be written to in private', async () => {
  await rig.pair('DAMKAR')
  await session.acquaint('62000111222333@c.us')
  await session.send('62000111222333@c.us', { text: 'Rincian' })
  await rig.stores.directory.putAgency({
    centre: 'SMG',
    code: 'PLN',
    name: 'PLN',
    transports: false,
    dutyPhones: ['+62 000 444 555 666'],
    commanderPhone: null,
    answerSeconds: null,
    active: true,
  })
  await session.send('62000444555666@c.us', { text: 'Tugas' })
  const texts = async (name: string) =>
    (await rig.driver.messages((await rig.driver.privateChat(name)).id)).flatMap(({ byDevice, text }) =>
      byDevice ? [text] : [],
    )
  expect([await texts('Budi'), await texts('Wati')]).toEqual([['Rincian'], ['Tugas']])
})

test('members come by their numbers; a check knows whether we are in the group', async () => {
  expect(await session.members(group)).toContain('62000111222333@c.us')
  await session.check(group)
  await rig.driver.setMember('DAMKAR', rig.standIn.ownerPhone, 'out')
  await rig.driver.waitIdle(5_000)
  await expect(session.check(group)).rejects.toThrow(Permanent)
  await expect
    .poll(async () => (await rig.inbox(group)).some(update => update.kind === 'membership' && !update.isIn), {
      timeout: patienceMs,
    })
    .toBe(true)
})

test('started again it is ready by itself, without a code, in less than twenty seconds', async () => {
  await session.stop()
  const again = rig.session()
  const started = performance.now()
  again.start()
  await statusBecomes(again, 'linked')
  const seconds = (performance.now() - started) / 1000
  expect(again.health().pairing).toBeNull()
  expect(seconds).toBeLessThan(20)
})
