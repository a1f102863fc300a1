import { describe, expect, test } from 'vitest'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { standardLadders, takenSilenceSeconds } from '../../src/dispatch/profiles/ladders.ts'
import type { SopProfile } from '../../src/dispatch/profiles/profile.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { notified, onTheWay, plan, settled } from './support/beginnings.ts'
import { CallStory } from './support/call-story.ts'
import { given, givenBy } from './support/story.ts'

/** The ladders as our reading of the standards has them (domain/sop-profiles.json, "ladders"), rung for rung. */
test('every rung and figure of the reading', () => {
  const { desk, response, report, figure } = standardLadders
  expect(desk).toEqual({ rungs: [{ at: 0.75 }, { at: 1, ping: ['supervisorsChat'] }] })
  expect(response.urgent).toEqual({
    rungs: [
      { at: 0.75, ping: ['owner'] },
      { at: 1, ping: ['agency', 'dutyOfficer', 'supervisorOnDuty'] },
      { at: 1.5, ping: ['agencyCommander', 'supervisorOnDuty'], phoneTask: 'awaited' },
    ],
    repeat: { everySeconds: 300, ping: ['supervisorOnDuty'] },
  })
  expect(response.routine).toEqual({ rungs: [{ at: 1, name: 'phone', phoneTask: 'unanswered' }] })
  expect(report).toEqual({
    rungs: [
      { at: 1, ping: ['agency'], unlessReported: true },
      { at: 1.5, listed: true },
    ],
  })
  expect(figure).toEqual({ rungs: [] })
  expect(takenSilenceSeconds).toBe(600)
})

describe('desk: each limit is told at 1.0 of it, once, and nothing at 0.75', () => {
  const opened = (story: CallStory) => story.open()
  const classified = (story: CallStory) => story.open().classify('normal')
  const resolved = (story: CallStory) =>
    classified(story).tell({ type: 'NoteIntakeSubmitted', incident: 'INC', at: story.now })

  // C1 and C2 carry a range: the ladder counts from its end
  test.each<[string, number, SopProfile, (story: CallStory) => CallStory]>([
    ['S1', 30, semarang, opened],
    ['S2', 240, semarang, classified],
    ['C1', 60, cilegon, opened],
    ['C2', 60, cilegon, classified],
    ['C4', 30, cilegon, resolved],
  ])('%s after %i s', (id, limit, profile, begin) => {
    const story = begin(new CallStory(profile))
    const startedAt = story.now
    story.forward('2h')
    const fired = story.call.fired.filter(({ clock }) => clock === id)
    expect(fired.map(({ rung, firedAt }) => [rung, firedAt - startedAt])).toEqual([['1', limit * 1000]])
    expect(story.sent().filter(line => line.includes(id))).toHaveLength(1)
  })

  test('S7 and D5, of the incident', () => {
    expect(given(settled).timeline('2h')).toEqual(['120 s: ping S7 at 1: supervisorsChat ()'])
    expect(givenBy(cilegon, settled).timeline('2h')).toEqual(['120 s: ping D5 at 1: supervisorsChat ()'])
  })
})

describe('response, Cilegon: D1, D2 and D3 climb like Semarang’s', () => {
  test('D2', () => {
    const story = givenBy(cilegon, notified([plan('DAMKAR', 'lead')]))
    expect(story.timeline('570s').filter(line => line.includes('D2'))).toEqual([
      '135 s: ping D2 DAMKAR at 0.75: owner (DAMKAR)',
      '180 s: ping D2 DAMKAR at 1: agency,dutyOfficer,supervisorOnDuty (DAMKAR)',
      '270 s: ping D2 DAMKAR at 1.5: agencyCommander,supervisorOnDuty (DAMKAR)',
      '570 s: ping D2 DAMKAR at r1: supervisorOnDuty (DAMKAR)',
    ])
  })

  test('D3', () => {
    const story = givenBy(cilegon, onTheWay())
    expect(story.timeline('1350s')).toEqual([
      '675 s: ping D3 DAMKAR at 0.75: agency (DAMKAR)',
      '900 s: ping D3 DAMKAR at 1: agency,dutyOfficer,supervisorOnDuty (DAMKAR)',
      '1350 s: ping D3 DAMKAR at 1.5: agencyCommander,supervisorOnDuty (DAMKAR)',
    ])
  })
})
