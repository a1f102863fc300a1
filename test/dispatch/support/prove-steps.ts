import { describe, expect, test } from 'vitest'
import { limitSecondsOf } from '../../../src/dispatch/clocks/clock.ts'
import type { Basis, ClockKind, SopProfile } from '../../../src/dispatch/profiles/profile.ts'
import { firePlan, lone } from './beginnings.ts'
import type { CallStory } from './call-story.ts'
import { supervisor } from './people.ts'
import { type Beginning, givenBy, type Story } from './story.ts'

/** Each time limit of the two standards: the step of the document, the figure, what starts it and what stops it. */
export interface Row<Subject> {
  step: string
  clock: string
  kind: ClockKind
  targetSeconds: number
  limitSeconds?: number
  basis: Basis
  start: (profile: SopProfile) => Subject
  stops: Record<string, (subject: Subject) => unknown>
}

export const story =
  (...beginnings: Beginning[]) =>
  (profile: SopProfile) =>
    givenBy(profile, ...beginnings)

export const assignment = (one: Story) => one.idOf('DAMKAR')
export const archive = (one: Story) =>
  one.tell({ type: 'CloseIncident' }).tell({ type: 'NoteClosure', assignment: assignment(one), result: 'sent' })
export const dispatch = (one: Story) =>
  one.tell({ type: 'DispatchIncident', agencies: firePlan }).deliver(...firePlan.map(({ agency }) => agency))
export const acknowledged: Beginning = one => {
  lone()(one)
  one.press('DAMKAR', 'acknowledge')
}
export const cleared: Beginning = one => {
  acknowledged(one)
  one.press('DAMKAR', 'arrive').press('DAMKAR', 'clear')
}
export const confirmAll = (one: Story) =>
  one.press('DAMKAR', 'acknowledge').press('PLN', 'acknowledge').press('DINKES', 'depart').press('DAMKAR', 'depart')

export const answeredBy: Row<Story>['stops'] = {
  'the agency takes the job': one => one.press('DAMKAR', 'acknowledge'),
  'it sets out at once': one => one.press('DAMKAR', 'depart'),
  'it cannot': one => one.decline('DAMKAR'),
  'it says so by phone': one => one.record('DAMKAR', 'acknowledge'),
}
export const onScene: Row<Story>['stops'] = {
  'the first unit arrives': one => one.press('DAMKAR', 'arrive'),
  'it is handled without going': one => one.press('DAMKAR', 'clear'),
}
export const waive = (one: Story) =>
  one.tell({ type: 'WaiveReport', assignment: assignment(one), reason: 'text:reason' }, supervisor)

export const note = (type: 'NoteIntakeSubmitted' | 'NoteIncidentCancelled') => (call: CallStory) =>
  call.tell({ type, incident: 'INC', at: call.now })
interface Clocked {
  now: number
  forward(span: string): unknown
  sayClock(name: string): string
}

/** Proves figure, start and every stop of each row. */
export const prove = <Subject extends Clocked>(profile: SopProfile, rows: Row<Subject>[]) => {
  describe.each(rows)('$step: $clock', row => {
    test('has the figure of the document', () => {
      const definition = profile.clocks.find(({ id }) => id === row.clock.split(' ')[0])
      expect(definition).toMatchObject({ kind: row.kind, targetSeconds: row.targetSeconds, basis: row.basis })
      expect(definition && limitSecondsOf(definition)).toBe(row.limitSeconds ?? row.targetSeconds)
    })

    test.each(Object.entries(row.stops))('stops when %s', (_, stop) => {
      const subject = row.start(profile)
      const startedAt = subject.now
      expect(subject.sayClock(row.clock)).toBe('running')
      subject.forward('7s')
      expect(subject.sayClock(row.clock)).toBe('running')
      stop(subject)
      expect(subject.sayClock(row.clock)).toBe(`stopped after ${(subject.now - startedAt) / 1000} s`)
      expect(subject.now - startedAt).toBe(7000)
    })
  })
}
