import { describe, expect, test } from 'vitest'
import { incidentClocks } from '../../src/dispatch/clocks/incident-clocks.ts'
import type { IncidentCommand } from '../../src/dispatch/incident/commands.ts'
import { alerting, answered, lone, notified, opened, plan, settled, submitted } from './support/beginnings.ts'
import { operator } from './support/people.ts'
import { type Beginning, given, type Story } from './support/story.ts'

const noteClosure = (story: Story, agency: string, result: 'sent' | 'failed'): IncidentCommand => ({
  type: 'NoteClosure',
  assignment: story.idOf(agency),
  result,
})

const closed: Beginning = story => {
  notified([plan('DAMKAR', 'lead'), plan('PLN'), plan('POLRES', 'support', 'inform')])(story)
  story.decline('PLN').finish('DAMKAR')
  story.sent()
  story.forward('30s').tell({ type: 'CloseIncident' })
}

describe('closing', () => {
  test('tells every agency that still has a part, inform agencies too, and waits for the notices', () => {
    const story = given(closed)
    expect(story.sent()).toEqual(['closure DAMKAR', 'closure POLRES', 'cards'])
    expect(story.phase).toBe('closed')
    expect(story.openItems()).toEqual([])
    story.tell(noteClosure(story, 'DAMKAR', 'sent'))
    expect(story.phase).toBe('closed')
    story.forward('10s').tell(noteClosure(story, 'POLRES', 'sent'))
    expect(story.incident.phase).toMatchObject({ status: 'archived', at: story.now })
    expect(story.sayClock('S7')).toBe('stopped after 40 s')
    expect(story.sent()).toEqual([])
  })

  test('a notice that cannot be delivered becomes a phone task and does not hold the archive', () => {
    const story = given(closed).tell(noteClosure(given(closed), 'POLRES', 'sent'))
    story.tell(noteClosure(story, 'DAMKAR', 'failed'))
    expect(story.phase).toBe('archived')
    expect(story.toPhone()).toEqual(['DAMKAR closure'])
    const task = story.openPhoneTasks()[0]?.id ?? ''
    story.forward('1m').tell({ type: 'RecordPhoneTask', task, outcome: 'noAnswer' })
    expect(story.toPhone()).toEqual(['DAMKAR closure'])
    story.tell({ type: 'RecordPhoneTask', task, outcome: 'accepted' }, operator)
    expect(story.toPhone()).toEqual([])
    expect(story.incident.phoneTasks.at(-1)?.done).toEqual({ at: story.now, by: operator, outcome: 'told' })
  })

  test('a notice is noted once; one of an unknown assignment is refused', () => {
    const story = given(closed).tell(noteClosure(given(closed), 'DAMKAR', 'sent'))
    const before = story.events.length
    story.tell(noteClosure(story, 'DAMKAR', 'failed'))
    expect(story.events.length).toBe(before)
    expect(story.refused({ type: 'NoteClosure', assignment: 'INC/NONE/1', result: 'sent' }).code).toBe('notFound')
  })

  test('nobody is chased between the closing and the archive; only the closing itself has a limit', () => {
    const story = given(alerting([plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')]))
    story.finish('DAMKAR').tell({ type: 'CloseIncident' })
    expect(story.sayClock('S3')).toBe('running')
    story.sent()
    story.forward('10m').note('POLRES', 'unreachable')
    expect(story.told()).toEqual(['ping S7 at 1: supervisorsChat ()'])
    expect(story.toPhone()).toEqual([])
    expect(story.openItems()).toEqual([])
  })

  test('an alert that is still on its way is phoned until the closing, and no longer', () => {
    const story = given(alerting([plan('DAMKAR', 'lead'), plan('POLRES', 'support', 'inform')]))
    story.finish('DAMKAR').forward('1m')
    expect(story.phase).toBe('closing')
    expect(story.toPhone()).toEqual(['POLRES unreachable'])
    story.tell({ type: 'CloseIncident' })
    expect(story.toPhone()).toEqual([])
  })

  test('the published total counts from the classified call to the last accepted report', () => {
    const story = given(settled)
    expect(story.sayClock('TOTAL')).toBe('stopped after 105 s')
    expect(story.forward('1h').fired('TOTAL')).toEqual([])
  })

  test('not before the reports are in: it says whose are open', () => {
    const story = given(notified()).finish('DAMKAR').standDown('DINKES')
    expect(story.refused({ type: 'CloseIncident' })).toEqual({ code: 'reportsOpen', params: { agencies: 'PLN' } })
    expect(given(submitted()).refused({ type: 'CloseIncident' }).code).toBe('notNow')
    expect(given(opened).refused({ type: 'CloseIncident' }).code).toBe('notNow')
  })

  test('not twice', () => {
    const story = given(closed)
    expect(story.refused({ type: 'CloseIncident' })).toEqual({
      code: 'incidentOver',
      params: { number: 'SMG-260105-001', status: 'closed' },
    })
  })
})

const phoning: Beginning = story => {
  notified()(story)
  story.forward('6m')
}

describe('cancelling', () => {
  const cancel = { type: 'CancelIncident', reason: 'text:reason' } as const

  test('tells every agency that was alerted and still has a part', () => {
    const story = given(notified()).decline('PLN').press('DAMKAR', 'depart')
    story.sent()
    story.tell(cancel)
    expect(story.sent()).toEqual(['update cancelled to DAMKAR,POLRES,DINKES', 'cards', 'call hears incident.cancelled'])
    expect(story.incident.phase).toEqual({ status: 'cancelled', at: story.now, reason: 'text:reason', by: operator })
    expect(story.openItems()).toEqual([])
  })

  test.each([
    ['during the intake', answered()],
    ['before anybody was alerted', submitted()],
    ['with the alert under way', alerting()],
    ['with an open phone task', phoning],
    ['during the closing', settled],
  ])('%s: every clock ends, nothing is due any more', (_, begin) => {
    const story = given(begin).forward('10s').tell(cancel)
    expect(incidentClocks(story.incident, story.profile).filter(({ state }) => state === 'running')).toEqual([])
    expect(story.dueAt).toBeNull()
    expect(story.toPhone()).toEqual([])
    story.sent()
    expect(story.forward('2h').sent()).toEqual([])
  })

  test('what stopped before counts, what ran ends uncounted', () => {
    const story = given(lone()).forward('30s').press('DAMKAR', 'acknowledge').forward('1m').tell(cancel)
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 30 s')
    expect(story.sayClock('S4b DAMKAR')).toBe('ended after 60 s')
  })

  test('not after the closing, and not twice', () => {
    expect(given(closed).refused(cancel).code).toBe('incidentOver')
    expect(given(notified()).tell(cancel).refused(cancel).code).toBe('incidentOver')
  })
})

describe('after the end nothing changes any more', () => {
  const commands = (story: Story): IncidentCommand[] => {
    const assignment = story.idOf('DAMKAR')
    return [
      { type: 'AnswerIntake', change: { hazards: ['weapon'] } },
      { type: 'TakeIncident' },
      { type: 'DispatchIncident', agencies: [plan('DAMKAR', 'lead')] },
      { type: 'AddAgency', agency: plan('BPBD') },
      { type: 'ActOnAssignment', assignment, action: 'depart' },
      { type: 'DeclineAssignment', assignment, reason: 'noUnit' },
      { type: 'UndoAction', assignment, seq: 1 },
      { type: 'ChooseOutcome', assignment, outcome: 'handled' },
      { type: 'FileReport', assignment, outcome: 'handled', text: 'text:words', lines: {} },
      { type: 'AcceptReport', assignment },
      { type: 'ReturnReport', assignment, remark: 'text:remark' },
      { type: 'WaiveReport', assignment, reason: 'text:reason' },
      { type: 'StandDownAssignment', assignment, reason: 'text:reason' },
      { type: 'TakeEscalation', clock: 'S7' },
      { type: 'CloseIncident' },
      { type: 'CancelIncident', reason: 'text:reason' },
    ]
  }

  test.each([
    ['archived', (story: Story) => story.tell({ type: 'CloseIncident' }).tell(noteClosure(story, 'DAMKAR', 'sent'))],
    ['cancelled', (story: Story) => story.tell({ type: 'CancelIncident', reason: 'text:reason' })],
  ] as const)('%s: every command is refused', (phase, end) => {
    const story = given(settled)
    end(story)
    expect(story.phase).toBe(phase)
    story.sent()
    for (const command of commands(story)) story.refused(command)
    const before = story.events.length
    story
      .note('DAMKAR', 'sent')
      .tell({ type: 'FireDue' })
      .tell(noteClosure(story, 'DAMKAR', 'sent'))
    expect(story.events.length).toBe(before)
    expect(story.sent()).toEqual([])
  })
})
