import { describe, expect, test } from 'vitest'
import type { ContactPlan } from '../../src/dispatch/incident/assignment.ts'
import { contactsOf } from '../../src/dispatch/incident/contacts.ts'
import type { PlannedAgency } from '../../src/dispatch/incident/incident.ts'
import type { IntakeChange } from '../../src/dispatch/incident/intake.ts'
import { lastUndoable } from '../../src/dispatch/incident/standing.ts'
import type { ContactKind } from '../../src/dispatch/vocabulary.ts'
import { alerting, catOnRoof, houseFire, notified, plan } from './support/beginnings.ts'
import { member, operator } from './support/people.ts'
import { given, type Story } from './support/story.ts'

/** DESIGN, "Contact ladder": group, WhatsApp group, duty officer, phone; P1 60 s, P2 120 s, others 180 s. */

const officer: ContactPlan = { rungs: ['group', 'dutyOfficer', 'phone'] }
const both: ContactPlan = { rungs: ['group', 'whatsapp', 'dutyOfficer', 'phone'] }

const lead = (contact?: ContactPlan): PlannedAgency[] => [
  { ...plan('DAMKAR', 'lead'), ...(contact ? { contact } : {}) },
]
const tried = (story: Story, agency = 'DAMKAR') =>
  contactsOf(story.assignment(agency)).map(({ to, failed }) => (failed ? `${to} failed` : to))
const fails = (story: Story, to: ContactKind, agency = 'DAMKAR') =>
  story.tell({ type: 'NoteDelivery', assignment: story.idOf(agency), result: 'unreachable', to })

describe('a group that shows the alert and stays silent', () => {
  test.each([
    ['KBK-BGN', 1, 60],
    ['HWN', 2, 120],
    ['RSC', 3, 180],
    ['LALIN', 4, 180],
  ])(
    '%s (P%i): the duty officer gets the alert after %i s, the phone comes as long after that',
    (type, priority, s) => {
      const change: IntakeChange = { ...houseFire, type: { known: type }, victims: 'unknown', hazards: [] }
      const story = given(notified(lead(officer), change))
      expect(story.incident.priority).toBe(priority)
      story.forward(`${s - 1}s`)
      expect(story.told().filter(line => line.startsWith('alert'))).toEqual([])
      story.forward('1s')
      expect(story.told().filter(line => line.startsWith('alert'))).toEqual(['alert DAMKAR dutyOfficer'])
      if (priority < 3) expect(story.forward(`${s - 1}s`).toPhone()).toEqual([])
      expect(story.forward(`${s}s`).toPhone()).toEqual(['DAMKAR unanswered'])
      expect(tried(story).slice(0, 2)).toEqual(['group', 'dutyOfficer'])
    },
  )

  test('climbs rung by rung, each once, however long it takes', () => {
    const story = given(notified(lead(both)))
    const alerts = story.timeline('1h').filter(line => line.includes('alert'))
    expect(alerts).toEqual(['60 s: alert DAMKAR whatsapp', '120 s: alert DAMKAR dutyOfficer'])
    expect(tried(story)).toEqual(['group', 'whatsapp', 'dutyOfficer', 'phone'])
    expect(story.incident.phoneTasks).toHaveLength(1)
  })

  test('the times are the agency’s own data', () => {
    const own = { ...officer, answerSeconds: { 1: 20, 2: 40, 3: 60, 4: 60 } }
    const story = given(notified(lead(own)))
    expect(story.forward('20s').told()).toEqual(['alert DAMKAR dutyOfficer'])
    expect(story.forward('20s').toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test.each(['acknowledge', 'depart', 'arrive', 'clear'] as const)('%s stops the climb', action => {
    const story = given(notified(lead(officer)))
      .forward('59s')
      .press('DAMKAR', action)
    story.sent()
    story.forward('5m')
    expect(tried(story)).toEqual(['group'])
    expect(story.toPhone()).toEqual([])
  })

  test('Tidak bisa and stand-down stop it too', () => {
    for (const leave of [(s: Story) => s.decline('DAMKAR'), (s: Story) => s.standDown('DAMKAR')]) {
      const story = given(notified([...lead(officer), plan('PLN')]), leave)
      story.forward('10m')
      expect(tried(story)).toEqual(['group'])
    }
  })

  test('an answer that is taken back gives whoever has the alert the full time again', () => {
    const story = given(notified(lead(officer)))
      .forward('50s')
      .press('DAMKAR', 'acknowledge')
      .forward('30s')
    story.undo('DAMKAR')
    story.sent()
    story.forward('59s')
    expect(tried(story)).toEqual(['group'])
    story.forward('1s')
    expect(tried(story)).toEqual(['group', 'dutyOfficer'])
  })

  test('raised to P1 the shorter time counts', () => {
    const story = given(notified(lead(officer), catOnRoof)).forward('100s')
    story.tell({ type: 'AnswerIntake', change: { type: { known: 'KBK-BGN' } } }).tell({ type: 'FireDue' })
    expect(story.told()).toContain('alert DAMKAR dutyOfficer')
  })
})

describe('an alert that does not get there', () => {
  test('leaves a rung that leads nowhere at once, and nobody is alarmed while another is tried', () => {
    const story = given(alerting(lead(officer)))
    story.sent()
    fails(story, 'group')
    expect(story.sent()).toEqual(['alert DAMKAR dutyOfficer'])
    expect([story.toPhone(), story.openItems()]).toEqual([[], []])
    story.tell({ type: 'NoteDelivery', assignment: story.idOf('DAMKAR'), result: 'sent', to: 'dutyOfficer' })
    expect(story.status('DAMKAR')).toBe('notified')
  })

  test('no channel reaches the agency: the alarm and the phone come at once', () => {
    const story = given(alerting(lead(officer)))
    fails(story, 'group')
    story.sent()
    fails(story, 'dutyOfficer')
    expect(story.sent()).toEqual(['help unreachable DAMKAR'])
    expect(tried(story)).toEqual(['group failed', 'dutyOfficer failed', 'phone'])
    expect(story.toPhone()).toEqual(['DAMKAR unreachable'])
    fails(story, 'dutyOfficer')
    expect(story.sent()).toEqual([])
  })

  test('the last message fails after the phone was tried: the alarm comes then', () => {
    const story = given(alerting(lead(officer))).forward('120s')
    expect(story.toPhone()).toEqual(['DAMKAR unreachable'])
    fails(story, 'group')
    expect(story.openItems()).toEqual([])
    fails(story, 'dutyOfficer')
    expect(story.openItems()).toEqual(['unreachable DAMKAR'])
  })

  test('that comes through late needs no phone, but an answer in time', () => {
    const story = given(alerting(lead(officer)))
      .forward('120s')
      .deliver('DAMKAR')
    expect(story.toPhone()).toEqual([])
    expect(story.forward('59s').toPhone()).toEqual([])
    expect(story.forward('1s').toPhone()).toEqual(['DAMKAR unanswered'])
    expect(tried(story)).toEqual(['group', 'dutyOfficer', 'phone'])
  })

  test('a duty officer who blocked the bot is passed over, though the group has the alert', () => {
    const story = given(notified(lead(officer))).forward('60s')
    fails(story, 'dutyOfficer')
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
    expect(story.openItems()).toEqual([])
  })
})

describe('an agency that is only informed', () => {
  const informed = [plan('DAMKAR', 'lead'), { ...plan('POLRES', 'support', 'inform'), contact: officer }]

  test('climbs while no send is confirmed', () => {
    const story = given(alerting(informed)).forward('60s')
    expect(tried(story, 'POLRES')).toEqual(['group', 'dutyOfficer'])
    expect(story.forward('60s').toPhone()).toContain('POLRES unreachable')
  })

  test('a confirmed send stops it: no answer is asked of it', () => {
    const story = given(notified(informed)).forward('1h')
    expect(tried(story, 'POLRES')).toEqual(['group'])
    expect(story.toPhone().filter(line => line.startsWith('POLRES'))).toEqual([])
  })
})

describe('beside the limits of the standard', () => {
  test('nobody gets the same thing twice in one minute: the alert takes the place of the duty officer’s ping', () => {
    const change = { ...houseFire, type: { known: 'HWN' } } as const
    const slow = { ...officer, answerSeconds: { 1: 60, 2: 150, 3: 180, 4: 180 } }
    const story = given(notified(lead(slow), change))
    expect(story.timeline('300s').filter(line => /dutyOfficer/.test(line))).toEqual([
      '150 s: alert DAMKAR dutyOfficer',
      '180 s: ping S4a DAMKAR at 1: agency,dutyOfficer,supervisorOnDuty (DAMKAR) but not the officer of DAMKAR',
    ])
  })

  test('a limit that comes first brings the alert itself to the duty officer', () => {
    const change = { ...houseFire, type: { known: 'HWN' } } as const
    const late = { ...officer, answerSeconds: { 1: 60, 2: 200, 3: 200, 4: 200 } }
    const story = given(notified(lead(late), change))
    expect(story.timeline('210s').filter(line => /dutyOfficer/.test(line))).toEqual([
      '180 s: alert DAMKAR dutyOfficer',
      '180 s: ping S4a DAMKAR at 1: agency,dutyOfficer,supervisorOnDuty (DAMKAR) but not the officer of DAMKAR',
    ])
  })

  test('a phone task of the limit and one of the ladder are one', () => {
    const story = given(notified(lead(officer))).forward('2h')
    expect(story.incident.phoneTasks.map(({ cause }) => cause)).toEqual(['unanswered'])
  })
})

describe('posts', () => {
  const post = (code: string, role: 'lead' | 'support' = 'support') => ({ ...plan('DAMKAR', role), post: code })

  test('one agency is alerted at two posts, each with an assignment of its own', () => {
    const story = given(alerting([post('UTARA', 'lead'), post('GENUK'), plan('DAMKAR')]))
    expect(story.incident.assignments.map(({ id, post: at }) => [id, at])).toEqual([
      ['INC/DAMKAR/1', 'UTARA'],
      ['INC/DAMKAR/2', 'GENUK'],
      ['INC/DAMKAR/3', undefined],
    ])
  })

  test('the same post is not alerted twice, neither at first nor later', () => {
    const story = given(alerting([post('UTARA', 'lead')]))
    const again = { type: 'AddAgency', agency: post('UTARA') } as const
    expect(story.refused(again)).toEqual({ code: 'duplicateAgency', params: { agency: 'DAMKAR', post: 'UTARA' } })
    story.tell({ type: 'AddAgency', agency: post('GENUK') })
    const other = given(notified())
    other.tell({ type: 'AddAgency', agency: post('GENUK') })
    expect(other.refused({ type: 'AddAgency', agency: plan('DAMKAR') }).params).toEqual({ agency: 'DAMKAR' })
  })

  test('another post does not stand in the way of Urungkan, the same one does', () => {
    const story = given(notified([post('UTARA', 'lead'), post('GENUK')]))
    const [, genuk] = story.incident.assignments
    const decline = { type: 'DeclineAssignment', assignment: genuk?.id ?? '', reason: 'noUnit' } as const
    story.tell(decline, member('DAMKAR'))
    story.tell(
      { type: 'UndoAction', assignment: decline.assignment, seq: lastUndoable(story.assignment('DAMKAR'))?.seq ?? 0 },
      member('DAMKAR'),
    )
    expect(story.incident.assignments[1]?.standing.status).toBe('notified')
  })
})

describe('the list of numbers', () => {
  const phoned = () => given(notified(lead())).forward('60s')
  const noAnswer = (story: Story, numbers: number) =>
    story.tell(
      { type: 'RecordPhoneTask', task: story.openPhoneTasks()[0]?.id ?? '', outcome: 'noAnswer', numbers },
      operator,
    )

  test('goes on to the next number and round again; the supervisors are alarmed once, when it is through', () => {
    const story = phoned()
    story.sent()
    noAnswer(story, 3)
    noAnswer(story, 3)
    expect(story.openItems()).toEqual([])
    noAnswer(story, 3)
    expect(story.sent()).toEqual(['help phonesSilent DAMKAR'])
    for (let more = 0; more < 4; more += 1) noAnswer(story, 3)
    expect(story.sent()).toEqual([])
    expect(story.openPhoneTasks()[0]?.attempts.map(({ number }) => number)).toEqual([1, 2, 3, 1, 2, 3, 1])
    expect(story.openItems()).toEqual(['phonesSilent DAMKAR'])
  })

  test('the alarm is over when the agency is reached, by voice or by itself', () => {
    for (const reach of [
      (story: Story) => story.press('DAMKAR', 'acknowledge'),
      (story: Story) =>
        story.tell({ type: 'RecordPhoneTask', task: story.openPhoneTasks()[0]?.id ?? '', outcome: 'accepted' }),
    ]) {
      const story = noAnswer(phoned(), 0)
      expect(story.openItems()).toEqual(['phonesSilent DAMKAR'])
      reach(story)
      expect(story.openItems()).toEqual([])
      expect(story.status('DAMKAR')).toBe('acknowledged')
    }
  })
})

describe('a PEMBARUAN that no chat shows', () => {
  const failed = (story: Story) =>
    story.tell({ type: 'NoteUpdate', assignment: story.idOf('DAMKAR'), result: 'failed' })

  test('is told by phone, and the crew’s next press does not say that it knows', () => {
    const story = given(notified(lead())).press('DAMKAR', 'acknowledge')
    failed(story)
    failed(story)
    story.press('DAMKAR', 'depart')
    expect(story.toPhone()).toEqual(['DAMKAR update'])
    story.tell({ type: 'RecordPhoneTask', task: story.openPhoneTasks()[0]?.id ?? '', outcome: 'accepted' })
    expect(story.incident.phoneTasks[0]?.done?.outcome).toBe('told')
    expect(story.status('DAMKAR')).toBe('enRoute')
  })

  test('that comes through after all needs no call', () => {
    const story = failed(given(notified(lead())).press('DAMKAR', 'acknowledge'))
    story.tell({ type: 'NoteUpdate', assignment: story.idOf('DAMKAR'), result: 'sent' })
    expect(story.toPhone()).toEqual([])
  })

  test('to an agency that has not answered shares the place of its phone task', () => {
    const story = failed(failed(given(notified(lead()))))
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
    story.tell({ type: 'RecordPhoneTask', task: story.openPhoneTasks()[0]?.id ?? '', outcome: 'accepted' })
    expect(story.status('DAMKAR')).toBe('acknowledged')
  })

  test('that the incident is called off is told too, also to a crew that was stood down', () => {
    const cancelled = given(notified(lead()))
      .press('DAMKAR', 'depart')
      .tell({ type: 'CancelIncident', reason: 'text:r' })
    expect(failed(cancelled).toPhone()).toEqual(['DAMKAR update'])
    const released = given(notified([...lead(), plan('PLN')]))
      .press('DAMKAR', 'depart')
      .standDown('DAMKAR')
    expect(failed(released).toPhone()).toEqual(['DAMKAR update'])
  })

  test('an unknown assignment is refused', () => {
    const story = given(notified())
    expect(story.refused({ type: 'NoteUpdate', assignment: 'INC/NONE/1', result: 'failed' }).code).toBe('notFound')
  })
})
