import { expect, test } from 'vitest'
import { normalisePhone } from '../../src/admin-api/phone-number.ts'

test.each([
  ['0800 0000 112', '+628000000112'],
  ['+62 800-0000-112', '+628000000112'],
  ['628000000112', '+628000000112'],
  ['+62 (0)800 0000 112', '+628000000112'],
  ['(024) 000 0000', '+62240000000'],
  [' 112 ', '112'],
  ['+65 0000 0000', '+65 0000 0000'],
  ['tidak tampil', 'tidak tampil'],
  ['+1 000 000 0000', '+1 000 000 0000'],
  ['0', '0'],
  ['   ', null],
])('%s is kept as %s', (typed, kept) => {
  expect(normalisePhone(typed)).toBe(kept)
})
