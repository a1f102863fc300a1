import type { Db } from 'mongodb'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Audit } from '../../src/application/auditing/audit.ts'
import type { Finding, Verdict } from '../../src/application/auditing/verdict.ts'
import type { ApplicationDeps } from '../../src/application/context.ts'
import type { InboundHandler } from '../../src/application/ports/inbox.ts'
import { changedSetting } from '../../src/application/service-clock.ts'
import { createWorkInbox } from '../../src/application/work-inbox.ts'
import { pacingOff } from '../../src/queue/pacing.ts'
import { call, saving } from '../models/builders.ts'
import { type City, eachCity, ok, planOf } from './support/city.ts'

/**
 * Things are broken underneath, as no command would: the audit finds them, puts them right and says so. Between two
 * audits a minute of machine time passes in which no sweep and no queue does anything; the service clock is held.
 */
let city: City
let audit: Audit
let worked: string[]
/** updates that no try can work */
const sick = new Set<string>()
let db: Db
eachCity(async (found, underneath) => {
  city = found
  db = underneath
  await city.pairsAgencies('DAMKAR', 'PLN', 'POLRES')
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
  await city.hires('siti', true)
  await city.pairs('siti', { kind: 'user', user: `${city.centre}-siti` })
})
beforeEach(() => {
  city.clock.adopt(changedSetting(city.clock, city.machine, { rate: 0 }))
  worked = []
  sick.clear()
  restarts()
})

const handler: InboundHandler = {
  channel: 'telegram',
  work: async ({ id }) => {
    if (sick.has(id)) throw new Error('a fault of ours')
    worked.push(id)
  },
}

const restarts = (change: Partial<ApplicationDeps> = {}) => {
  city.restarts(change)
  const deps = { ...city.deps, ...change }
  audit = city.app.work.auditor(createWorkInbox(deps, new Map([['telegram', handler]])))
}
const jump = (forwardMs: number) => city.clock.adopt(changedSetting(city.clock, city.machine, { forwardMs }))

/** So many audits, a minute apart. */
const audits = async (count: number): Promise<Verdict[]> => {
  const verdicts: Verdict[] = []
  for (let n = 0; n < count; n++) {
    verdicts.push(await audit())
    city.machine.t += 60_000
  }
  return verdicts
}
const said = ({ findings }: Verdict) =>
  findings.map(({ kind, repaired, agencies = [] }: Finding) =>
    [kind, ...agencies, repaired ? 'repaired' : 'remains'].join(' '),
  )
const breaks = async (collection: string, id: string, change: object) => {
  const { matchedCount } = await db.collection<{ _id: string }>(collection).updateOne({ _id: id }, change)
  expect(matchedCount).toBe(1)
}
const storedDueAt = async (id: string) =>
  (await db.collection<{ _id: string; nextDueAt?: number | null }>('incidents').findOne({ _id: id }))?.nextDueAt
const items = async (id: string) =>
  (await city.incident(id)).attention.filter(({ doneAt }) => doneAt === undefined).map(({ kind }) => kind)

describe('all is well', () => {
  test('every open assignment is proven to be in somebody’s hands, and counted', async () => {
    const { id } = await city.fire('DAMKAR lead', 'PLN', 'POLRES inform', 'PMI')
    await city.presses(city.platform.sees('DAMKAR', 'BELUM DIJAWAB'), 'Kami tangani')
    const [verdict] = await audits(1)
    expect(verdict).toMatchObject({
      incidents: 1,
      calls: 1,
      // nobody has paired PMI: it is phoned
      assignments: { answered: 1, informed: 1, climbing: 1, phoneTask: 1 },
      found: 0,
      findings: [],
      alarm: false,
    })
    await city.forgets(await city.incident(id))
    expect((await audits(1))[0]).toMatchObject({ incidents: 0, calls: 0, assignments: { answered: 0 } })
  })

  test('a held clock is no fault, nor is one that jumps, nor work that goes on', async () => {
    await city.fire('DAMKAR lead', 'PLN')
    expect((await audits(5)).flatMap(said)).toEqual([])
    jump(3_600_000)
    expect((await audits(1)).flatMap(said)).toEqual([])
    await city.app.work.sweep.breaches()
    await city.settles()
    expect((await audits(5)).flatMap(said)).toEqual([])
    expect(city.errors()).toEqual([])
  })

  test('hundreds of open incidents and calls are all looked at', async () => {
    const { profile } = call('x')
    const index = { centre: 'SMG', status: 'open', nextDueAt: city.clock.now() + 1, openedAt: 0 }
    await Promise.all(
      Array.from({ length: 230 }, (_, n) =>
        city.stores.calls.save(saving(`open-${n}`, { state: call(`open-${n}`, { profile }), index })),
      ),
    )
    const [verdict] = await audits(1)
    expect(verdict?.calls).toBe(230)
  })
})

describe('an agency in nobody’s hands', () => {
  test('its deadline vanished: somebody is told to phone, the supervisors hear it, the deadline is back', async () => {
    const { id } = await city.fire('DAMKAR lead', 'PLN')
    await city.presses(city.platform.sees('PLN', 'BELUM DIJAWAB'), 'Kami tangani')
    const before = await storedDueAt(id)
    await breaks('incidents', id, { $unset: { nextDueAt: 1 } })
    const [first, second] = await audits(2)
    await city.settles()
    expect(first && said(first)).toEqual(['inNobodysHands DAMKAR repaired'])
    expect([first?.alarm, first?.findings[0]?.incident]).toEqual([true, id])
    expect(await city.toPhone(id)).toEqual(['DAMKAR unanswered'])
    expect(await items(id)).toEqual(['unattended'])
    expect(city.platform.count('siti', '🛟 PERINGATAN KE DAMKAR TERHENTI')).toBe(1)
    expect(before).toEqual(expect.any(Number))
    expect(await storedDueAt(id)).toEqual(expect.any(Number))
    expect(second).toMatchObject({ found: 0, alarm: false, assignments: { answered: 1, phoneTask: 1 } })
  })

  test('no rung is left, the phone task is gone and no deadline asks for one', async () => {
    const { id } = await city.fire('DAMKAR lead')
    jump(600_000)
    await city.app.work.sweep.breaches()
    await city.settles()
    expect(await city.toPhone(id)).toEqual(['DAMKAR unanswered'])
    await breaks('incidents', id, { $set: { 'state.phoneTasks': [], nextDueAt: city.clock.now() + 9_000_000 } })
    expect((await audits(2)).map(said)).toEqual([['inNobodysHands DAMKAR repaired'], []])
    expect(await city.toPhone(id)).toEqual(['DAMKAR unanswered'])
    expect(await items(id)).toContain('unattended')
  })

  test('the answer ends the alarm', async () => {
    const { id } = await city.fire('DAMKAR lead')
    await breaks('incidents', id, { $set: { nextDueAt: null } })
    await audits(1)
    await city.settles()
    await city.presses(city.platform.sees('DAMKAR', 'BELUM DIJAWAB'), 'Kami tangani')
    expect([await city.toPhone(id), await items(id)]).toEqual([[], []])
    city.platform.sees('siti', 'Sudah ditindaklanjuti')
  })

  test('what cannot be put right remains an alarm at every audit', async () => {
    const { id } = await city.fire('DAMKAR lead')
    await breaks('incidents', id, { $set: { nextDueAt: null } })
    const { incidents } = city.stores
    restarts({ stores: { ...city.stores, incidents: { ...incidents, save: refuses, reindex: async () => false } } })
    const verdicts = await audits(2)
    expect(verdicts.map(({ alarm, findings }) => [alarm, findings[0]?.kind])).toEqual([
      [true, 'notJudged'],
      [true, 'notJudged'],
    ])
    expect(city.errors()).toContain('the auditor raises an alarm')
  })
})

const refuses = async () => Promise.reject(new Error('the disk is full'))

describe('deadlines', () => {
  test('one that is lost, or comes too late, is stored again; nobody is alarmed', async () => {
    const { id } = await city.fire('DAMKAR lead')
    await city.presses(city.platform.sees('DAMKAR', 'BELUM DIJAWAB'), 'Kami tangani')
    const right = await storedDueAt(id)
    for (const wrong of [{ $unset: { nextDueAt: 1 } }, { $set: { nextDueAt: Number(right) + 1 } }]) {
      await breaks('incidents', id, wrong)
      const [verdict] = await audits(1)
      expect(verdict).toMatchObject({ alarm: false, found: 1 })
      expect(verdict && said(verdict)).toEqual(['deadlineLost repaired'])
      expect(await storedDueAt(id)).toBe(right)
    }
    expect(await items(id)).toEqual([])
  })

  test('a call’s own is too', async () => {
    const { id } = await city.rings()
    await breaks('calls', id, { $unset: { nextDueAt: 1 } })
    expect((await audits(2)).map(said)).toEqual([['deadlineLost repaired'], []])
  })

  test('one that passed while nobody swept is fired at the second look', async () => {
    const { id } = await city.fire('DAMKAR lead')
    jump(600_000)
    const [first, second] = await audits(2)
    expect(first && said(first)).toEqual([])
    // the incident's own, and its call's
    expect(second && said(second)).toEqual(['deadlinePassed repaired', 'deadlinePassed repaired'])
    expect(second?.findings.map(finding => finding.incident)).toContain(id)
    await city.settles()
    expect(await city.toPhone(id)).toEqual(['DAMKAR unanswered'])
    expect((await audits(1)).map(said)).toEqual([[]])
  })

  test('one that stands in the past for nothing is set right, or every sweep would come to it for ever', async () => {
    const { id } = await city.fire('DAMKAR lead')
    const right = await storedDueAt(id)
    await breaks('incidents', id, { $set: { nextDueAt: city.clock.now() - 1_000 } })
    expect((await audits(3)).map(said)).toEqual([[], ['deadlinePassed repaired'], []])
    expect(await storedDueAt(id)).toBe(right)
  })
})

describe('what lies about', () => {
  test('an effect that nobody relayed: the alert goes out after all', async () => {
    const { id } = await city.fire('DAMKAR lead')
    const { id: assignment } = await city.assignment(id, 'PLN').catch(() => ({ id: `${id}/PLN/1` }))
    expect(assignment).toBe(`${id}/PLN/1`)
    const { incidents } = city.stores
    // a process that dies between the save and the relay
    restarts({ stores: { ...city.stores, chats: { ...city.stores.chats, forAudience: refuses } } })
    ok(await city.app.incidents.addAgency(city.sender(), id, { agency: 'PLN', role: 'support', duty: 'act' }))
    expect((await incidents.effects(id)).map(({ kind }) => kind)).toContain('alert')
    restarts()
    const verdicts = await audits(2)
    expect(verdicts.map(said)).toEqual([[], ['effectWaiting repaired']])
    expect(verdicts[1]?.alarm).toBe(false)
    await city.settles()
    city.platform.sees('PLN', 'BELUM DIJAWAB')
    expect(await incidents.effects(id)).toEqual([])
  })

  test('an alert that cannot be relayed: an alarm, and somebody phones', async () => {
    const { id } = await city.fire('DAMKAR lead')
    restarts({ stores: { ...city.stores, chats: { ...city.stores.chats, forAudience: refuses } } })
    ok(await city.app.incidents.addAgency(city.sender(), id, { agency: 'PLN', role: 'support', duty: 'act' }))
    const verdicts = await audits(2)
    expect(verdicts.map(({ alarm }) => alarm)).toEqual([false, true])
    expect(verdicts[1] && said(verdicts[1])).toEqual(['effectWaiting remains'])
    expect(await city.toPhone(id)).toEqual(['PLN unreachable'])
    expect(await items(id)).toEqual(['unattended'])
  })

  test('an update in the inbox that no queue worked', async () => {
    const update = { id: 'telegram:1', channel: 'telegram', chat: 'DAMKAR', update: {} } as const
    await city.stores.inbox.add([update], city.machine.now())
    expect((await audits(3)).map(said)).toEqual([[], ['updateWaiting repaired'], []])
    expect(worked).toEqual(['telegram:1'])
  })

  test('an update that was tried in vain and set aside: an alarm for a day, and a try at each audit', async () => {
    const { inbox } = city.stores
    const setAside = async (id: string): Promise<void> => {
      await inbox.add([{ id, channel: 'telegram', chat: 'DAMKAR', update: {} }], city.machine.now())
      while ((await inbox.failedOnce(id, 'boom', 0, 5)) === 'retry') sick.add(id)
    }
    await setAside('telegram:1')
    const [first, second] = await audits(2)
    expect(first && said(first)).toEqual(['updateSetAside remains'])
    expect(first).toMatchObject({ alarm: true, findings: [{ centre: 'SMG', chat: 'SMG:DAMKAR' }] })
    expect(second?.alarm).toBe(true)
    sick.clear()
    expect((await audits(2)).map(said)).toEqual([['updateSetAside repaired'], []])
    expect(worked).toEqual(['telegram:1'])

    await setAside('telegram:2')
    expect((await audits(1))[0]?.alarm).toBe(true)
    city.machine.t += 24 * 3_600_000
    expect((await audits(1)).flatMap(said)).toEqual([])
    expect(await inbox.countFailed()).toBe(1)
  })

  test('what waits because the platform asked this chat to wait is no finding', async () => {
    await city.stores.chats.pause('SMG:DAMKAR', city.machine.now() + 600_000)
    const { id } = await city.fire('DAMKAR lead')
    expect((await audits(6)).flatMap(said)).toEqual([])
    jump(61_000)
    await city.app.work.sweep.breaches()
    expect(await city.toPhone(id)).toEqual(['DAMKAR unreachable'])
    city.machine.t += 300_000
    await city.settles()
    city.platform.sees('DAMKAR', 'BELUM DIJAWAB')
  })

  test('an alert that a dead process was sending: it goes again, marked', async () => {
    const { id } = await city.located()
    const stops = { ...city.platform.channel, send: () => new Promise<never>(() => undefined) }
    restarts({ channels: new Map([['telegram', stops]]) })
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    void city.app.work.drainChat('SMG:DAMKAR')
    const sending = () => db.collection('deliveries').findOne({ status: 'sending' })
    await expect.poll(sending).not.toBeNull()
    restarts()
    expect((await audits(4)).map(said)).toEqual([[], [], [], ['messageWaiting repaired']])
    expect(city.platform.sees('DAMKAR', 'BELUM DIJAWAB').message.content.text).toContain('ULANG')
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
  })

  test('an alert that may not go for minutes: an alarm, and somebody phones', async () => {
    const { id } = await city.located()
    restarts({ pacing: { ...pacingOff, slot: async () => 5_000 } })
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    const verdicts = await audits(3)
    expect(verdicts.map(said)).toEqual([[], [], ['messageWaiting remains']])
    expect(verdicts[2]).toMatchObject({ alarm: true, findings: [{ incident: id, chat: 'SMG:DAMKAR', centre: 'SMG' }] })
    expect(await city.toPhone(id)).toEqual(['DAMKAR unreachable'])
  })

  test('a card that shows less than it should', async () => {
    const { id } = await city.fire('DAMKAR lead')
    await city.presses(city.platform.sees('DAMKAR', 'BELUM DIJAWAB'), 'Kami tangani')
    const card = `${(await city.assignment(id, 'DAMKAR')).id}@SMG:DAMKAR`
    await breaks('cards', card, { $inc: { wanted: 1 }, $set: { lagsSince: 1, look: 'another' } })
    const verdicts = await audits(6)
    expect(verdicts.map(said)).toEqual([[], [], [], [], [], ['cardNotShown repaired']])
    expect(verdicts.some(({ alarm }) => alarm)).toBe(false)
  })
})

test('an incident that cannot be judged does not hide the others, nor does the log tell whom it is about', async () => {
  const { id } = await city.fire('DAMKAR lead')
  const bad = await city.fire('PLN lead')
  await breaks('incidents', bad.id, { $set: { 'state.profile': { id: 'nobody-knows', version: 1 } } })
  await breaks('incidents', id, { $unset: { nextDueAt: 1 } })
  const [verdict] = await audits(1)
  expect(verdict && said(verdict).toSorted()).toEqual(['inNobodysHands DAMKAR repaired', 'notJudged remains'])
  const lines = city.log.filter(({ message }) => message.startsWith('the auditor'))
  expect(lines.length).toBeGreaterThan(1)
  for (const secret of ['+62', 'Pelapor', 'Lodan']) expect(JSON.stringify(lines)).not.toContain(secret)
})
