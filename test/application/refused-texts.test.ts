import { expect, test } from 'vitest'
import { createTexts } from '../../src/application/texts.ts'
import { type City, eachCity, ok } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR')
})

const found = async (words: string) =>
  (await city.app.queries.archive('SMG', { words, limit: 10 })).map(({ number }) => number)
const wordsOf = async (subject: string) => [...(await city.stores.texts.of(subject)).values()]

test('the words of a refused command are not kept, and no archive finds them', async () => {
  const { id, number } = await city.located()
  ok(await city.app.incidents.cancel(city.sender(), id, 'salah sambung'))
  expect(await city.app.incidents.cancel(city.sender(), id, 'mentimun')).toMatchObject({
    refusal: { code: 'incidentOver' },
  })
  expect(await found('mentimun')).toEqual([])
  expect(await found('sambung')).toEqual([number])
})

test('a refused command with the words of an accepted one takes nothing away', async () => {
  const { id, number } = await city.located()
  for (let times = 0; times < 3; times += 1) await city.app.incidents.cancel(city.sender(), id, 'salah sambung')
  expect(await found('sambung')).toEqual([number])
  expect((await city.incident(id)).cancelReason).toBe('salah sambung')
})

test('of many at one moment with the same words the accepted one keeps them', async () => {
  const { id } = await city.located()
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () => city.app.incidents.cancel(city.sender(), id, 'sama')),
  )
  expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
  expect((await city.incident(id)).cancelReason).toBe('sama')
})

test('words that an accepted command came to use while they were taken away are there again', async () => {
  const { id } = await city.located()
  const withTexts = createTexts(city.deps)
  const owner = { centre: 'SMG', subject: id, aggregate: 'incidents' } as const
  await withTexts(owner, async keep => {
    await keep('cancelReason', 'sama')
    // Accepted after the first one wrote, and taken away by it afterwards.
    ok(await city.app.incidents.cancel(city.sender(), id, 'sama'))
    return { ok: false, refusal: { code: 'tryAgain', params: {} } }
  })
  expect((await city.incident(id)).cancelReason).toBe('sama')
})

test('answers that are refused leave none of their words, those of before stay', async () => {
  const { id } = await city.located()
  const before = await wordsOf(id)
  const answers = { condition: { known: 'pepaya' }, landmark: { known: ' ' } }
  expect(await city.app.incidents.answerIntake(city.sender(), id, answers)).toMatchObject({
    refusal: { code: 'textEmpty' },
  })
  expect(await wordsOf(id)).toEqual(before)
  const point = { known: { lat: 91, lng: 0, accuracyMetres: 1 } }
  await city.app.incidents.answerIntake(city.sender(), id, { condition: { known: 'pepaya' }, point })
  expect(await wordsOf(id)).toEqual(before)
})

test('words that were replaced or undone stay: events still refer to them', async () => {
  const { id } = await city.located()
  for (const condition of ['asap', 'api']) {
    ok(await city.app.incidents.answerIntake(city.sender(), id, { condition: { known: condition } }))
  }
  ok(await city.app.incidents.cancel(city.sender(), id, 'salah'))
  await city.app.incidents.answerIntake(city.sender(), id, { condition: { known: 'asap' } })
  expect(await wordsOf(id)).toEqual(expect.arrayContaining(['asap', 'api', 'salah']))
})

test('a second report, also its lines, is not kept', async () => {
  const { id } = await city.fire()
  const card = () => city.platform.sees('DAMKAR', 'Roda 4')
  for (const verb of ['acknowledge', 'clear', 'confirm:clear', 'report', 'outcome:handled'] as const) {
    await city.pressesVerb(card(), verb)
  }
  const toMessageId = city.platform.sees('DAMKAR', '📝 Laporan').messageId
  const replies = (text: string, units: string) =>
    city.app.chats.reply(city.sender().commandId, city.person('DAMKAR', 'Dewi'), {
      toMessageId,
      text,
      lines: { units },
    })
  expect(await replies('Api padam', '3 mobil')).toMatchObject({ kind: 'done' })
  const kept = await wordsOf(id)
  expect(await replies('mentimun', '3 mobil')).toMatchObject({ refusal: { code: 'alreadyDone' } })
  expect(await replies('Api padam', 'pepaya')).toMatchObject({ refusal: { code: 'alreadyDone' } })
  expect((await wordsOf(id)).sort()).toEqual(kept.sort())
})

test('answers to a call and notes of a referral that are refused are not kept', async () => {
  const { id } = await city.rings()
  ok(await city.app.calls.classify(city.sender(), id, 'ghost'))
  const answer = { topic: 'jam buka', answer: 'pukul delapan' }
  expect(await city.app.calls.recordAnswer(city.sender(), id, answer)).toMatchObject({ ok: false })
  expect(await city.app.calls.refer(city.sender(), id, { receiver: '110', note: 'gaduh' })).toMatchObject({ ok: false })
  expect(await city.app.calls.classify(city.sender(), id, 'normal')).toMatchObject({ ok: false })
  expect([...(await wordsOf(id)), ...(await wordsOf(`i-${id}`))]).toEqual([])
})
