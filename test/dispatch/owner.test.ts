import { expect, test } from 'vitest'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { answered, settled, submitted } from './support/beginnings.ts'
import { supervisor } from './support/people.ts'
import { given, givenBy } from './support/story.ts'

const next = { kind: 'user', id: 'u-9', name: 'Operator Malam' } as const

test('a dispatcher who takes an incident has it', () => {
  const story = givenBy(cilegon, submitted())
  expect(story.incident.owner).toEqual(supervisor)
})

test('serah terima: the next one has it, with words for the way; the same once more changes nothing', () => {
  const story = given(answered())
  expect(story.incident.owner).toBeUndefined()
  story.tell({ type: 'HandOver', to: next, note: 'text:note' })
  expect(story.incident.owner).toEqual(next)
  expect(story.events.at(-1)).toMatchObject({ type: 'OwnerChanged', to: next, note: 'text:note' })
  const { length } = story.events
  expect(story.tell({ type: 'HandOver', to: next }).events).toHaveLength(length)
  expect(story.sent()).toEqual([])
})

test('what is over has no next one', () => {
  const story = given(settled).tell({ type: 'CloseIncident' })
  story.tell({ type: 'NoteClosure', assignment: story.idOf('DAMKAR'), result: 'sent' })
  expect(story.phase).toBe('archived')
  expect(story.refused({ type: 'HandOver', to: next }).code).toBe('incidentOver')
})
