import { expect, it } from 'vitest'
import { phoneText } from '../../src/web/phone-text.ts'

it.each([
  ['+620000000100', '+62 000 0000 100'],
  ['+62000000001003', '+62 000 0000 01003'],
  ['+62 000 555', '+62 000 555'],
  ['+620001234', '+620001234'],
  ['112', '112'],
  [null, null],
])('%s is read as %s', (phone, shown) => {
  expect(phoneText(phone)).toBe(shown)
})
