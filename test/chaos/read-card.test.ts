import { expect, test } from 'vitest'
import { standardAgencies } from '../../src/app/training/seed-centres.ts'
import { readCard, repeatMark } from '../../src/chaos/load/read-card.ts'
import { addressee, banners } from '../../src/i18n/chat/id/card.ts'
import { reminderTitle } from '../../src/i18n/chat/id/pings.ts'

const number = 'SMG-20260101-001'
const words = (agency: string, name: string) =>
  [
    banners.training,
    'KEBAKARAN (P1)',
    number,
    addressee(name, agency, undefined, 'OPD utama'),
    '',
    '📍 Jl. Contoh 1',
  ].join('\n')

test.each(standardAgencies.map(({ code, name }) => [code, name]))('a card tells that it is for %s', (agency, name) => {
  expect(readCard(words(agency, name))).toEqual({ number, agency })
  expect(readCard(`${banners.doubtful}\n${words(agency, name)}`)).toEqual({ number, agency })
})

test('what names an incident otherwise is no card', () => {
  for (const text of [
    `${reminderTitle('DAMKAR', 'belum diterima')}\n${number}\nS4a: batas 3 menit`,
    `📝 Laporan ${number} (DAMKAR)\nHasil: Tertangani`,
    `PEMBARUAN ${number}: korban bertambah`,
  ]) {
    expect(readCard(text)).toBeNull()
  }
})

test('the mark is the one that people read', () => {
  expect(banners.doubtful).toContain(repeatMark)
})
