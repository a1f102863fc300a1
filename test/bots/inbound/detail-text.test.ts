import { expect, test } from 'vitest'
import { detailText } from '../../../src/bots/inbound/detail-text.ts'

test('the detail says first why a report came back; without a remark it says nothing of it', () => {
  const facts = { number: 'SMG-1', phone: '+62 000 1', remark: 'Sebutkan unit' }
  expect(detailText(facts)).toBe('Nomor: SMG-1\nLaporan dikembalikan: Sebutkan unit\nTelepon pelapor: +62 000 1')
  expect(detailText({ ...facts, remark: '' })).toBe('Nomor: SMG-1\nTelepon pelapor: +62 000 1')
})
