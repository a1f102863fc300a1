import { describe, expect, test } from 'vitest'
import { lone, onTheWay } from './support/beginnings.ts'
import { otherSupervisor, supervisor } from './support/people.ts'
import { given, type Story } from './support/story.ts'
import { ms } from './support/time.ts'

const key = (story: Story, id: string) => `${id}:${story.idOf('DAMKAR')}`
const take = (story: Story, id: string) => ({ type: 'TakeEscalation', clock: key(story, id) }) as const

describe('Saya tangani', () => {
  test('silences the supervisors for 600 s, on this clock only', () => {
    const story = given(onTheWay()).forward('1400s')
    story.sent()
    story.tell(take(story, 'S4b'), supervisor)
    expect(story.incident.silencedUntil[key(story, 'S4b')]).toBe(story.now + ms('600s'))
    // repetitions stand at 1650, 1950 and 2250 s: the first that lies behind the silence (2000 s) is the third
    expect(story.timeline('1200s')).toEqual([
      '850 s: ping S4b DAMKAR at r3: supervisorOnDuty (DAMKAR)',
      '1150 s: ping S4b DAMKAR at r4: supervisorOnDuty (DAMKAR)',
    ])
    expect(story.fired('S4b DAMKAR')).toEqual(['0.75', '1', '1.5', 'r3', 'r4'])
  })

  test('does not silence the agency, nor the phone', () => {
    const story = given(onTheWay()).forward('700s')
    story.sent()
    story.tell(take(story, 'S4b'), supervisor)
    expect(story.timeline('650s')).toEqual([
      '200 s: ping S4b DAMKAR at 1: agency,dutyOfficer (DAMKAR)',
      '650 s: ping S4b DAMKAR at 1.5: agencyCommander,supervisorOnDuty (DAMKAR)',
    ])
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test('a second supervisor learns who has it; once the silence is over it can be taken again', () => {
    const story = given(onTheWay())
      .forward('1400s')
      .tell(take(given(onTheWay()), 'S4b'), supervisor)
    const at = story.now
    story.forward('5m')
    expect(story.refused(take(story, 'S4b'), otherSupervisor)).toEqual({
      code: 'alreadyDone',
      params: { action: 'takeEscalation', by: 'Penyelia Dua', at },
    })
    story.forward('5m').tell(take(story, 'S4b'), otherSupervisor)
    expect(story.incident.takenBy[key(story, 'S4b')]).toEqual({ by: otherSupervisor, at: story.now })
  })

  test('needs a clock that runs', () => {
    const story = given(lone())
    expect(story.refused(take(story, 'S4b'), supervisor)).toEqual({
      code: 'clockNotRunning',
      params: { clock: key(story, 'S4b'), by: 'Penyelia Dua' },
    })
    story.press('DAMKAR', 'depart')
    expect(story.refused(take(story, 'S4a'), supervisor).code).toBe('clockNotRunning')
  })
})
