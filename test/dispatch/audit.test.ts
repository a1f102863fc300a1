import { describe, expect, test } from 'vitest'
import { careOf, isDeadlineLost, openAssignments } from '../../src/dispatch/audit/care.ts'
import { nextDueAt } from '../../src/dispatch/incident/decide/escalating.ts'
import type { Incident } from '../../src/dispatch/incident/incident.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { alerting, notified, plan } from './support/beginnings.ts'
import { given, type Story } from './support/story.ts'

/** That the laws hold in every reachable state is proven by `laws.test.ts`; here each of them is broken. */

const fire = () => given(notified([plan('DAMKAR', 'lead'), plan('PLN')]))
const due = (story: Story) => nextDueAt(story.incident, semarang, story.now)
const careIn = (incident: Incident, storedDueAt: number | null) =>
  openAssignments(incident).map(one => `${one.agency} ${careOf(incident, one, storedDueAt)}`)

describe('whose hands an assignment is in', () => {
  test('climbing, answered, on the phone, informed: each is proven', () => {
    const story = given(notified([plan('DAMKAR', 'lead'), plan('PLN'), plan('POLRES', 'support', 'inform')]))
    expect(careIn(story.incident, due(story))).toEqual(['DAMKAR climbing', 'PLN climbing', 'POLRES informed'])
    story.press('DAMKAR', 'acknowledge').forward('10m')
    expect(careIn(story.incident, due(story))).toEqual(['DAMKAR answered', 'PLN phoneTask', 'POLRES informed'])
  })

  test('a ladder without a stored deadline is climbed by nobody', () => {
    const story = fire()
    expect(careIn(story.incident, null)).toEqual(['DAMKAR null', 'PLN null'])
  })

  test('nor is one whose stored deadline comes after its next rung', () => {
    const story = fire()
    const next = story.now + 60_000
    expect(careIn(story.incident, next)).toEqual(['DAMKAR climbing', 'PLN climbing'])
    expect(careIn(story.incident, next + 1)).toEqual(['DAMKAR null', 'PLN null'])
  })

  test('without its phone task an agency whose rungs are through is in nobody’s hands, until a deadline asks for one', () => {
    const story = fire().press('PLN', 'acknowledge').forward('10m')
    const without: Incident = { ...story.incident, phoneTasks: [] }
    expect(careIn(story.incident, due(story))).toEqual(['DAMKAR phoneTask', 'PLN answered'])
    expect(careIn(without, due(story))).toEqual(['DAMKAR null', 'PLN answered'])
    expect(careIn(without, nextDueAt(without, semarang, story.now))).toEqual(['DAMKAR climbing', 'PLN answered'])
  })

  test('an agency that only has to know is chased while no message reached it', () => {
    const story = given(alerting([plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')]))
    expect(careIn(story.incident, null)).toEqual(['DAMKAR null', 'POLRES null'])
  })

  test('whoever left, and whatever is over, asks for nothing', () => {
    const story = fire().decline('PLN')
    expect(openAssignments(story.incident).map(({ agency }) => agency)).toEqual(['DAMKAR'])
    story.tell({ type: 'CancelIncident', reason: 'text:r' })
    expect(openAssignments(story.incident)).toEqual([])
  })
})

test('a deadline is lost when none is stored, or one that comes too late', () => {
  expect(isDeadlineLost(null, 5)).toBe(true)
  expect(isDeadlineLost(6, 5)).toBe(true)
  expect(isDeadlineLost(5, 5)).toBe(false)
  expect(isDeadlineLost(4, 5)).toBe(false)
  expect(isDeadlineLost(null, null)).toBe(false)
  expect(isDeadlineLost(4, null)).toBe(false)
})

describe('the repair', () => {
  const repair = (story: Story, ...agencies: string[]) =>
    story.tell({ type: 'RepairCare', assignments: agencies.map(agency => story.idOf(agency)) })

  test('has somebody phone at once, and the supervisors hear of it once', () => {
    const story = fire()
    story.sent()
    expect(repair(story, 'DAMKAR').sent()).toEqual(['help unattended DAMKAR'])
    expect([story.toPhone(), story.openItems()]).toEqual([['DAMKAR unanswered'], ['unattended DAMKAR']])
    expect(repair(story, 'DAMKAR').sent()).toEqual([])
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test('sends what was due on the ladder meanwhile too', () => {
    const story = given(
      notified([{ ...plan('DAMKAR', 'lead'), contact: { rungs: ['group', 'dutyOfficer', 'phone'] } }]),
    )
    story.sent()
    story.now += 90_000
    expect(repair(story, 'DAMKAR').sent()).toEqual(['alert DAMKAR dutyOfficer', 'help unattended DAMKAR'])
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test('leaves alone whoever answered, left, or is being phoned', () => {
    const story = fire().press('DAMKAR', 'acknowledge').forward('10m')
    story.sent()
    expect(repair(story, 'DAMKAR', 'PLN').sent()).toEqual([])
    expect(story.openItems()).toEqual([])
  })

  test('is over with the answer', () => {
    const story = repair(fire(), 'DAMKAR').press('DAMKAR', 'depart')
    expect([story.toPhone(), story.openItems()]).toEqual([[], []])
  })
})
