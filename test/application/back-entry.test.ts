import { expect, test } from 'vitest'
import type { PastCallInput } from '../../src/application/commands/back-entry.ts'
import { ms, start } from '../dispatch/support/time.ts'
import { type City, eachCity, ok, wholeIntake } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
  await city.pairsAgencies('DAMKAR', 'PLN')
  await city.forward('24h')
})

const onPaper = (span: string) => start + ms(span)
const past = (change: Partial<PastCallInput> = {}): PastCallInput => ({
  centre: 'SMG',
  callId: 'SMG-kertas',
  phone: '+62 000 7',
  name: 'Pelapor Kertas',
  openedAt: onPaper('0s'),
  classifiedAt: onPaper('20s'),
  callClass: 'normal',
  incident: {
    intake: wholeIntake,
    submittedAt: onPaper('4m'),
    dispatchedAt: onPaper('5m'),
    agencies: [
      {
        agency: 'DAMKAR',
        role: 'lead',
        duty: 'act',
        toldAt: onPaper('6m'),
        acknowledgedAt: onPaper('7m'),
        onSceneAt: onPaper('15m'),
        clearedAt: onPaper('50m'),
        report: { outcome: 'handled', text: 'Api padam', at: onPaper('55m') },
      },
    ],
    finishedAt: onPaper('1h'),
  },
  ...change,
})
const enters = async (change: Partial<PastCallInput> = {}) => city.app.calls.enter(city.sender(), past(change))

test('a finished incident from paper is archived under its own day, searchable, flagged, and nobody heard of it', async () => {
  const from = city.sender()
  const call = ok(await city.app.calls.enter(from, past()))
  expect(ok(await city.app.calls.enter(from, past())).id).toBe(call.id)
  expect(call).toMatchObject({ status: 'ended', backEntered: true, openedAt: start, endedAt: onPaper('4m') })
  const incident = await city.incident(call.incident ?? '')
  expect(incident).toMatchObject({ status: 'archived', backEntered: true, number: 'SMG-260105-001' })
  expect(incident.intake).toMatchObject({ reporterName: { known: 'Pelapor Kertas' }, address: wholeIntake.address })
  expect(incident.assignments[0]).toMatchObject({ status: 'reportAccepted', report: { text: 'Api padam' } })
  expect(incident.timeline[0]).toMatchObject({ at: onPaper('20s'), recordedAt: city.clock.now(), by: 'Operator Satu' })
  expect(await city.app.queries.archive('SMG', { words: 'lodan', limit: 5 })).toMatchObject([{ backEntered: true }])
  await city.forward('6h', '10m')
  expect(city.platform.requests).toEqual([])
  expect(city.errors()).toEqual([])
})

test('one still running goes on from now: nothing is sent at the entry, an agency still to be alerted is', async () => {
  const { finishedAt: _, ...running } = past().incident ?? {}
  const agencies = [
    { agency: 'DAMKAR', role: 'lead', duty: 'act', acknowledgedAt: onPaper('7m') } as const,
    { agency: 'PLN', role: 'support', duty: 'act', alert: true } as const,
  ]
  const call = ok(await enters({ incident: { ...running, agencies } }))
  await city.settles()
  expect(city.platform.texts('DAMKAR')).toEqual([])
  expect(city.platform.texts('supervisors')).toEqual([])
  expect(city.platform.texts('PLN')).toHaveLength(1)
  await city.pressesVerb(city.platform.sees('PLN', 'Lodan'), 'acknowledge')
  const id = call.incident ?? ''
  expect(await city.assignment(id, 'PLN')).toMatchObject({ status: 'acknowledged' })
  await city.forward('3m')
  expect(await city.toPhone(id)).toEqual([])
  expect((await city.incident(id)).backEntered).toBe(true)
})

test('a silent call from paper counts for its number, and raises no call-back task', async () => {
  for (const n of [1, 2, 3]) {
    const { incident: _, ...rest } = past()
    ok(await city.app.calls.enter(city.sender(), { ...rest, callId: `SMG-diam-${n}`, callClass: 'ghost' }))
  }
  expect(await city.app.queries.callbacks('SMG')).toEqual([])
  expect((await city.rings('+62 000 7')).number).toMatchObject({ ghosts: 3, silentBefore: 0 })
})

test('an information call from paper keeps its answer and its open referral', async () => {
  const { incident: _, ...rest } = past({ callClass: 'information' })
  const answer = { topic: 'Jadwal', answer: 'Besok' }
  ok(await city.app.calls.enter(city.sender(), { ...rest, answer, referral: { receiver: 'LAPOR!' } }))
  expect(await city.app.queries.call('SMG-kertas')).toMatchObject({ resolution: { ...answer, receiver: 'LAPOR!' } })
  expect(await city.app.queries.referrals('SMG')).toMatchObject([{ receiver: 'LAPOR!', status: 'waiting' }])
})

test('what contradicts itself is refused as a whole: no call, no incident, no words, no number', async () => {
  const wrong: [Partial<PastCallInput>, string][] = [
    [{ classifiedAt: start - 1 }, 'timesOutOfOrder'],
    [{ openedAt: city.clock.now() + 1, classifiedAt: city.clock.now() + 2 }, 'timeInFuture'],
    [{ incident: { ...past().incident, submittedAt: onPaper('2h') } }, 'timesOutOfOrder'],
    [{ incident: { agencies: [{ agency: 'XX', role: 'lead', duty: 'act' }] } }, 'unknownAgency'],
    [
      { incident: { dispatchedAt: onPaper('5m'), agencies: [{ agency: 'PLN', role: 'lead', duty: 'act' }] } },
      'agencyNotTold',
    ],
    [{ incident: { intake: { address: { known: 'x'.repeat(4097) } } } }, 'textTooLong'],
    [{ centre: 'XXX' }, 'unknownCentre'],
  ]
  for (const [change, code] of wrong) expect(await enters(change)).toMatchObject({ refusal: { code } })
  expect(await city.app.queries.call('SMG-kertas')).toBeNull()
  expect(await city.app.queries.incidents('SMG')).toEqual([])
  expect(await city.stores.callers.byCall('SMG-kertas')).toBeNull()
  for (const subject of ['SMG-kertas', 'i-SMG-kertas']) expect((await city.stores.texts.of(subject)).size).toBe(0)
})
