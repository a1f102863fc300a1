import { afterAll, beforeAll, expect, test } from 'vitest'
import type { IncidentView } from '../../../src/application/views.ts'
import { Crews } from './crews.ts'

let crews: Crews
beforeAll(async () => {
  crews = await Crews.start({ polls: true })
}, 180_000)
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
}, 60_000)

/** A fresh alert with its poll. */
const asked = async (before: ReadonlySet<string>): Promise<{ incident: IncidentView; card: string; poll: string }> => {
  const incident = await crews.fire()
  const card = await crews.card(incident)
  const { driver } = crews.world
  const look = async () => (await driver.messages('DAMKAR')).find(({ id, kind }) => kind === 'poll' && !before.has(id))
  const poll = await driver.waitFor(look, 60_000, 'a poll')
  expect(poll.poll).toEqual({ options: ['Kami tangani', 'Meluncur', 'Tidak bisa'], single: true })
  return { incident, card: card.id, poll: poll.id }
}
const known = async () => new Set((await crews.world.driver.messages('DAMKAR')).map(({ id }) => id))
const votes = async (poll: string, as: string, options: string[]): Promise<void> => {
  await crews.world.driver.vote('DAMKAR', poll, as, options)
  await crews.worked(`vote ${poll} ${options.join()}`)
}

test('a vote takes the job, an empty one takes it back', async () => {
  const { incident, poll } = await asked(await known())
  await votes(poll, 'Budi', ['Meluncur'])
  expect(await crews.status(incident)).toBe('enRoute')
  await votes(poll, 'Budi', [])
  expect(await crews.status(incident)).toBe('notified')
})

test('a text and a vote count once, and a withdrawn vote that counted nothing takes nothing back', async () => {
  const { incident, card, poll } = await asked(await known())
  await crews.says('DAMKAR', { as: 'Budi', text: '1', quote: card })
  const before = await crews.said('DAMKAR')
  await votes(poll, 'Budi', ['Kami tangani'])
  await votes(poll, 'Budi', [])
  expect(await crews.status(incident)).toBe('acknowledged')
  expect(await crews.said('DAMKAR')).toBe(before)
  const { events } = crews.world.stores.incidents
  const taken = (await events(incident.id)).filter(({ type }) => type === 'AssignmentAcknowledged')
  expect(taken).toHaveLength(1)
})

test('withdrawn after somebody else went on: nothing is taken back', async () => {
  const { incident, card, poll } = await asked(await known())
  await votes(poll, 'Budi', ['Kami tangani'])
  await crews.says('DAMKAR', { as: 'Dewi', text: '3', quote: card })
  await votes(poll, 'Budi', [])
  expect(await crews.status(incident)).toBe('enRoute')
})
