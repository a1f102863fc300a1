import { describe, expect, test } from 'vitest'
import { alerting, lone, notified, plan } from './support/beginnings.ts'
import { given, type Story } from './support/story.ts'

const reopen = { type: 'ReopenIncident' } as const
const note = (story: Story, agency: string) =>
  story.tell({ type: 'NoteClosure', assignment: story.idOf(agency), result: 'sent' })

/** A fire of one agency, closed and archived. */
const archived = (): Story => {
  const story = given(lone()).forward('10m').finish('DAMKAR').forward('30s').tell({ type: 'CloseIncident' })
  note(story.forward('10s'), 'DAMKAR')
  story.sent()
  return story
}

describe('an archived incident is reopened (DESIGN: within 24 hours)', () => {
  test('it is back at the closing; the groups hear it; what was reported stays', () => {
    const story = archived().forward('23h').tell(reopen)
    expect(story.phase).toBe('closing')
    expect(story.sent()).toEqual(['update reopened to DAMKAR', 'cards'])
    expect(story.status('DAMKAR')).toBe('reportAccepted')
  })

  test('an answer that comes after the reopening stops no limit that had ended without it, not even at once', () => {
    const story = given(alerting([plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')])).deliver('DAMKAR')
    story.finish('DAMKAR').tell({ type: 'CloseIncident' })
    for (const agency of ['DAMKAR', 'POLRES']) note(story, agency)
    expect(story.sayClock('S3')).toMatch(/^ended/)
    const before = story.sayClock('S3')
    story.tell(reopen).press('POLRES', 'receive')
    expect(story.sayClock('S3')).toBe(before)
  })

  test('clocks that had stopped stay as they were, and none is due; new assignments run their own', () => {
    const story = archived()
    const before = ['S3', 'S4a DAMKAR', 'S4b DAMKAR', 'S5', 'S6 DAMKAR', 'S7', 'TOTAL'].map(name => [
      name,
      story.sayClock(name),
    ])
    story.forward('1h').tell(reopen)
    expect(story.dueAt).toBeNull()
    story.add('DAMKAR', 'lead').forward('5s').deliver('DAMKAR').forward('20s').press('DAMKAR', 'acknowledge')
    story.forward('2m').press('DAMKAR', 'arrive')
    const clocks = story.incident.assignments[1]?.id ?? ''
    expect(clocks).toBe('INC/DAMKAR/2')
    expect(story.clockOf('S4a', clocks)).toBe('stopped after 20 s')
    expect(story.clockOf('S4b', clocks)).toBe('stopped after 120 s')
    story.press('DAMKAR', 'clear').report('DAMKAR').accept('DAMKAR').forward('9m').tell({ type: 'CloseIncident' })
    note(story, 'DAMKAR')
    expect(story.phase).toBe('archived')
    expect(before.map(([name = '']) => [name, story.sayClock(name)])).toEqual(before)
  })

  test('a limit that had run on to the archive does not run again', () => {
    const story = given(alerting([plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')]))
    story.deliver('DAMKAR').finish('DAMKAR').tell({ type: 'CloseIncident' })
    note(story, 'DAMKAR')
    note(story, 'POLRES')
    const ended = story.sayClock('S3')
    expect(ended).toContain('ended')
    story.forward('1h').tell(reopen)
    expect(story.toPhone()).toEqual(['POLRES unreachable'])
    story.deliver('POLRES')
    expect(story.sayClock('S3')).toBe(ended)
  })

  test('closing again needs only what is open, and tells only whom that concerns', () => {
    const story = archived().tell(reopen)
    expect(story.refused({ type: 'SubmitIntake' }).code).toBe('alreadyDone')
    story.add('PLN').deliver('PLN')
    expect(story.refused({ type: 'CloseIncident' })).toEqual({ code: 'reportsOpen', params: { agencies: 'PLN' } })
    story.finish('PLN').sent()
    story.tell({ type: 'CloseIncident' })
    expect(story.sent()).toEqual(['closure PLN', 'cards'])
    note(story, 'PLN')
    expect(story.phase).toBe('archived')
  })

  test('and again, each time within a day of its last closing', () => {
    const story = archived().forward('23h').tell(reopen).tell({ type: 'CloseIncident' })
    expect(story.phase).toBe('archived')
    story.forward('23h').tell(reopen)
    expect(story.phase).toBe('closing')
    story.tell({ type: 'CloseIncident' }).forward('24h').tell(reopen).tell({ type: 'CloseIncident' })
    const until = story.now + 24 * 3_600_000
    story.forward('24h').forward('1s')
    expect(story.refused(reopen)).toEqual({ code: 'reopenExpired', params: { until } })
  })
})

describe('an incident that is closed and not archived yet', () => {
  test('is reopened too; a notice that was under way is asked for again', () => {
    const story = given(notified([plan('DAMKAR', 'lead'), plan('PLN')]))
      .finish('DAMKAR')
      .finish('PLN')
    story.tell({ type: 'CloseIncident' })
    note(story, 'PLN')
    story.forward('1m').tell(reopen)
    expect(story.sayClock('S7')).toBe('ended after 60 s')
    story.sent()
    note(story, 'DAMKAR')
    expect(story.phase).toBe('closing')
    story.tell({ type: 'CloseIncident' })
    expect(story.sent()).toEqual(['closure DAMKAR', 'cards'])
    note(story, 'DAMKAR')
    expect(story.sayClock('S7')).toBe('ended after 60 s')
  })

  test('an agency that somebody was to phone about the end is not phoned about it', () => {
    const story = given(lone()).finish('DAMKAR').tell({ type: 'CloseIncident' })
    story.tell({ type: 'NoteClosure', assignment: story.idOf('DAMKAR'), result: 'failed' })
    expect(story.toPhone()).toEqual(['DAMKAR closure'])
    story.tell(reopen)
    expect(story.toPhone()).toEqual([])
    story.sent()
    story.tell({ type: 'CloseIncident' })
    expect(story.sent()).toEqual(['closure DAMKAR', 'cards'])
  })
})

test('nothing else is reopened', () => {
  expect(given(notified()).refused(reopen)).toEqual({
    code: 'notNow',
    params: { action: 'reopen', status: 'dispatched' },
  })
  const cancelled = given(notified()).tell({ type: 'CancelIncident', reason: 'text:reason' })
  expect(cancelled.refused(reopen).params).toEqual({ action: 'reopen', status: 'cancelled' })
})
