import { describe, expect, test } from 'vitest'
import type { UnitMark } from '../../src/dispatch/incident/assignment.ts'
import type { Correction } from '../../src/dispatch/incident/corrections.ts'
import { maxUnits, openUnits, unitsOf } from '../../src/dispatch/incident/units.ts'
import { alerting, houseFire, notified, plan } from './support/beginnings.ts'
import { member, operator } from './support/people.ts'
import { given, type Story } from './support/story.ts'
import { ms } from './support/time.ts'

const fleet = ['Pancar 01', 'Pancar 02', 'AMB-3']
const begins = notified([{ ...plan('DAMKAR', 'lead'), units: fleet }, plan('POLRES', 'support', 'inform')])

const marking = (story: Story, unit: string, mark: UnitMark) =>
  ({ type: 'MarkUnit', assignment: story.idOf('DAMKAR'), unit, mark }) as const
const reports = (story: Story, unit: string, mark: UnitMark, at?: number): Story =>
  story.tell({ ...marking(story, unit, mark), ...(at === undefined ? {} : { at }) }, member('DAMKAR'))
const name = (story: Story, ...units: string[]) => ({
  type: 'NameUnits' as const,
  assignment: story.idOf('DAMKAR'),
  units,
})
const marksOf = (story: Story) =>
  unitsOf(story.assignment('DAMKAR')).map(({ code, marks }) => [code, Object.keys(marks)])

describe('DESIGN: an assignment may name units with marks of their own', () => {
  test('the first arrival counts as on scene, the last unit clears', () => {
    const story = given(begins).press('DAMKAR', 'acknowledge').forward('1m')
    reports(story, 'Pancar 01', 'depart')
    expect(story.status('DAMKAR')).toBe('enRoute')
    reports(story.forward('4m'), 'Pancar 02', 'arrive')
    expect(story.status('DAMKAR')).toBe('onScene')
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 300 s')
    // a unit that sets out when another has arrived moves nothing
    reports(story.forward('1m'), 'AMB-3', 'depart')
    reports(story, 'Pancar 01', 'arrive')
    reports(story.forward('20m'), 'Pancar 01', 'clear')
    reports(story, 'Pancar 02', 'clear')
    expect(story.status('DAMKAR')).toBe('onScene')
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 300 s')
    const last = story.forward('5m').now
    reports(story, 'AMB-3', 'clear')
    expect(story.status('DAMKAR')).toBe('cleared')
    expect(story.assignment('DAMKAR').standing).toEqual({ status: 'cleared', remotely: false })
    expect(story.clock('S7 DAMKAR')?.startedAt ?? last).toBe(last)
    expect(marksOf(story)).toEqual([
      ['Pancar 01', ['depart', 'arrive', 'clear']],
      ['Pancar 02', ['arrive', 'clear']],
      ['AMB-3', ['depart', 'clear']],
    ])
    expect(story.told()).toEqual([])
  })

  test('"semua selesai" clears whatever the units said', () => {
    const story = given(begins).press('DAMKAR', 'acknowledge')
    reports(story, 'Pancar 01', 'arrive')
    story.forward('10m').press('DAMKAR', 'clear')
    expect(story.status('DAMKAR')).toBe('cleared')
    expect(story.refused(marking(story, 'AMB-3', 'arrive')).code).toBe('notNow')
  })

  test('units never block the plain buttons: a plain arrival is one of an unknown unit', () => {
    const story = given(begins).press('DAMKAR', 'acknowledge').press('DAMKAR', 'arrive')
    expect(marksOf(story)).toEqual(fleet.map(code => [code, []]))
    reports(story.forward('1m'), 'AMB-3', 'arrive')
    expect(story.status('DAMKAR')).toBe('onScene')
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 0 s')
  })

  test('the end of an agency is the end of its last unit, in whatever order it was recorded', () => {
    const story = given(begins).press('DAMKAR', 'acknowledge').forward('30m').sleep('1s')
    const late = story.now - ms('2m')
    reports(story, 'Pancar 01', 'clear', late)
    reports(story, 'Pancar 02', 'clear', story.now - ms('20m'))
    reports(story, 'AMB-3', 'clear', story.now - ms('10m'))
    const cleared = story.profile.clocks.find(({ start }) => start === 'assignment.cleared')
    expect(story.clock(`${cleared?.id} DAMKAR`)?.startedAt).toBe(late)
  })

  test('a unit that reports first answers for its agency, and its alert arrived', () => {
    const story = given(alerting([{ ...plan('DAMKAR', 'lead'), units: fleet }])).forward('10s')
    reports(story, 'Pancar 01', 'depart')
    expect(story.status('DAMKAR')).toBe('enRoute')
    expect(story.sayClock('S4a DAMKAR')).toMatch(/^stopped/)
    const silent = given(alerting([{ ...plan('DAMKAR', 'lead'), units: fleet }]))
    expect(silent.refused(marking(silent, 'AMB-3', 'clear')).code).toBe('notNow')
  })

  test('are added and removed later; what they reported stays, and each keeps its number', () => {
    const story = given(begins).press('DAMKAR', 'acknowledge')
    reports(story, 'Pancar 02', 'arrive')
    story.tell(name(story, 'AMB-3', 'Pancar 07'), operator)
    expect(unitsOf(story.assignment('DAMKAR')).map(({ code, number }) => [code, number])).toEqual([
      ['AMB-3', 3],
      ['Pancar 07', 4],
    ])
    expect(story.status('DAMKAR')).toBe('onScene')
    expect(story.refused(marking(story, 'Pancar 02', 'clear'))).toEqual({
      code: 'unknownUnit',
      params: { unit: 'Pancar 02' },
    })
    reports(story, 'AMB-3', 'clear')
    expect(story.status('DAMKAR')).toBe('onScene')
    // the only unit that was not done is gone: whether all is done the crew says itself
    story.tell(name(story, 'AMB-3'), operator)
    expect(story.status('DAMKAR')).toBe('onScene')
  })

  test('a late or repeated mark changes nothing and says who, when', () => {
    const story = given(begins).press('DAMKAR', 'acknowledge')
    reports(story, 'AMB-3', 'arrive')
    const at = story.now
    story.forward('1m')
    expect(story.refused(marking(story, 'AMB-3', 'arrive'))).toEqual({
      code: 'alreadyDone',
      params: { action: 'arrive', unit: 'AMB-3', by: 'Regu DAMKAR', at },
    })
    expect(story.refused(marking(story, 'AMB-3', 'depart'))).toMatchObject({
      code: 'notNow',
      params: { action: 'depart', by: 'Regu DAMKAR', at },
    })
  })

  test('Urungkan takes the last mark of a unit back, also the one that cleared the agency', () => {
    const story = given(begins).press('DAMKAR', 'arrive')
    for (const unit of fleet) reports(story, unit, 'clear')
    expect(story.status('DAMKAR')).toBe('cleared')
    story.undo('DAMKAR')
    expect(story.status('DAMKAR')).toBe('onScene')
    expect(openUnits(story.assignment('DAMKAR')).map(({ code, left }) => [code, left])).toEqual([
      ['AMB-3', ['depart', 'arrive', 'clear']],
    ])
  })

  test('their marks are put right like any other; a unit is measured by its own', () => {
    const story = given(begins).press('DAMKAR', 'acknowledge').forward('10m')
    reports(story, 'Pancar 01', 'arrive')
    reports(story.forward('10m'), 'Pancar 02', 'arrive')
    const seq = story.incident.lastSeq
    const to = story.now - ms('15m')
    const correction: Correction = { kind: 'retimed', seq, to }
    story.tell({ type: 'CorrectStep', assignment: story.idOf('DAMKAR'), correction, reason: 'text:why' })
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 300 s')
    const early = { kind: 'unit', unit: 'Pancar 02', mark: 'clear' } as const
    const inserted: Correction = { kind: 'inserted', change: early, to: to - 1 }
    expect(
      story.refused({ type: 'CorrectStep', assignment: story.idOf('DAMKAR'), correction: inserted, reason: 'text:r' })
        .code,
    ).toBe('stepsImpossible')
  })
})

describe('names of units', () => {
  test.each([
    ['empty', ['']],
    ['with space around it', [' AMB-1']],
    ['too long', ['x'.repeat(25)]],
    ['of two lines', ['AMB\n1']],
    ['twice', ['AMB-1', 'AMB-1']],
    ['too many', Array.from({ length: maxUnits + 1 }, (_, index) => `AMB-${index}`)],
  ])('%s: refused, by itself and in a plan', (_, units) => {
    const story = given(begins)
    expect(story.refused(name(story, ...units)).code).toBe('unitInvalid')
    expect(story.refused({ type: 'AddAgency', agency: { ...plan('PLN'), units } }).code).toBe('unitInvalid')
  })

  test('belong to agencies that act, while they are at it', () => {
    const story = given(begins)
    const police = story.idOf('POLRES')
    expect(story.refused({ type: 'NameUnits', assignment: police, units: ['PATROLI 1'] }).code).toBe('notNow')
    expect(
      story.refused({ type: 'AddAgency', agency: { ...plan('PMI', 'support', 'inform'), units: ['A'] } }).code,
    ).toBe('unitInvalid')
    story.finish('DAMKAR')
    expect(story.refused(name(story, 'AMB-9')).code).toBe('notNow')
  })

  test('the same names again change nothing', () => {
    const story = given(begins)
    const { length } = story.events
    story.tell(name(story, ...fleet))
    expect(story.events).toHaveLength(length)
  })
})

test('an incident without units is as before', () => {
  const story = given(notified([plan('DAMKAR', 'lead')], houseFire))
  expect(unitsOf(story.assignment('DAMKAR'))).toEqual([])
  expect(story.refused(marking(story, 'AMB-1', 'arrive')).code).toBe('unknownUnit')
})
