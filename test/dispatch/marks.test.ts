import { describe, expect, test } from 'vitest'
import { alerting, lone, notified, plan } from './support/beginnings.ts'
import { operator } from './support/people.ts'
import { given } from './support/story.ts'
import { ms } from './support/time.ts'

/** Semarang's clocks over marks that a crew skipped, pressed late, or that an operator heard on the radio. */

describe('any press proves that the alert arrived', () => {
  test('by the group when a member pressed', () => {
    const story = given(alerting()).press('DAMKAR', 'acknowledge')
    expect(story.assignment('DAMKAR').steps[0]?.change).toEqual({ kind: 'notified', via: 'channel' })
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 0 s')
  })

  test('by voice when an operator recorded it; the channel adds nothing afterwards', () => {
    const story = given(alerting()).record('DAMKAR', 'acknowledge')
    expect(story.assignment('DAMKAR').steps[0]?.change).toEqual({ kind: 'notified', via: 'phone' })
    const before = story.events.length
    story.note('DAMKAR', 'sent').note('DAMKAR', 'unreachable')
    expect(story.events.length).toBe(before)
  })

  test('a decline proves it too', () => {
    const story = given(alerting()).decline('DAMKAR')
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 0 s')
  })
})

describe('marks that nobody pressed stay unreported and leave the figures', () => {
  test('arrival never pressed: S4b ends uncounted when the crew is done', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').forward('9m').press('DAMKAR', 'depart')
    expect(story.forward('3m').sayClock('S4b DAMKAR')).toBe('running')
    story.press('DAMKAR', 'clear')
    expect(story.sayClock('S4b DAMKAR')).toBe('ended after 720 s')
  })

  test('patients leave for hospital without a reported arrival: S4b ends uncounted', () => {
    const story = given(lone('DINKES')).press('DINKES', 'acknowledge').forward('9m').press('DINKES', 'transport')
    expect(story.sayClock('S4b DINKES')).toBe('ended after 540 s')
    story.forward('10m').press('DINKES', 'arriveHospital')
    expect(story.sayClock('S4b DINKES')).toBe('ended after 540 s')
  })

  test('nothing found without a reported arrival: S4b ends uncounted', () => {
    const story = given(lone()).press('DAMKAR', 'depart').forward('9m').press('DAMKAR', 'notFound')
    expect(story.sayClock('S4b DAMKAR')).toBe('ended after 540 s')
  })

  test('the first word is the arrival: S4a stops, S4b has no span that may count', () => {
    const story = given(lone()).forward('8m').press('DAMKAR', 'arrive')
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 480 s')
    expect(story.sayClock('S4b DAMKAR')).toBe('ended after 0 s')
  })

  test('Meluncur without Kami tangani: S4b counts from there', () => {
    const story = given(lone()).forward('2m').press('DAMKAR', 'depart').forward('8m').press('DAMKAR', 'arrive')
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 120 s')
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 480 s')
  })

  test('handled without going stops S4b, and a report that comes back does not change that', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').forward('4m').press('DAMKAR', 'clear')
    expect(story.assignment('DAMKAR').standing).toEqual({ status: 'cleared', remotely: true })
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 240 s')
    story.report('DAMKAR').tell({ type: 'ReturnReport', assignment: story.idOf('DAMKAR'), remark: 'text:remark' })
    expect(story.assignment('DAMKAR').standing).toMatchObject({ status: 'cleared', remotely: true })
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 240 s')
  })
})

describe('what operators record has its own true time', () => {
  test('an arrival heard on the radio counts from when it was', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').forward('10m')
    story.record('DAMKAR', 'arrive', story.now - ms('3m'))
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 420 s')
    expect(story.events.at(-1)).toMatchObject({ at: story.now - ms('3m'), recordedAt: story.now, by: operator })
  })

  test('a departure recorded later than the press that followed it counts from when it was', () => {
    const story = given(lone()).forward('5m').press('DAMKAR', 'acknowledge')
    story.record('DAMKAR', 'depart', story.now - ms('2m'))
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 180 s')
  })

  test('an answer from before the alert was confirmed leaves no negative span', () => {
    const story = given(lone()).forward('1m')
    story.record('DAMKAR', 'acknowledge', story.now - ms('3m'))
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 0 s')
    expect(story.sayClock('S3')).toBe('stopped after 5 s')
  })

  test('a clock whose stop came before its start never starts', () => {
    const story = given(alerting([plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')]))
    story.press('DAMKAR', 'depart').forward('40s').deliver('POLRES')
    expect(story.sayClock('S3')).toBe('stopped after 40 s')
    expect(story.sayClock('S5')).toBe('not started')
  })

  test('neither the future nor the time before the call is believed', () => {
    const story = given(notified())
    const act = { type: 'ActOnAssignment', assignment: story.idOf('DAMKAR'), action: 'arrive' } as const
    expect(story.refused({ ...act, at: story.now + 1 }).code).toBe('timeInFuture')
    expect(story.refused({ ...act, at: story.incident.callOpenedAt - 1 }).code).toBe('timeBeforeStart')
    const decline = { type: 'DeclineAssignment', assignment: story.idOf('DAMKAR'), reason: 'noUnit' } as const
    expect(story.refused({ ...decline, at: story.now + 1 }).code).toBe('timeInFuture')
  })
})

test('what follows from something past happens now: the items and phone tasks of the desk', () => {
  const story = given(lone()).forward('6m')
  const at = story.now - ms('5m')
  story.tell({ type: 'DeclineAssignment', assignment: story.idOf('DAMKAR'), reason: 'noUnit', at })
  expect(story.assignment('DAMKAR').standing).toMatchObject({ status: 'declined', at })
  expect(story.incident.attention.map(item => item.at)).toEqual([story.now, story.now])
  expect(story.incident.phoneTasks.map(({ done }) => done?.at)).toEqual([story.now])
})
