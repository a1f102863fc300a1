import { readlink, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Ambiguous, Temporary } from '../../../../src/application/ports/channel.ts'
import type { SessionHealth } from '../../../../src/bots/whatsapp/session/session.ts'
import type { StartableSession } from '../../../../src/bots/whatsapp/session/whatsapp-session.ts'
import { patienceMs, type Rig, startRig, statusBecomes } from './rig.ts'

let rig: Rig
let group: string

beforeEach(async () => {
  rig = await startRig({ scansAtOnce: true })
  await rig.driver.createPerson({ name: 'Budi', phone: '62000111222333' })
  await rig.driver.createGroup({ title: 'Damkar', members: ['Budi'], labels: ['DAMKAR'] })
  group = (await rig.driver.chat('DAMKAR')).id
  await rig.pair('DAMKAR')
})
afterEach(() => rig.stop())

/** Every status that the session took, in order. */
const statusesOf = (session: StartableSession): SessionHealth['status'][] => {
  const seen = [session.health().status]
  session.watch(({ status }) => {
    if (seen.at(-1) !== status) seen.push(status)
  })
  return seen
}

const linked = async (options: Parameters<Rig['session']>[0] = {}): Promise<StartableSession> => {
  const session = rig.session(options)
  session.start()
  await statusBecomes(session, 'linked')
  await session.caughtUp()
  return session
}

const chromiumOf = async (): Promise<number> =>
  Number((await readlink(join(rig.folder, 'session', 'SingletonLock'))).split('-').at(-1))

const shown = async (): Promise<string[]> =>
  (await rig.driver.messages('DAMKAR')).filter(({ byDevice }) => byDevice).map(({ text }) => text)

test('Chromium is killed: told as lost, started again by itself, and what came meanwhile is fetched', async () => {
  const session = await linked()
  const seen = statusesOf(session)
  process.kill(await chromiumOf(), 'SIGKILL')
  await statusBecomes(session, 'lost')
  await expect(session.send(group, { text: 'Hilang?' })).rejects.toThrow(Temporary)
  await rig.driver.say('DAMKAR', { as: 'Budi', text: 'A7K 1' })
  await statusBecomes(session, 'linked')
  await session.caughtUp()
  expect(seen).not.toContain('linking')
  expect((await rig.inbox(group)).map(update => update.kind === 'message' && update.body)).toEqual(['A7K 1'])
  await session.send(group, { text: 'Kembali' })
  expect(await shown()).toEqual(['Kembali'])
})

test('what was written and changed while Chromium was away is fetched, with its last words', async () => {
  const session = await linked()
  const first = await rig.driver.say('DAMKAR', { as: 'Budi', text: 'Asap tipis' })
  await expect.poll(() => rig.woken, { timeout: patienceMs }).toContain(group)
  expect(await rig.inbox(group)).toHaveLength(1)
  process.kill(await chromiumOf(), 'SIGKILL')
  await statusBecomes(session, 'lost')
  await rig.driver.edit('DAMKAR', first.id, 'Asap tebal', 'Budi')
  await statusBecomes(session, 'linked')
  await session.caughtUp()
  const found = await rig.inbox(group)
  expect(found).toEqual([expect.objectContaining({ kind: 'edited', id: first.id, body: 'Asap tebal' })])
  process.kill(await chromiumOf(), 'SIGKILL')
  await statusBecomes(session, 'lost')
  await statusBecomes(session, 'linked')
  await session.caughtUp()
  expect(await rig.inbox(group)).toEqual([])
})

test('a message that meets the end of the link is waited with, not given up', { timeout: 120_000 }, async () => {
  const session = await linked()
  const sends = Array.from({ length: 6 }, (_, index) => `Kabar ${index}`)
  const outcomes: Promise<string>[] = []
  for (const [index, text] of sends.entries()) {
    outcomes.push(
      session.send(group, { text }).then(
        () => text,
        error => error.kind,
      ),
    )
    if (index === 2) await rig.driver.unlink('logout')
  }
  const ended = await Promise.all(outcomes)
  for (const end of ended) expect([...sends, 'temporary', 'ambiguous']).toContain(end)
  expect(ended).toContain('temporary')
  expect(await shown()).toEqual(expect.arrayContaining(ended.filter(end => sends.includes(end))))
})

test('the phone ends the link: another is asked for, and once the code is scanned messages go again', async () => {
  const session = await linked()
  const seen = statusesOf(session)
  await rig.driver.unlink('logout')
  // the phone of this world scans a code before anybody else sees it
  await expect.poll(() => seen, { timeout: patienceMs }).toContain('linking')
  await statusBecomes(session, 'linked')
  await session.send(group, { text: 'Tertaut lagi' })
  expect(await shown()).toEqual(['Tertaut lagi'])
})

test.each([
  ['the page synced before anybody listened, so that ready never came', 'sync-early'],
  ['the page reloads under the library’s hands', 'reload'],
  ['every event comes twice', 'events-twice'],
] as const)('%s: linked all the same, and a message counts once', async (_, trouble) => {
  const first = await linked()
  await first.stop()
  await rig.driver.addFault({ call: 'start', effect: { kind: 'trouble', trouble } })
  const session = await linked()
  await rig.driver.say('DAMKAR', { as: 'Budi', text: '1' })
  await expect.poll(() => rig.woken, { timeout: patienceMs }).toContain(group)
  await rig.driver.waitIdle(5_000)
  expect(await rig.inbox(group)).toHaveLength(1)
  await session.send(group, { text: 'Diterima' })
})

test('a page that never syncs is started anew', async () => {
  const first = await linked()
  await first.stop()
  await rig.driver.addFault({ call: 'start', effect: { kind: 'trouble', trouble: 'never-sync' } })
  const session = rig.session({ waits: { syncMs: 3_000 } })
  const seen = statusesOf(session)
  session.start()
  await statusBecomes(session, 'linked')
  expect(seen).toContain('lost')
})

test('locks that another host left on the profile do not stop the start', async () => {
  const first = await linked()
  await first.stop()
  await symlink('other-host-4711', join(rig.folder, 'session', 'SingletonLock'))
  const session = await linked()
  await session.send(group, { text: 'Ada' })
  expect(await shown()).toEqual(['Ada'])
})

test('the network goes: told as lost, nothing is handed to the page; it comes back by itself', async () => {
  const session = await linked({ waits: { beatMs: 500 } })
  await rig.driver.disconnect()
  await statusBecomes(session, 'lost')
  await expect(session.send(group, { text: 'Sekarang?' })).rejects.toThrow(Temporary)
  await rig.driver.reconnect()
  await statusBecomes(session, 'linked')
  await session.send(group, { text: 'Sekarang' })
  expect(await shown()).toEqual(['Sekarang'])
})

test('the page reloads in the middle of life: linked again, without another Chromium', async () => {
  const session = await linked()
  const before = await chromiumOf()
  const seen = statusesOf(session)
  await rig.driver.reloadPage()
  await expect.poll(() => seen.length > 1 && seen.at(-1), { timeout: patienceMs }).toBe('linked')
  expect(seen).not.toContain('linking')
  expect(await chromiumOf()).toBe(before)
  await session.send(group, { text: 'Masih di sini' })
})

test('a number that WhatsApp blocks says so, and is not hammered', async () => {
  const session = await linked()
  await rig.driver.setState('TOS_BLOCK')
  const { detail } = await statusBecomes(session, 'blocked')
  expect(detail).toContain('memblokir')
  await expect(session.send(group, { text: 'Halo' })).rejects.toThrow(Temporary)
})

test('a message that never gets its tick is doubtful', { timeout: 120_000 }, async () => {
  const session = await linked()
  await rig.driver.addFault({ call: 'send', effect: { kind: 'unanswered' } })
  await expect(session.send(group, { text: 'Sampai?' })).rejects.toThrow(Ambiguous)
})

test('two processes: one holds the session, the other stands by and takes it over', async () => {
  const first = await linked()
  const second = rig.session({ waits: { standbyMs: 300 } })
  second.start()
  await statusBecomes(second, 'standby')
  expect([first.holds(), second.holds()]).toEqual([true, false])
  await first.stop()
  await statusBecomes(second, 'linked')
  expect([first.holds(), second.holds()]).toEqual([false, true])
})
