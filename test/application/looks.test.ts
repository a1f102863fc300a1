import { expect, test } from 'vitest'
import { type City, eachCity } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'POLRES')
})

const card = (chat: string) => city.platform.sees(chat, 'Roda 4')

test('a card that would look the same is not edited: no noise, no slot of the chat’s pace', async () => {
  await city.fire('DAMKAR lead', 'POLRES inform')
  await city.pressesVerb(card('DAMKAR'), 'depart')
  const before = card('POLRES').edits
  await city.pressesVerb(card('DAMKAR'), 'obstacle')
  await city.settles()
  expect(card('POLRES').edits).toBe(before)
  await city.pressesVerb(card('DAMKAR'), 'arrive')
  await city.settles()
  expect(card('POLRES').edits).toBe(before + 1)
})

test('a copy that was lost and pressed is brought up to date, though the other copies look right', async () => {
  await city.fire('DAMKAR lead')
  const shown = card('DAMKAR')
  await city.pressesVerb(shown, 'acknowledge')
  await city.settles()
  const edits = shown.edits
  const lost = { ...shown, messageId: 'lost-copy' }
  await city.pressesVerb(lost, 'requestBackup')
  await city.settles()
  expect(card('DAMKAR').edits).toBeGreaterThan(edits)
})
