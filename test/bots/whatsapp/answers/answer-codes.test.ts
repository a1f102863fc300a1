import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAnswerCodes } from '../../../../src/bots/whatsapp/answers/answer-codes.ts'
import { codeAt } from '../../../../src/bots/whatsapp/answers/code-shape.ts'
import { connectModels, type Stores } from '../../../../src/models/stores.ts'
import { startTestMongo, type TestMongo } from '../../../support/mongo.ts'

let mongo: TestMongo
let stores: Stores
beforeAll(async () => {
  mongo = await startTestMongo()
  stores = await connectModels(mongo.uri)
})
afterAll(async () => {
  await stores.close()
  await mongo.stop()
})

const hour = 3_600_000
/** Codes that come in this order, again and again. */
const given = (places: number[], asked: ReadonlySet<string> = new Set()) => {
  const service = { time: 1_000_000, now: () => service.time }
  let next = 0
  const codes = createAnswerCodes({
    store: stores.answerCodes,
    service,
    isAsked: async (_, token) => asked.has(token),
    random: () => places[next++ % places.length] ?? 0,
  })
  return { codes, service }
}

test('a token has one code in its chat, the same code elsewhere is another card', async () => {
  const { codes } = given([0])
  expect(await codes.codeFor('one@g.us', 'token-a')).toBe(codeAt(0))
  expect(await codes.codeFor('one@g.us', 'token-a')).toBe(codeAt(0))
  expect(await codes.codeFor('other@g.us', 'token-b')).toBe(codeAt(0))
  expect(await codes.tokenFor('one@g.us', codeAt(0))).toBe('token-a')
  expect(await codes.tokenFor('other@g.us', codeAt(0))).toBe('token-b')
  expect(await codes.tokenFor('one@g.us', codeAt(1))).toBeNull()
})

test('many at once get a code each, and none gets two', async () => {
  const { codes } = given([5, 6, 7, 8, 9])
  const tokens = ['t1', 't2', 't3', 't1', 't2', 't3']
  const all = await Promise.all(tokens.map(token => codes.codeFor('busy@g.us', token)))
  expect(new Set(all).size).toBe(3)
  expect(all.slice(0, 3)).toEqual(all.slice(3))
  expect(await codes.newestTokens('busy@g.us', 2)).toHaveLength(2)
})

test('a code is never taken from a card that asks, nor on the day when it asked last', async () => {
  const asked = new Set(['long'])
  const { codes, service } = given([20, 20, 20, 21, 22], asked)
  expect(await codes.codeFor('old@g.us', 'long')).toBe(codeAt(20))
  service.time += 200 * hour
  expect(await codes.codeFor('old@g.us', 'second')).toBe(codeAt(21))
  service.time += 23 * hour
  const { codes: more, service: later } = given([20, 21, 20, 23], asked)
  later.time = service.time
  expect(await more.codeFor('old@g.us', 'third')).toBe(codeAt(23))
  asked.delete('long')
  const { codes: last, service: day } = given([20, 20], asked)
  day.time = service.time
  expect(await last.codeFor('old@g.us', 'fourth')).toBe(codeAt(20))
  expect(await last.tokenFor('old@g.us', codeAt(20))).toBe('fourth')
})

test('a chat whose codes are all in use gets none', async () => {
  const { codes } = given([30], new Set(['only']))
  await codes.codeFor('full@g.us', 'only')
  expect(await codes.codeFor('full@g.us', 'one more')).toBeNull()
})
