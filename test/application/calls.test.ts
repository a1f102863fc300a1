import { describe, expect, test } from 'vitest'
import { type City, eachCity, ok, planOf, wholeIntake } from './support/city.ts'

let city: City
eachCity(found => {
  city = found
})

const classify = async (call: string, callClass: 'normal' | 'ghost' | 'prank' | 'information') =>
  ok(await city.app.calls.classify(city.sender(), call, callClass))

describe('a call', () => {
  test('that is repeated under one id is one call', async () => {
    const from = city.sender()
    const opening = { centre: 'SMG', callId: 'c-1', phone: '+62 000 1', name: null }
    const opened = await Promise.all([1, 2, 3].map(() => city.app.calls.open(from, opening)))
    for (const outcome of opened) expect(ok(outcome)).toMatchObject({ id: 'c-1', phone: '+62 000 1' })
    const other = await city.app.calls.open(city.sender(), { ...opening, phone: '+62 000 2' })
    expect(other).toMatchObject({ refusal: { code: 'alreadyExists' } })
    expect(await city.app.queries.call('c-1')).toMatchObject({ phone: '+62 000 1' })
    expect(await city.app.queries.calls('SMG', { openOnly: true, limit: 10 })).toHaveLength(1)
  })

  test('of an unknown centre is refused', async () => {
    const opening = { centre: 'XXX', callId: 'c-9', phone: null, name: null }
    expect(await city.app.calls.open(city.sender(), opening)).toMatchObject({ refusal: { code: 'unknownCentre' } })
    expect(await city.stores.callers.byCall('c-9')).toBeNull()
  })

  test('shows what the number was before: how many ghosts and pranks, never the call itself', async () => {
    for (const callClass of ['ghost', 'prank', 'prank'] as const) {
      const { id } = await city.rings('+62 000 5')
      expect(await classify(id, callClass)).toMatchObject({ status: 'ended' })
      await city.forward('1s')
    }
    await city.rings('+62 000 6')
    const { id, history } = await city.rings('+62 000 5')
    expect(history.map(({ callClass }) => callClass)).toEqual(['prank', 'prank', 'ghost'])
    expect(await classify(id, 'normal')).toMatchObject({ status: 'classified' })
    expect((await city.rings(null)).history).toEqual([])
  })

  test('keeps its first class, whatever a repeat says', async () => {
    const { id } = await city.rings('+62 000 7')
    const from = city.sender()
    ok(await city.app.calls.classify(from, id, 'ghost'))
    ok(await city.app.calls.classify(from, id, 'prank'))
    expect(await city.app.calls.classify(city.sender(), id, 'prank')).toMatchObject({
      refusal: { code: 'alreadyDone' },
    })
    const { history } = await city.rings('+62 000 7')
    expect(history.map(({ callClass }) => callClass)).toEqual(['ghost'])
  })

  test('for information records its answer; a referral names its receiver', async () => {
    const { id } = await city.rings()
    await classify(id, 'information')
    const answer = { topic: 'jam buka', answer: '  ' }
    expect(await city.app.calls.recordAnswer(city.sender(), id, answer)).toMatchObject({
      refusal: { code: 'textEmpty' },
    })
    const answered = ok(await city.app.calls.recordAnswer(city.sender(), id, { ...answer, answer: 'Pukul 8' }))
    expect(answered.resolution).toEqual({ kind: 'answered', topic: 'jam buka', answer: 'Pukul 8' })
    const both = ok(await city.app.calls.refer(city.sender(), id, { receiver: 'LAPOR!' }))
    expect(both.resolution).toEqual({ ...answered.resolution, receiver: 'LAPOR!' })
    const other = await city.rings()
    await classify(other.id, 'information')
    const referred = ok(await city.app.calls.refer(city.sender(), other.id, { receiver: '110', note: 'gaduh' }))
    expect(referred.resolution).toEqual({ kind: 'referred', receiver: '110', note: 'gaduh' })
  })

  test('is resolved when its incident has its intake, or is none', async () => {
    const { calls, id } = await city.asked()
    expect(await city.app.queries.call(calls[0] ?? '')).toMatchObject({ status: 'resolved' })
    const early = await city.located()
    ok(await city.app.incidents.cancel(city.sender(), early.id, 'salah sambung'))
    const cancelled = await city.app.queries.call(early.calls[0] ?? '')
    expect(cancelled).toMatchObject({ status: 'resolved', resolution: { kind: 'cancelled' } })
    expect((await city.incident(id)).number).toBe('SMG-260105-001')
    expect((await city.incident(early.id)).number).toBe('SMG-260105-002')
  })
})

describe('the caller, corrected on the call', () => {
  const correct = async (call: string, change: { phone?: string | null; name?: string | null }) =>
    ok(await city.app.calls.setCaller(city.sender(), call, change))
  const reporter = async (id: string) => {
    const { reporterName: name, reporterPhone: phone } = (await city.incident(id)).intake
    return { name, phone }
  }
  const opened = async (phone: string | null, name: string | null) => {
    const call = await city.rings(phone, name)
    const { incident } = await classify(call.id, 'normal')
    return { call: call.id, incident: incident ?? '' }
  }

  test('before it is classified is what the incident starts with', async () => {
    const call = await city.rings(null, null)
    expect(await correct(call.id, { phone: '+62 000 8' })).toMatchObject({ phone: '+62 000 8' })
    const { incident } = await classify(call.id, 'normal')
    expect(await reporter(incident ?? '')).toEqual({ phone: { known: '+62 000 8' }, name: 'unknown' })
    expect(city.changes.filter(({ topic, id }) => topic === 'call' && id === call.id).length).toBeGreaterThan(2)
  })

  test('later reaches field a of its incident', async () => {
    const { call, incident } = await opened('+62 000 8', null)
    await correct(call, { name: 'Ibu Sri' })
    expect(await reporter(incident)).toEqual({ phone: { known: '+62 000 8' }, name: { known: 'Ibu Sri' } })
    await correct(call, { phone: '+62 000 9' })
    expect(await reporter(incident)).toEqual({ phone: { known: '+62 000 9' }, name: { known: 'Ibu Sri' } })
    expect((await city.incident(incident)).missing).not.toContain('a')
  })

  test('leaves alone what was typed in field a itself', async () => {
    const { call, incident } = await opened('+62 000 8', 'Pak Joko')
    ok(await city.app.incidents.answerIntake(city.sender(), incident, { reporterName: { known: 'Ibu Ani' } }))
    await correct(call, { name: 'Pak Djoko', phone: '+62 000 9' })
    expect(await reporter(incident)).toEqual({ phone: { known: '+62 000 9' }, name: { known: 'Ibu Ani' } })
  })

  test('is not corrected after the end of the call: the number that rang stays', async () => {
    const { id } = await city.rings('+62 000 8', null)
    await classify(id, 'prank')
    expect(await city.app.calls.setCaller(city.sender(), id, { phone: '+62 000 9' })).toMatchObject({
      refusal: { code: 'notNow', params: { status: 'ended' } },
    })
    expect(await city.stores.callers.byCall(id)).toMatchObject({ phone: '+62 000 8' })
  })

  test('twice under one id, or after the end of the incident, does no harm', async () => {
    const { call, incident } = await opened('+62 000 8', null)
    const from = city.sender()
    ok(await city.app.calls.setCaller(from, call, { name: 'Sri' }))
    ok(await city.app.calls.setCaller(from, call, { name: 'Sri' }))
    expect((await city.incident(incident)).timeline.filter(({ type }) => type === 'IntakeAnswered')).toHaveLength(1)
    ok(await city.app.incidents.cancel(city.sender(), incident, 'tidak ada apa-apa'))
    expect(await correct(call, { name: 'Sri Wahyuni' })).toMatchObject({ callerName: 'Sri Wahyuni' })
    expect(await reporter(incident)).toMatchObject({ name: { known: 'Sri' } })
  })
})

describe('words that people type', () => {
  const damkar = planOf(['DAMKAR lead'])

  test('have a limit of 4096 characters, and are never empty', async () => {
    const { id } = await city.located()
    const { incidents } = city.app
    const answer = (condition: string) => incidents.answerIntake(city.sender(), id, { condition: { known: condition } })
    expect(await answer('x'.repeat(4097))).toMatchObject({ refusal: { code: 'textTooLong', params: { limit: 4096 } } })
    expect(await answer(' \n\t')).toMatchObject({ refusal: { code: 'textEmpty' } })
    expect(await answer('x'.repeat(1_000_000))).toMatchObject({ refusal: { code: 'textTooLong' } })
    ok(await answer('x'.repeat(4096)))
    expect((await city.incident(id)).intake.condition).toEqual({ known: 'x'.repeat(4096) })
    expect(await incidents.cancel(city.sender(), id, '')).toMatchObject({ refusal: { code: 'textEmpty' } })
  })

  test.each([
    ['markup', '<b>&amp;</b> _a_ *b* `c` [d](e) {"$gt":1}'],
    ['controls and half a character', 'a\u0000b\u202ec\ud800d\u{1f525}'],
    ['names of operators', '$where: {$gt: ""}, __proto__, constructor'],
  ])('stay as they are typed: %s', async (_, text) => {
    await city.pairsAgencies('DAMKAR')
    const { id } = await city.located()
    const { incidents } = city.app
    ok(await incidents.answerIntake(city.sender(), id, { condition: { known: text }, address: { known: text } }))
    ok(await incidents.dispatch(city.sender(), id, damkar))
    await city.settles()
    const kept = text.replace('\ud800', '\ufffd')
    expect((await city.incident(id)).intake.condition).toEqual({ known: kept })
    expect(city.platform.sees('DAMKAR', 'Kondisi').message.content.text).toContain(kept)
  })

  test('that are erased leave views, cards, pings and the archive working', async () => {
    await city.pairsAgencies('DAMKAR')
    await city.pairs('supervisors', { kind: 'supervisorsChat' })
    const call = await city.rings()
    const { incident: id } = await classify(call.id, 'normal')
    if (id === null) throw new Error('no incident')
    const { incidents } = city.app
    ok(await incidents.answerIntake(city.sender(), id, wholeIntake))
    ok(await incidents.submitIntake(city.sender(), id))
    ok(await incidents.dispatch(city.sender(), id, damkar))
    await city.settles()
    await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'acknowledge')
    expect(await city.stores.texts.erase(id)).toBeGreaterThan(3)
    const view = await city.incident(id)
    expect(view.place).toBeNull()
    expect(view.intake).toMatchObject({ address: { known: '' }, reporterPhone: 'unknown' })
    expect(await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'detail')).toMatchObject({
      code: 'detail',
      params: { name: '', phone: '', condition: '' },
    })
    await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'requestBackup')
    expect(city.platform.sees('DAMKAR', 'Roda 4').message.content.text).not.toContain('Lodan')
    city.platform.sees('supervisors', '🆘')
    ok(await incidents.cancel(city.sender(), id, 'selesai'))
    await city.settles()
    expect(await city.app.queries.archive('SMG', { words: 'lodan', limit: 10 })).toEqual([])
    expect(await city.app.queries.archive('SMG', { words: '', limit: 10 })).toHaveLength(1)
    expect(city.errors()).toEqual([])
  })
})
