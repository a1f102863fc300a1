import { describe, expect, test } from 'vitest'
import type { CallClass } from '../../src/dispatch/vocabulary.ts'
import { type City, eachCity, ok, planOf } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
  await city.pairsAgencies('DAMKAR')
})

const classify = async (call: string, callClass: CallClass) =>
  ok(await city.app.calls.classify(city.sender(), call, callClass))
const silent = async (phone: string) => classify((await city.rings(phone, null)).id, 'ghost')
const callbacks = () => city.app.queries.callbacks('SMG')
const open = async () => (await callbacks()).filter(({ done }) => !done)
const record = (call: string, outcome: 'reached' | 'settled' | 'givenUp' | 'noAnswer', more = {}) =>
  city.app.calls.recordCallback(city.sender(), call, { outcome, ...more })
const nothingElse = async () => {
  await city.settles()
  expect(city.platform.requests).toEqual([])
  expect(city.errors()).toEqual([])
  expect((await city.app.work.sweep.waiting()).effects).toBe(0)
}

test('scenario 10, prank: nuisance count +1, the number is not blocked, no incident', async () => {
  const phone = '+620000000010'
  expect((await city.rings(phone)).number).toMatchObject({ pranks: 0, ghosts: 0 })
  const { id } = await city.rings(phone)
  expect(await classify(id, 'prank')).toMatchObject({ status: 'ended', incident: null, number: { pranks: 1 } })
  const next = await city.rings(phone)
  expect(next.number).toMatchObject({ pranks: 1, ghosts: 0, openCallback: null })
  expect(next.allowed).toContain('classify')
  expect((await classify(next.id, 'normal')).incident).not.toBeNull()
  await nothingElse()
})

describe('scenario 11, ghost: the third silent call in ten minutes from this number is a call-back task', () => {
  const phone = '+620000000011'

  test('the desk sees the silent calls before it classifies; the third raises one task, the fourth none', async () => {
    const first = await silent(phone)
    await city.forward('5m')
    const second = await silent(phone)
    expect(await callbacks()).toEqual([])
    await city.forward('5m')
    const third = await city.rings(phone, null)
    expect(third).toMatchObject({ callClass: null, number: { ghosts: 2, silentBefore: 2 } })
    await classify(third.id, 'ghost')
    expect(await callbacks()).toMatchObject([
      { call: third.id, cause: 'silent', phone, calls: [first.id, second.id, third.id], attempts: [], done: null },
    ])
    const fourth = await silent(phone)
    expect(await open()).toHaveLength(1)
    expect(fourth).toMatchObject({ incident: null, callback: null, number: { openCallback: third.id } })
    await nothingElse()
  })

  test('the window ends exactly after ten minutes', async () => {
    await silent(phone)
    await silent(phone)
    await city.forward('600.001s')
    await silent(phone)
    expect(await callbacks()).toEqual([])
  })

  test('calls of one moment raise one task; the calls of a task that is done are not counted again', async () => {
    await silent(phone)
    const rung = await Promise.all([1, 2, 3].map(() => city.rings(phone, null)))
    await Promise.all(rung.map(({ id }) => classify(id, 'ghost')))
    await city.settles()
    const [task] = await open()
    expect(await open()).toHaveLength(1)
    ok(await record(task?.call ?? '', 'settled'))
    await silent(phone)
    await silent(phone)
    expect(await open()).toEqual([])
    await silent(phone)
    expect(await open()).toHaveLength(1)
  })

  test('tried three times it may be given up; the list says who tried when, open tasks first', async () => {
    for (let n = 0; n < 3; n += 1) await silent(phone)
    const [task] = await open()
    const call = task?.call ?? ''
    expect(await record(call, 'givenUp', { note: 'tidak diangkat' })).toMatchObject({
      refusal: { code: 'attemptsMissing' },
    })
    const from = city.sender()
    ok(await city.app.calls.recordCallback(from, call, { outcome: 'noAnswer' }))
    ok(await city.app.calls.recordCallback(from, call, { outcome: 'noAnswer' }))
    await Promise.all([record(call, 'noAnswer'), record(call, 'noAnswer')])
    expect(await open()).toMatchObject([{ mayGiveUp: true, attempts: [1, 2, 3].map(() => ({ by: 'Operator Satu' })) }])
    ok(await record(call, 'givenUp', { note: 'tidak diangkat' }))
    expect(await record(call, 'noAnswer')).toMatchObject({ refusal: { code: 'alreadyDone' } })
    const broken = await city.rings('+62 000 9', null)
    ok(await city.app.calls.drop(city.sender(), broken.id))
    expect((await callbacks()).map(({ call: id, done }) => [id, done?.outcome])).toEqual([
      [broken.id, undefined],
      [call, 'givenUp'],
    ])
  })
})

describe('a call that broke off', () => {
  test('with a known number is rung back; who is reached gets a call of its own', async () => {
    const { id } = await city.rings('+62 000 9', 'Ibu Sri')
    expect(ok(await city.app.calls.drop(city.sender(), id))).toMatchObject({
      status: 'ended',
      callClass: null,
      callback: { cause: 'dropped', phone: '+62 000 9' },
    })
    const from = city.sender()
    const reached = () => city.app.calls.recordCallback(from, id, { outcome: 'reached', newCall: true })
    const { callback } = ok(await reached())
    ok(await reached())
    const next = await city.app.queries.call(callback?.done?.call ?? '')
    expect(next).toMatchObject({ status: 'open', phone: '+62 000 9', callerName: 'Ibu Sri', callbackOf: id })
    expect(next?.operator).toBe('Operator Satu')
    expect(await city.app.queries.calls('SMG', { openOnly: true, limit: 10 })).toHaveLength(1)
    await nothingElse()
  })

  test('without a number asks nobody', async () => {
    const { id } = await city.rings(null, null)
    expect(ok(await city.app.calls.drop(city.sender(), id)).callback).toBeNull()
    await nothingElse()
  })

  test('with its fields half asked keeps its incident, and is rung at the number of field a', async () => {
    const call = await city.rings(null, null)
    const { incident } = await classify(call.id, 'normal')
    const answers = { type: { known: 'KBK-BGN' }, reporterPhone: { known: '+62 000 5' } }
    ok(await city.app.incidents.answerIntake(city.sender(), incident ?? '', answers))
    const dropped = ok(await city.app.calls.drop(city.sender(), call.id))
    expect(dropped.callback).toMatchObject({ phone: '+62 000 5', incident })
    expect((await city.rings('+62 000 5')).number).toMatchObject({
      openCallback: call.id,
      openIncidents: [{ id: incident, status: 'intake' }],
    })
    expect(await city.app.calls.erase(city.sender(), call.id)).toMatchObject({ refusal: { code: 'notNow' } })
    await nothingElse()
  })
})

describe('scenario 12, information: the answer is recorded, the matter referred to PLN', () => {
  const ask = async () => {
    const { id } = await city.rings('+620000000012', 'Pelapor Contoh 12')
    await classify(id, 'information')
    ok(await city.app.calls.recordAnswer(city.sender(), id, { topic: 'Jadwal pemadaman', answer: 'Sampai pukul 15' }))
    ok(await city.app.calls.refer(city.sender(), id, { receiver: 'PLN 123', ticket: 'PLN-77' }))
    ok(await city.app.calls.end(city.sender(), id))
    return id
  }
  const listed = async () => (await city.app.queries.referrals('SMG')).map(({ call, status }) => `${call} ${status}`)

  test('it stays on the list until PLN confirms, though the call is over', async () => {
    const id = await ask()
    expect(await city.app.queries.referrals('SMG')).toMatchObject([
      {
        call: id,
        receiver: 'PLN 123',
        ticket: 'PLN-77',
        status: 'waiting',
        by: 'Operator Satu',
        phone: '+620000000012',
      },
    ])
    const confirmed = ok(
      await city.app.calls.confirmReferral(city.sender(), id, { contact: 'Mbak Rini', ticket: 'PLN-78' }),
    )
    expect(confirmed.referral).toMatchObject({ status: 'confirmed', ticket: 'PLN-78', settled: { words: 'Mbak Rini' } })
    expect(await listed()).toEqual([])
    expect(confirmed.incident).toBeNull()
    await nothingElse()
  })

  test('it comes back when PLN does not take it, until we answered it ourselves', async () => {
    const id = await ask()
    ok(await city.app.calls.returnReferral(city.sender(), id, 'bukan wilayahnya'))
    expect(await listed()).toEqual([`${id} takenBack`])
    const answered = await city.app.calls.recordAnswer(city.sender(), id, {
      topic: 'Pemadaman',
      answer: 'Sudah menyala',
    })
    expect(ok(answered)).toMatchObject({ status: 'ended', resolution: { answer: 'Sudah menyala' } })
    expect(await listed()).toEqual([])
  })

  test('no words of it stand in events or state; they are erased with the caller', async () => {
    const id = await ask()
    const stored = async () => JSON.stringify([await city.stores.calls.load(id), await city.stores.calls.events(id)])
    for (const word of ['Jadwal', 'pukul', 'PLN', 'Contoh', '0000000012']) expect(await stored()).not.toContain(word)
    const erased = ok(await city.app.calls.erase(city.sender(), id))
    expect(erased).toMatchObject({ phone: null, callerName: null, number: null, history: [] })
    expect(erased.resolution).toMatchObject({ topic: '', answer: '', receiver: '' })
    expect((await city.stores.texts.of(id)).size).toBe(0)
    const again = await city.app.calls.recordAnswer(city.sender(), id, { topic: 'Jadwal', answer: 'x' })
    expect(again).toMatchObject({ refusal: { code: 'notNow' } })
  })
})

describe('a normal call that is none', () => {
  const normal = async (phone = '+62 000 3') => {
    const call = await city.rings(phone)
    return { id: call.id, incident: (await classify(call.id, 'normal')).incident ?? '' }
  }

  test('is corrected, its draft cancelled with the reason; a repeat gets the first result', async () => {
    const { id, incident } = await normal()
    const from = city.sender()
    const correct = () => city.app.calls.reclassify(from, id, { callClass: 'prank', reason: 'anak-anak tertawa' })
    expect(ok(await correct())).toMatchObject({ callClass: 'prank', status: 'ended', number: { pranks: 1 } })
    expect(ok(await correct()).reclassified).toMatchObject([{ from: 'normal', to: 'prank', by: 'Operator Satu' }])
    expect(await city.incident(incident)).toMatchObject({ status: 'cancelled', cancelReason: 'anak-anak tertawa' })
    expect((await city.rings('+62 000 3')).history[0]).toMatchObject({ call: id, callClass: 'prank' })
    await nothingElse()
  })

  test('needs a reason, and is too late once an agency was alerted', async () => {
    const { id, incident } = await normal()
    const to = (reason?: string) =>
      city.app.calls.reclassify(city.sender(), id, { callClass: 'information', ...(reason && { reason }) })
    expect(await to()).toMatchObject({ refusal: { code: 'reasonMissing' } })
    ok(
      await city.app.incidents.answerIntake(city.sender(), incident, {
        type: { known: 'KBK-BGN' },
        address: { known: 'Jl. Lodan' },
      }),
    )
    ok(await city.app.incidents.dispatch(city.sender(), incident, planOf(['DAMKAR lead'])))
    expect(await to('salah pilih')).toMatchObject({ refusal: { code: 'notNow' } })
    expect(await city.app.calls.refer(city.sender(), id, { receiver: '110' })).toMatchObject({
      refusal: { code: 'notNow' },
    })
    expect(await city.app.queries.call(id)).toMatchObject({ callClass: 'normal', referral: null })
  })

  test('corrected and dispatched at one moment is one of both, never both', async () => {
    const { id, incident } = await normal()
    ok(
      await city.app.incidents.answerIntake(city.sender(), incident, {
        type: { known: 'KBK-BGN' },
        address: { known: 'Jl. Lodan' },
      }),
    )
    const [corrected, sent] = await Promise.all([
      city.app.calls.reclassify(city.sender(), id, { callClass: 'prank', reason: 'tawa' }),
      city.app.incidents.dispatch(city.sender(), incident, planOf(['DAMKAR lead'])),
    ])
    expect(corrected.ok).not.toBe(sent.ok)
    const call = await city.app.queries.call(id)
    expect([call?.callClass, (await city.incident(incident)).status]).toEqual(
      sent.ok ? ['normal', 'dispatched'] : ['prank', 'cancelled'],
    )
  })

  test('is referred before dispatch; taken back it opens a new draft with the caller in field a', async () => {
    const { id, incident } = await normal()
    const from = city.sender()
    const refer = () => city.app.calls.refer(from, id, { receiver: 'Lapor Semar', note: 'lampu jalan mati' })
    expect(ok(await refer())).toMatchObject({
      status: 'resolved',
      resolution: { kind: 'referred', receiver: 'Lapor Semar' },
    })
    ok(await refer())
    expect(await city.incident(incident)).toMatchObject({ status: 'cancelled' })
    expect(await city.app.queries.referrals('SMG')).toMatchObject([{ call: id, note: 'lampu jalan mati' }])
    const back = ok(await city.app.calls.returnReferral(city.sender(), id, 'ternyata kabel putus di jalan'))
    expect(back.incident).toBe(`${incident}.2`)
    expect((await city.incident(back.incident ?? '')).intake.reporterPhone).toEqual({ known: '+62 000 3' })
    expect(await city.app.queries.referrals('SMG')).toEqual([])
    await nothingElse()
  })

  test('information that is an emergency opens its incident', async () => {
    const { id } = await city.rings('+62 000 4')
    await classify(id, 'information')
    const { incident, reclassified } = ok(await city.app.calls.reclassify(city.sender(), id, { callClass: 'normal' }))
    expect(await city.incident(incident ?? '')).toMatchObject({ status: 'intake', calls: [id] })
    expect(reclassified).toMatchObject([{ from: 'information', to: 'normal' }])
  })
})

test('erasing a caller takes number, name and field a; history and counts no longer show it; the trail does', async () => {
  const { id, calls } = await city.asked({ reporterName: { known: 'Pelapor Rahasia' } })
  const [call = ''] = calls
  ok(await city.app.calls.end(city.sender(), call))
  expect(await city.app.calls.erase(city.sender(), call)).toMatchObject({ refusal: { code: 'notNow' } })
  ok(await city.app.incidents.cancel(city.sender(), id, 'selesai'))
  expect(ok(await city.app.calls.erase(city.sender(), call)).erasedAt).toBe(city.clock.now())
  expect((await city.incident(id)).intake).toMatchObject({ reporterName: 'unknown', reporterPhone: 'unknown' })
  expect((await city.incident(id)).intake.address).toEqual({ known: 'Jl. Lodan <&_*' })
  const next = await city.rings()
  expect([next.history, next.number]).toMatchObject([[], { ghosts: 0, openIncidents: [] }])
  expect(await city.stores.audit.list('SMG', 10)).toMatchObject([{ what: 'callerErased', subject: call }])
  expect(await city.app.queries.archive('SMG', { words: 'rahasia', limit: 10 })).toEqual([])
  expect(await city.app.calls.erase(city.sender(), call)).toMatchObject({ refusal: { code: 'alreadyDone' } })
})
