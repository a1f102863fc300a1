import { describe, expect, test } from 'vitest'
import { alerting, catOnRoof, lone, notified, plan } from './support/beginnings.ts'
import { operator } from './support/people.ts'
import { given } from './support/story.ts'

describe('Urungkan', () => {
  test('works for two minutes, and not a moment longer', () => {
    const story = given(notified()).press('DAMKAR', 'acknowledge').forward('120s')
    story.undo('DAMKAR')
    expect(story.status('DAMKAR')).toBe('notified')
    story.press('DAMKAR', 'acknowledge').forward('120s').sleep('1s')
    expect(story.refused(story.undoing('DAMKAR')).code).toBe('undoExpired')
  })

  test('counts from the recording, not from the true time', () => {
    const story = given(notified()).forward('10m')
    story
      .record('DAMKAR', 'acknowledge', story.now - 480_000)
      .forward('60s')
      .undo('DAMKAR')
    expect(story.status('DAMKAR')).toBe('notified')
  })

  test('keeps the original among the events', () => {
    const story = given(notified()).press('DAMKAR', 'acknowledge')
    const { seq } = story.events.at(-1) ?? { seq: 0 }
    story.undo('DAMKAR')
    expect(story.events[seq - 1]?.type).toBe('AssignmentAcknowledged')
    expect(story.events.at(-1)).toMatchObject({ type: 'ActionUndone', undone: seq })
  })

  test('refuses a step that is not the last, and one that never was', () => {
    const story = given(notified()).press('DAMKAR', 'acknowledge')
    const old = story.undoing('DAMKAR')
    story.press('DAMKAR', 'depart')
    expect(story.refused(old)).toEqual({
      code: 'notNow',
      params: { action: 'undo', status: 'enRoute', by: 'Regu DAMKAR', at: story.now },
    })
    expect(story.refused({ type: 'UndoAction', assignment: story.idOf('PLN'), seq: 1 }).code).toBe('nothingToUndo')
    expect(story.refused({ type: 'UndoAction', assignment: 'INC/NONE/1', seq: 1 }).code).toBe('notFound')
  })

  test('does not reach behind what a dispatcher did', () => {
    const story = given(notified()).press('DAMKAR', 'acknowledge').press('DAMKAR', 'clear').report('DAMKAR')
    story.accept('DAMKAR')
    expect(story.refused(story.undoing('DAMKAR')).code).toBe('nothingToUndo')
    const reported = story.assignment('DAMKAR').steps.find(({ change }) => change.kind === 'reported')?.seq ?? 0
    expect(story.refused({ type: 'UndoAction', assignment: story.idOf('DAMKAR'), seq: reported })).toMatchObject({
      code: 'notNow',
      params: { status: 'reportAccepted' },
    })
  })

  test('reaches behind a chosen outcome', () => {
    const story = given(notified()).press('DAMKAR', 'acknowledge').press('DAMKAR', 'clear')
    story.tell({ type: 'ChooseOutcome', assignment: story.idOf('DAMKAR'), outcome: 'handled' }).undo('DAMKAR')
    expect(story.status('DAMKAR')).toBe('acknowledged')
  })
})

describe('what a step had put before the desk goes with it', () => {
  test('a decline: the item, and the alarm that nobody is left', () => {
    const story = given(lone()).decline('DAMKAR')
    expect(story.told()).toEqual(['help declined DAMKAR', 'help nobodyLeft DAMKAR'])
    story.forward('30s').undo('DAMKAR')
    expect(story.openItems()).toEqual([])
    expect(story.told()).toEqual([])
    expect(story.sayClock('S4a DAMKAR')).toBe('running')
    expect(story.clock('S4a DAMKAR')?.startedAt).toBe(story.now - 30_000)
  })

  test('the alarm ends whoever comes back, not only the one that left last', () => {
    const story = given(notified([plan('DAMKAR', 'lead'), plan('PLN')]))
      .decline('PLN')
      .decline('DAMKAR')
    story.undo('PLN')
    expect(story.openItems()).toEqual(['declined DAMKAR'])
  })

  test('a request for back-up: its own item, not an earlier one', () => {
    const story = given(notified()).press('DAMKAR', 'acknowledge').press('DAMKAR', 'requestBackup')
    story.press('DAMKAR', 'depart').press('DAMKAR', 'requestBackup')
    expect(story.openItems()).toEqual(['backup DAMKAR', 'backup DAMKAR'])
    story.undo('DAMKAR')
    expect(story.openItems()).toEqual(['backup DAMKAR'])
    expect(story.incident.attention[0]).not.toHaveProperty('doneAt')
  })

  test('a late Selesai: the report that was overdue already', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').forward('20m')
    story.record('DAMKAR', 'clear', story.now - 600_000).forward('1s')
    expect(story.openItems()).toEqual(['reportOverdue DAMKAR'])
    story.undo('DAMKAR')
    expect(story.openItems()).toEqual([])
  })

  test('an acknowledgement that ended a phone task: the agency is phoned again', () => {
    const story = given(lone()).forward('5m')
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
    story.press('DAMKAR', 'acknowledge')
    expect(story.toPhone()).toEqual([])
    story.undo('DAMKAR')
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test('one that an operator recorded from the past: likewise', () => {
    const story = given(lone()).forward('5m')
    story.record('DAMKAR', 'acknowledge', story.now - 60_000).undo('DAMKAR')
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test('an answer by phone that was none: the agency is phoned again, also on the routine ladder', () => {
    const story = given(lone('DAMKAR', catOnRoof)).forward('3m')
    const [task] = story.openPhoneTasks()
    story.tell({ type: 'RecordPhoneTask', task: task?.id ?? '', outcome: 'accepted' }, operator)
    expect(story.status('DAMKAR')).toBe('acknowledged')
    story.undo('DAMKAR')
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test('a record that proved too much: a failing channel is heard again', () => {
    const story = given(alerting()).record('DAMKAR', 'acknowledge').undo('DAMKAR')
    expect(story.status('DAMKAR')).toBe('notified')
    story.note('DAMKAR', 'unreachable')
    expect(story.toPhone()).toEqual(['DAMKAR unreachable'])
    expect(story.openItems()).toEqual(['unreachable DAMKAR'])
    story.note('DAMKAR', 'sent')
    expect(story.openItems()).toEqual([])
  })

  test('and the phone task of a limit that passed meanwhile stays until the agency answers', () => {
    const story = given(alerting([plan('DAMKAR', 'lead')], catOnRoof))
      .record('DAMKAR', 'acknowledge')
      .undo('DAMKAR')
    story.note('DAMKAR', 'unreachable').forward('200s').note('DAMKAR', 'sent')
    expect(story.fired('S4a DAMKAR')).toEqual(['phone'])
    expect(story.toPhone()).toEqual(['DAMKAR unreachable'])
  })
})

describe('an agency that was replaced does not come back by itself', () => {
  test('another agency leads now', () => {
    const story = given(lone()).decline('DAMKAR').add('BPBD', 'lead')
    expect(story.refused(story.undoing('DAMKAR'))).toEqual({ code: 'duplicateAgency', params: { agency: 'BPBD' } })
  })

  test('the same agency was asked again', () => {
    const story = given(notified()).decline('PLN')
    const undoing = story.undoing('PLN')
    story.add('PLN')
    expect(story.refused(undoing)).toEqual({ code: 'duplicateAgency', params: { agency: 'PLN' } })
  })

  test('a support agency beside a new lead does', () => {
    const story = given(notified()).decline('DAMKAR').decline('PLN').add('BPBD', 'lead').undo('PLN')
    expect(story.status('PLN')).toBe('notified')
  })
})
