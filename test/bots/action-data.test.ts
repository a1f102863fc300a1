import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buttonVerbs } from '../../src/application/application.ts'
import { maxActionDataBytes, readActionData, writeActionData } from '../../src/bots/action-data.ts'

const base64url = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-']
const tokens = fc.array(fc.constantFrom(...base64url), { minLength: 8, maxLength: 60 }).map(all => all.join(''))

test('every verb comes back with its token, within 64 bytes', () => {
  fc.assert(
    fc.property(tokens, fc.constantFrom(...buttonVerbs), (token, verb) => {
      const data = writeActionData({ token, verb })
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(maxActionDataBytes)
      expect(readActionData(data)).toEqual({ token, verb })
    }),
  )
})

test('a button of one among several carries its number too, within 64 bytes', () => {
  const about = fc.nat({ max: 999_999 })
  fc.assert(
    fc.property(fc.constantFrom(...buttonVerbs), about, (verb, number) => {
      // what the application makes: 12 random bytes
      const token = 'Ab-_5678'.repeat(2)
      const data = writeActionData({ token, verb, about: number })
      expect(Buffer.byteLength(data)).toBeLessThanOrEqual(maxActionDataBytes)
      expect(readActionData(data)).toEqual({ token, verb, about: number })
    }),
  )
  expect(() => writeActionData({ token: 'a'.repeat(60), verb: 'undo', about: 12 })).toThrow(RangeError)
})

test('no two verbs share a code', () => {
  expect(new Set(buttonVerbs.map(verb => writeActionData({ token: 'x'.repeat(22), verb }))).size).toBe(
    buttonVerbs.length,
  )
})

test('what no button of ours carries is null', () => {
  for (const data of [
    '',
    'ak',
    ':ak',
    'short:ak',
    `${'x'.repeat(22)}:zz`,
    `${'x'.repeat(22)}:__proto__`,
    `${'x'.repeat(61)}:ak`,
    `${'x'.repeat(22)}:ak\n`,
    'tok/../en:ak',
    `${'x'.repeat(22)}:un:`,
    `${'x'.repeat(22)}:un:-1`,
    `${'x'.repeat(22)}:un:1e3`,
    `${'x'.repeat(22)}:un:1234567890`,
  ])
    expect(readActionData(data)).toBeNull()
  fc.assert(fc.property(fc.string(), data => readActionData(data) === null))
})

test('a token that would not come back is refused', () => {
  expect(() => writeActionData({ token: 'a:b', verb: 'undo' })).toThrow(RangeError)
})
