import { describe, expect, test } from 'vitest'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import {
  alerting,
  answered,
  catOnRoof,
  houseFire,
  lone,
  notified,
  onTheWay,
  plan,
  settled,
  submitted,
} from './support/beginnings.ts'
import { type Beginning, given, givenBy } from './support/story.ts'
import { ms } from './support/time.ts'

describe('response, P1 and P2', () => {
  test("an agency's own limit: at 0.75, 1 and 1.5 of 900 s, then every 300 s with a number", () => {
    const story = given(onTheWay())
    expect(story.incident.priority).toBe(1)
    expect(story.timeline('2000s')).toEqual([
      '675 s: ping S4b DAMKAR at 0.75: agency (DAMKAR)',
      '900 s: ping S4b DAMKAR at 1: agency,dutyOfficer,supervisorOnDuty (DAMKAR)',
      '1350 s: ping S4b DAMKAR at 1.5: agencyCommander,supervisorOnDuty (DAMKAR)',
      '1650 s: ping S4b DAMKAR at r1: supervisorOnDuty (DAMKAR)',
      '1950 s: ping S4b DAMKAR at r2: supervisorOnDuty (DAMKAR)',
    ])
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test("a desk's limit: at 0.75 whoever has the incident, then like an agency's", () => {
    const story = given(lone())
    expect(story.timeline('300s')).toEqual([
      '135 s: ping S4a DAMKAR at 0.75: owner (DAMKAR)',
      '180 s: ping S4a DAMKAR at 1: agency,dutyOfficer,supervisorOnDuty (DAMKAR)',
      '270 s: ping S4a DAMKAR at 1.5: agencyCommander,supervisorOnDuty (DAMKAR)',
    ])
    expect(story.fired('S4a DAMKAR')).toEqual(['0.75', '1', '1.5'])
  })

  test('P2 climbs like P1', () => {
    const story = given(lone('DAMKAR', { ...houseFire, type: { known: 'HWN' } }))
    expect(story.incident.priority).toBe(2)
    expect(story.timeline('180s')).toHaveLength(2)
  })

  test('the clock stops: nothing more', () => {
    const story = given(lone()).forward('200s').press('DAMKAR', 'depart')
    story.sent()
    expect(story.timeline('600s')).toEqual([])
  })
})

describe('whom a limit of the whole incident waits for', () => {
  test('S3: the agencies that no alert is confirmed of; an inform agency is phoned, not pinged', () => {
    const story = given(alerting()).deliver('DAMKAR', 'DINKES').forward('100s')
    story.press('DAMKAR', 'depart').press('DINKES', 'depart')
    story.sent()
    expect(story.timeline('80s')).toEqual([
      '20 s: ping S3 at 1: agency,dutyOfficer,supervisorOnDuty (PLN)',
      '80 s: ping S3 at 1.5: agencyCommander,supervisorOnDuty (PLN)',
    ])
    expect(story.toPhone()).toEqual(['PLN unreachable', 'POLRES unreachable'])
    story.deliver('PLN', 'POLRES')
    expect(story.toPhone()).toEqual([])
  })

  test('S3 of an incident that nobody dispatched: only the supervisors', () => {
    const story = given(submitted())
    expect(story.timeline('180s')).toEqual([
      '0 s: call hears intake.submitted',
      '90 s: ping S3 at 0.75: owner ()',
      '120 s: ping S3 at 1: agency,dutyOfficer,supervisorOnDuty ()',
      '180 s: ping S3 at 1.5: agencyCommander,supervisorOnDuty ()',
    ])
    expect(story.toPhone()).toEqual([])
  })

  test('S3: not who joined later, nor who was released', () => {
    const story = given(alerting()).standDown('PLN').deliver('DAMKAR', 'DINKES').forward('100s')
    story.press('DAMKAR', 'depart').press('DINKES', 'depart').add('BPBD')
    story.told()
    expect(story.timeline('80s')).toEqual([
      '20 s: ping S3 at 1: agency,dutyOfficer,supervisorOnDuty ()',
      '80 s: ping S3 at 1.5: agencyCommander,supervisorOnDuty ()',
    ])
    expect(story.toPhone()).toEqual(['POLRES unreachable', 'BPBD unreachable'])
  })

  test('S5: the lead that has acknowledged but not set out; not who joined later', () => {
    const story = given(notified([plan('DAMKAR', 'lead'), plan('PLN'), plan('DINKES')]))
    story.press('DAMKAR', 'acknowledge').press('PLN', 'acknowledge').decline('DINKES').add('BPBD')
    story.deliver('BPBD').press('BPBD', 'acknowledge')
    const s5 = story.timeline('630s').filter(line => line.includes('S5'))
    expect(s5).toEqual([
      '315 s: ping S5 at 0.75: owner (DAMKAR)',
      '420 s: ping S5 at 1: agency,dutyOfficer,supervisorOnDuty (DAMKAR)',
      '630 s: ping S5 at 1.5: agencyCommander,supervisorOnDuty (DAMKAR)',
    ])
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test('C3 waits for a dispatcher: no agency', () => {
    const story = givenBy(cilegon, answered()).tell({ type: 'SubmitIntake' })
    expect(story.timeline('90s').slice(1)).toEqual([
      '45 s: ping C3 at 0.75: owner ()',
      '60 s: ping C3 at 1: agency,dutyOfficer,supervisorOnDuty ()',
      '90 s: ping C3 at 1.5: agencyCommander,supervisorOnDuty ()',
    ])
    expect(story.toPhone()).toEqual([])
  })
})

describe('response, P3 and P4', () => {
  test('nobody is pinged; an alert that nobody answered becomes a phone task', () => {
    const story = given(lone('DAMKAR', catOnRoof))
    expect(story.incident.priority).toBe(3)
    expect(story.timeline('3h')).toEqual([])
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
    expect(story.incident.phoneTasks.map(({ raisedAt }) => raisedAt)).toEqual([story.now - ms('3h') + ms('180s')])
  })

  test('an alert that was answered does not', () => {
    expect(given(onTheWay(catOnRoof)).forward('3h').toPhone()).toEqual([])
  })

  test('raised to P1 later, the urgent ladder misses none of its rungs', () => {
    const story = given(lone('DAMKAR', catOnRoof)).forward('200s')
    story.tell({ type: 'AnswerIntake', change: { type: { known: 'KBK-BGN' } } })
    expect(story.incident.priority).toBe(1)
    story.sent()
    expect(story.timeline('70s')).toEqual([
      '0 s: ping S4a DAMKAR at 0.75: owner (DAMKAR)',
      '0 s: ping S4a DAMKAR at 1: agency,dutyOfficer,supervisorOnDuty (DAMKAR)',
      '70 s: ping S4a DAMKAR at 1.5: agencyCommander,supervisorOnDuty (DAMKAR)',
    ])
  })

  test('lowered to P3 the repetitions end', () => {
    const story = given(lone()).forward('600s')
    expect(story.fired('S4a DAMKAR')).toEqual(['0.75', '1', '1.5', 'r1'])
    story.tell({ type: 'AnswerIntake', change: { type: { known: 'RSC' }, victims: { known: {} } } })
    story.sent()
    expect(story.timeline('3h')).toEqual([])
  })
})

describe('after a downtime', () => {
  test('each fraction fires once, and of the repetitions only the latest', () => {
    const story = given(onTheWay()).sleep('3000s')
    story.tell({ type: 'FireDue' })
    expect(story.sent()).toEqual([
      'ping S4b DAMKAR at 0.75: agency (DAMKAR)',
      'ping S4b DAMKAR at 1: agency,dutyOfficer,supervisorOnDuty (DAMKAR)',
      'ping S4b DAMKAR at 1.5: agencyCommander,supervisorOnDuty (DAMKAR)',
      'ping S4b DAMKAR at r5: supervisorOnDuty (DAMKAR)',
    ])
    expect(story.timeline('300s')).toEqual(['150 s: ping S4b DAMKAR at r6: supervisorOnDuty (DAMKAR)'])
  })

  test('what was told before is not told again', () => {
    const story = given(onTheWay()).forward('1700s').sleep('1000s')
    story.sent()
    story.tell({ type: 'FireDue' })
    expect(story.sent()).toEqual(['ping S4b DAMKAR at r4: supervisorOnDuty (DAMKAR)'])
    const before = story.events.length
    expect(story.tell({ type: 'FireDue' }).events.length).toBe(before)
  })

  test('the earliest comes first, whatever the clock', () => {
    const story = given(notified([plan('DAMKAR', 'lead'), plan('PLN')])).sleep('430s')
    story.tell({ type: 'FireDue' })
    const dueAts = story.incident.fired.map(({ dueAt }) => dueAt)
    const fractions = dueAts.slice(0, -2)
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
    expect(story.dueAt).toBeGreaterThan(story.now)
  })
})

describe('report', () => {
  const cleared: Beginning = story => {
    onTheWay()(story)
    story.press('DAMKAR', 'arrive').press('DAMKAR', 'clear')
    story.sent()
  }

  test('the agency at 1, the list of the operator at 1.5, whatever the priority', () => {
    const story = given(cleared)
    expect(story.timeline('3h')).toEqual(['300 s: ping S6 DAMKAR at 1: agency (DAMKAR)'])
    expect(story.openItems()).toEqual(['reportOverdue DAMKAR'])
    expect(story.incident.attention[0]?.at).toBe(story.now - ms('3h') + ms('450s'))
  })

  test('an agency that reported is not asked; its report waits on the list', () => {
    const story = given(cleared).report('DAMKAR')
    story.sent()
    expect(story.timeline('1h')).toEqual([])
    expect(story.openItems()).toEqual(['reportOverdue DAMKAR'])
    story.accept('DAMKAR')
    expect(story.openItems()).toEqual([])
  })

  test('a late report is off the list when it is accepted; in Cilegon, whose limit ends there, when it is filed', () => {
    const story = given(cleared).forward('500s').report('DAMKAR')
    expect(story.openItems()).toEqual(['reportOverdue DAMKAR'])
    expect(story.accept('DAMKAR').openItems()).toEqual([])
    expect(givenBy(cilegon, cleared).forward('500s').report('DAMKAR').openItems()).toEqual([])
  })

  test('a waived one too', () => {
    const story = given(cleared).forward('500s')
    story.tell({ type: 'WaiveReport', assignment: story.idOf('DAMKAR'), reason: 'text:reason' })
    expect(story.openItems()).toEqual([])
  })
})

test("desk: one message to the supervisors' chat at the limit", () => {
  expect(given(settled).timeline('1h')).toEqual(['120 s: ping S7 at 1: supervisorsChat ()'])
})
