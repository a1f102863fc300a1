import { describe, expect, test } from 'vitest'
import { reportOutcomes } from '../../src/dispatch/vocabulary.ts'
import { lone, notified } from './support/beginnings.ts'
import { member, operator, supervisor } from './support/people.ts'
import { type Beginning, given, type Story } from './support/story.ts'
import { ms } from './support/time.ts'

const cleared: Beginning = story => {
  notified()(story)
  story.press('DAMKAR', 'acknowledge').press('DAMKAR', 'arrive').press('DAMKAR', 'clear')
  story.sent()
}

const words = (story: Story) =>
  ({ type: 'FileReport', assignment: story.idOf('DAMKAR'), text: 'text:words', lines: { victims: 2 } }) as const

describe('the close-out report', () => {
  test.each(reportOutcomes)('%s and one reply are complete', outcome => {
    const story = given(cleared)
    story.tell({ type: 'ChooseOutcome', assignment: story.idOf('DAMKAR'), outcome }, member('DAMKAR'))
    const prompt = { by: member('DAMKAR'), at: story.now }
    expect(story.assignment('DAMKAR').standing).toEqual({ status: 'cleared', remotely: false, outcome, prompt })
    expect(story.sent()).toEqual(['cards'])
    story.forward('1m').tell(words(story), member('DAMKAR'))
    expect(story.assignment('DAMKAR').standing).toEqual({
      status: 'reported',
      report: { outcome, text: 'text:words', lines: { victims: 2 }, at: story.now, by: member('DAMKAR') },
    })
    expect(story.sent()).toEqual(['cards'])
  })

  test('words without an outcome are not', () => {
    const story = given(cleared)
    expect(story.refused(words(story)).code).toBe('outcomeMissing')
  })

  test('Tidak ditemukan brings its outcome', () => {
    const story = given(notified()).press('DAMKAR', 'depart').press('DAMKAR', 'notFound')
    story.tell(words(story), member('DAMKAR'))
    expect(story.assignment('DAMKAR').standing).toMatchObject({ report: { outcome: 'nothingFound' } })
  })

  test('the outcome may be chosen again until the words come', () => {
    const story = given(cleared)
    const choose = (outcome: 'handled' | 'referred') =>
      story.tell({ type: 'ChooseOutcome', assignment: story.idOf('DAMKAR'), outcome })
    choose('handled')
    choose('referred')
    story.tell(words(story))
    expect(story.assignment('DAMKAR').standing).toMatchObject({ report: { outcome: 'referred' } })
    const again = { type: 'ChooseOutcome', assignment: story.idOf('DAMKAR'), outcome: 'handled' } as const
    expect(story.refused(again).code).toBe('alreadyDone')
  })

  test('an operator files it for the agency, with the true time', () => {
    const story = given(cleared).forward('4m')
    const at = story.now - ms('2m')
    story.tell({ ...words(story), outcome: 'handled', at }, operator)
    expect(story.assignment('DAMKAR').standing).toMatchObject({ report: { at, by: operator } })
    const early = { ...words(story), outcome: 'handled', at: story.now + 1 } as const
    expect(given(cleared).refused(early).code).toBe('timeInFuture')
  })

  test('not before the crew is done', () => {
    const story = given(notified()).press('DAMKAR', 'arrive')
    expect(story.refused({ ...words(story), outcome: 'handled' }).code).toBe('notNow')
  })
})

describe('accepting', () => {
  test('settles the agency, once', () => {
    const story = given(cleared).report('DAMKAR').forward('1m').accept('DAMKAR')
    const at = story.now
    expect(story.status('DAMKAR')).toBe('reportAccepted')
    story.forward('1m')
    const again = { type: 'AcceptReport', assignment: story.idOf('DAMKAR') } as const
    expect(story.refused(again, supervisor)).toEqual({
      code: 'alreadyDone',
      params: { action: 'acceptReport', by: 'Operator Satu', at },
    })
  })

  test('needs a report', () => {
    const story = given(cleared)
    expect(story.refused({ type: 'AcceptReport', assignment: story.idOf('DAMKAR') })).toMatchObject({
      code: 'notNow',
      params: { action: 'acceptReport', status: 'cleared', by: 'Regu DAMKAR' },
    })
  })

  test('the last one brings the closing', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').press('DAMKAR', 'clear').report('DAMKAR')
    expect(story.phase).toBe('dispatched')
    expect(story.forward('1m').accept('DAMKAR').phase).toBe('closing')
    expect(story.incident.allAcceptedAt).toBe(story.now)
  })
})

describe('returning', () => {
  const returned: Beginning = story => {
    cleared(story)
    story.report('DAMKAR', 'referred').forward('1m')
    story.sent()
    story.tell({ type: 'ReturnReport', assignment: story.idOf('DAMKAR'), remark: 'text:remark' })
  }

  test('asks the agency again; its outcome stays, its clock runs on', () => {
    const story = given(returned)
    expect(story.sent()).toEqual(['report returned to DAMKAR', 'cards'])
    expect(story.assignment('DAMKAR').standing).toEqual({
      status: 'cleared',
      remotely: false,
      outcome: 'referred',
      returnedRemark: 'text:remark',
    })
    expect(story.sayClock('S6 DAMKAR')).toBe('running')
    story.forward('1m').tell(words(story), member('DAMKAR')).accept('DAMKAR')
    expect(story.sayClock('S6 DAMKAR')).toBe('stopped after 120 s')
  })

  test('needs a report', () => {
    const story = given(returned)
    const again = { type: 'ReturnReport', assignment: story.idOf('DAMKAR'), remark: 'text:remark' } as const
    expect(story.refused(again).code).toBe('notNow')
  })
})

describe('waiving', () => {
  test.each([
    ['a report that will not come', (_: Story) => {}],
    ['a report that is not worth returning', (story: Story) => story.report('DAMKAR')],
  ])('%s settles the agency, with a reason', (_, begin) => {
    const story = given(cleared, begin)
    story.forward('1m').tell({ type: 'WaiveReport', assignment: story.idOf('DAMKAR'), reason: 'text:reason' })
    expect(story.assignment('DAMKAR').standing).toEqual({ status: 'reportWaived', reason: 'text:reason', by: operator })
    expect(story.sayClock('S6 DAMKAR')).toBe('stopped after 60 s')
  })

  test('is not for a crew that is still out', () => {
    const story = given(notified()).press('DAMKAR', 'arrive')
    const waive = { type: 'WaiveReport', assignment: story.idOf('DAMKAR'), reason: 'text:reason' } as const
    expect(story.refused(waive)).toMatchObject({ code: 'notNow', params: { status: 'onScene' } })
  })
})
