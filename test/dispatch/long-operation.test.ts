import { describe, expect, test } from 'vitest'
import { alerting, houseFire, lone, notified, plan } from './support/beginnings.ts'
import { operator } from './support/people.ts'
import { given, type Story } from './support/story.ts'

const begin = { type: 'StartLongOperation' } as const
const end = { type: 'EndLongOperation' } as const
const sitrep = (story: Story, agency: string) =>
  ({ type: 'RecordSitrep', assignment: story.idOf(agency), text: 'text:sitrep' }) as const

/** Scenario 09: a boat is missing; Basarnas leads, the water police are out, PMI stands by at its post. */
const seaSearch = (): Story => {
  const agencies = [plan('BASARNAS', 'lead'), plan('POLAIRUD'), plan('PMI'), plan('TNIAL', 'support', 'inform')]
  const story = given(notified(agencies, { ...houseFire, type: { known: 'LAUT' } }))
  story.press('BASARNAS', 'depart').press('POLAIRUD', 'arrive').press('PMI', 'acknowledge')
  story.sent()
  return story
}

describe('Operasi lanjutan (scenario 09)', () => {
  test('no rung fires while it runs; the clocks go on to be shown', () => {
    const story = seaSearch().tell(begin)
    expect(story.timeline('11h')).toEqual(['0 s: cards'])
    expect(story.fired('S4b BASARNAS')).toEqual([])
    expect(story.sayClock('S4b BASARNAS')).toBe('running')
    story.press('BASARNAS', 'arrive')
    expect(story.sayClock('S4b BASARNAS')).toBe(`stopped after ${11 * 3600} s`)
  })

  test('twice a day every agency at work is asked how it stands; who is through is not', () => {
    const story = seaSearch().tell(begin).forward('6h').press('PMI', 'clear')
    story.sent()
    expect(story.timeline('6h')).toEqual([`${6 * 3600} s: sitrep? BASARNAS,POLAIRUD`])
    for (const agency of ['BASARNAS', 'POLAIRUD']) story.tell(sitrep(story, agency))
    expect(story.openItems()).toEqual([])
    expect(story.timeline('12h')).toEqual([`${12 * 3600} s: sitrep? BASARNAS,POLAIRUD`])
  })

  test('a SITREP that is missing after two hours is listed, until it comes or the agency is through', () => {
    const story = seaSearch().tell(begin).forward('12h')
    story.tell(sitrep(story, 'PMI')).forward('119m')
    expect(story.openItems()).toEqual([])
    story.forward('1m')
    expect(story.openItems()).toEqual(['sitrepOverdue BASARNAS', 'sitrepOverdue POLAIRUD'])
    story.tell(sitrep(story, 'BASARNAS')).press('POLAIRUD', 'clear')
    expect(story.openItems()).toEqual([])
  })

  test('after a downtime only the latest turn is asked for', () => {
    const story = seaSearch().tell(begin).sleep('50h').forward('1s')
    expect(story.told()).toEqual(['sitrep? BASARNAS,POLAIRUD,PMI'])
    expect(story.timeline('10h')).toEqual([`${10 * 3600 - 1} s: sitrep? BASARNAS,POLAIRUD,PMI`])
  })

  test('when it ends, ladders go on with what lies ahead: rungs that passed meanwhile are skipped', () => {
    const story = seaSearch().tell(begin).forward('40m').tell(end)
    story.sent()
    const lines = story.timeline('10m')
    expect(lines).toEqual([
      expect.stringMatching(/^\d+ s: ping S4b BASARNAS at r4: supervisorOnDuty/),
      expect.stringMatching(/^\d+ s: ping S4b BASARNAS at r5: supervisorOnDuty/),
    ])
    expect(story.fired('S4b BASARNAS')).toEqual(['r4', 'r5'])
  })

  test('an alert that nobody confirmed is never paused; one that nobody answered is phoned about too', () => {
    const story = given(alerting([plan('BASARNAS', 'lead'), plan('POLAIRUD'), plan('PMI')]))
    story.deliver('BASARNAS', 'PMI').press('BASARNAS', 'depart').tell(begin)
    story.forward('60s')
    expect(story.toPhone()).toEqual(['POLAIRUD unreachable', 'PMI unanswered'])
    story.add('BPBD').deliver('BPBD').forward('60s')
    expect(story.toPhone()).toContain('BPBD unanswered')
  })

  test('ending it leaves no unanswered alert behind', () => {
    const story = given(alerting([plan('BASARNAS', 'lead'), plan('PMI')])).deliver('BASARNAS', 'PMI')
    story.press('BASARNAS', 'depart').tell(begin).sleep('20m').tell(end)
    expect(story.toPhone()).toEqual(['PMI unanswered'])
  })

  test('a SITREP may be recorded from the radio, with its true time, also when nobody asked', () => {
    const story = seaSearch().tell(begin).forward('1h')
    story.tell({ ...sitrep(story, 'BASARNAS'), at: story.now - 600_000 }, operator)
    expect(story.events.at(-1)).toMatchObject({
      type: 'SitrepReceived',
      at: story.now - 600_000,
      recordedAt: story.now,
    })
    expect(story.refused({ ...sitrep(story, 'BASARNAS'), at: story.now + 1 }).code).toBe('timeInFuture')
    expect(story.refused(sitrep(story, 'TNIAL')).code).toBe('notNow')
  })

  test('is begun once, ended once, and ends with the incident', () => {
    const story = given(lone()).tell(begin)
    expect(story.refused(begin)).toMatchObject({ code: 'alreadyDone', params: { at: story.now } })
    story.tell(end)
    expect(story.refused(end).code).toBe('notNow')
    story.tell(begin).finish('DAMKAR').tell({ type: 'CloseIncident' })
    expect(story.incident.longOperations?.map(({ until }) => until)).toEqual([story.now, story.now])
    const cancelled = given(lone()).tell(begin).tell({ type: 'CancelIncident', reason: 'text:reason' })
    expect(cancelled.incident.longOperations?.[0]?.until).toBe(cancelled.now)
    expect(cancelled.refused(begin).code).toBe('incidentOver')
  })
})
