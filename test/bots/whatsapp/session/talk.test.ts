import { afterAll, beforeAll, expect, test } from 'vitest'
import { Permanent } from '../../../../src/application/ports/channel.ts'
import type { StartableSession } from '../../../../src/bots/whatsapp/session/whatsapp-session.ts'
import { healthBecomes, type Rig, startLinked, startRig } from './rig.ts'

let rig: Rig
let session: StartableSession
let group: string

beforeAll(async () => {
  rig = await startRig()
  await rig.driver.createPerson({ name: 'Budi', phone: '62000111222333' })
  await rig.driver.createPerson({ name: 'Sari' })
  await rig.driver.createGroup({ title: 'Damkar', members: ['Budi', 'Sari'], labels: ['DAMKAR'] })
  await rig.driver.createGroup({ title: 'Arisan', members: ['Sari'], labels: ['ARISAN'] })
  group = (await rig.driver.chat('DAMKAR')).id
  await rig.pair('DAMKAR')
  session = rig.session()
  await startLinked(rig, session)
})
afterAll(() => rig.stop())

test('the device is linked by the code that the phone scans', async () => {
  expect(session.health()).toMatchObject({ status: 'linked', number: rig.standIn.ownerPhone, pairing: null })
  const { chromiumBytes } = await healthBecomes(session, health => health.chromiumBytes !== null, 'the memory')
  expect(chromiumBytes).toBeGreaterThan(50_000_000)
})

test('a text goes to the group and is told apart by its stanza id', async () => {
  const { id } = await session.send(group, { text: '*KEBAKARAN* di Jl. Pemuda' })
  const [shown] = (await rig.driver.messages('DAMKAR')).slice(-1)
  expect(shown).toMatchObject({ id, text: '*KEBAKARAN* di Jl. Pemuda', byDevice: true })
})

test('a reply of a member is stored with its author, its name and what it quotes', async () => {
  const { id } = await session.send(group, { text: 'Ambil?' })
  const said = await rig.driver.say('DAMKAR', { as: 'Budi', text: '1', quote: id })
  await rig.driver.waitIdle(10_000)
  await expect.poll(() => rig.woken, { timeout: 30_000 }).toContain(group)
  expect(await rig.inbox(group)).toEqual([
    {
      kind: 'message',
      chat: group,
      group: true,
      at: expect.any(Number),
      author: { id: '62000111222333@c.us', name: 'Budi' },
      id: said.id,
      key: `false_${group}_${said.id}_62000111222333@c.us`,
      type: 'text',
      body: '1',
      quoted: id,
      quotedText: 'Ambil?',
      hasFile: false,
    },
  ])
})

test('nothing is written to a chat that is not ours', async () => {
  const { id: stranger } = await rig.driver.chat('ARISAN')
  await expect(session.send(stranger, { text: 'Halo' })).rejects.toThrow(Permanent)
  expect((await rig.driver.messages('ARISAN')).filter(({ byDevice }) => byDevice)).toEqual([])
})
