import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Crews, codeIn } from './crews.ts'

let crews: Crews
beforeAll(async () => {
  crews = await Crews.start()
}, 180_000)
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
}, 60_000)

describe('an alert in a group', () => {
  test('shows the card with map, numbers and code; a reply with its number takes the job, quietly', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    expect(card.text).toContain('KEBAKARAN')
    expect(card.text).toContain('Buka peta: https://maps.google.com/?q=-6.9592,110.4175')
    expect(card.text).toMatch(/dan angka:\n\*1\* Kami tangani · \*3\* Meluncur · \*2\* Tidak bisa$/)
    expect(card.text).not.toContain('Pelapor Rahasia')
    const before = await crews.said('DAMKAR')
    const answer = await crews.says('DAMKAR', { as: 'Budi', text: '1', quote: card.id })
    expect(await crews.status(incident)).toBe('acknowledged')
    await crews.card(incident, 'KAMI TANGANI – Budi')
    expect(await crews.reactionTo('DAMKAR', answer)).toEqual(['👍'])
    expect(await crews.said('DAMKAR')).toBe(before)
  })

  test('code and number, however it is written, and the words of a button', async () => {
    const incident = await crews.fire()
    const code = codeIn(await crews.card(incident))
    await crews.says('DAMKAR', { as: 'Dewi', text: `${code.toLowerCase()}3` })
    expect(await crews.status(incident)).toBe('enRoute')
    await crews.says('DAMKAR', { as: 'Dewi', text: `${code} tiba di lokasi ya pak` })
    expect(await crews.status(incident)).toBe('onScene')
  })
})
