import { expect, test } from 'vitest'
import { type ApiRefusalCode, Refused, sentenceOf } from '../../src/admin-api/http/refused.ts'
import { statusByCode } from '../../src/admin-api/http/status.ts'
import { applicationRefusalCodes } from '../../src/application/application.ts'
import { refusalCodes } from '../../src/dispatch/refusal.ts'
import { refusalSentences } from '../../src/i18n/refusals.ts'

const codes = Object.keys(refusalSentences) as ApiRefusalCode[]

test('every code of the core and of the application has its sentences and its status', () => {
  for (const code of [...refusalCodes, ...applicationRefusalCodes]) expect(codes).toContain(code)
  expect(Object.keys(statusByCode).sort()).toEqual([...codes].sort())
})

test.each(codes)('%s says in both languages what is the matter, with and without facts', code => {
  const full = {
    by: 'Budi',
    missing: 'b, d',
    type: 'XX',
    agency: 'DAMKAR',
    agencies: 'PLN, PMI',
    limit: 4000,
    limitKilobytes: 256,
  }
  for (const params of [{}, full]) {
    const { id, en } = sentenceOf(new Refused(code, params))
    for (const sentence of [id, en]) {
      expect(sentence).toMatch(/^[A-Z].{10,160}\.$/)
      expect(sentence).not.toMatch(/undefined|null|\[object|[<>]| {2}| \./)
    }
    expect(id).not.toBe(en)
  }
  expect(statusByCode[code]).toBeGreaterThanOrEqual(400)
})

test('facts stand in the sentence', () => {
  const say = (code: ApiRefusalCode, params: Record<string, string | number>) => sentenceOf(new Refused(code, params))
  expect(say('alreadyDone', { by: 'Budi' }).id).toBe('Sudah dilakukan oleh Budi; tidak ada yang diubah.')
  expect(say('alreadyDone', { by: '' }).id).toBe('Sudah dilakukan; tidak ada yang diubah.')
  expect(say('intakeIncomplete', { missing: 'b, d' }).en).toBe(
    'The intake is incomplete: letters b, d; fill it or choose "unknown".',
  )
  expect(say('reportsOpen', { agencies: 'PLN' }).id).toBe('Belum bisa ditutup: laporan belum diterima dari PLN.')
})
