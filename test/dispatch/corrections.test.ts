import { describe, expect, test } from 'vitest'
import type { Correction, FieldChange } from '../../src/dispatch/incident/corrections.ts'
import { replay } from '../../src/dispatch/incident/evolve.ts'
import type { Refusal } from '../../src/dispatch/refusal.ts'
import { alerting, catOnRoof, lone, notified, plan, settled } from './support/beginnings.ts'
import { operator, supervisor } from './support/people.ts'
import { given, type Story } from './support/story.ts'
import { ms } from './support/time.ts'

const mark = (action: Extract<FieldChange, { kind: 'action' }>['action']): FieldChange => ({ kind: 'action', action })

const command = (story: Story, agency: string, correction: Correction) =>
  ({ type: 'CorrectStep', assignment: story.idOf(agency), correction, reason: 'text:why' }) as const
const correct = (story: Story, agency: string, correction: Correction): Story =>
  story.tell(command(story, agency, correction), operator)
const refusal = (story: Story, agency: string, correction: Correction): Refusal =>
  story.refused(command(story, agency, correction), operator)

/** The number of the agency's last step of that name. */
const stepOf = (story: Story, agency: string, action: string): number => {
  const step = story
    .assignment(agency)
    .steps.findLast(({ change }) => (change.kind === 'action' ? change.action : change.kind) === action)
  if (!step) throw new Error(`${agency} has no step ${action}`)
  return step.seq
}

describe('DESIGN: operators correct later, with a reason; the original is kept', () => {
  test('the true time of a step: the figures take it, the event keeps what was first recorded', () => {
    const story = given(lone()).forward('30s').press('DAMKAR', 'depart').forward('10m').press('DAMKAR', 'arrive')
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 600 s')
    const seq = stepOf(story, 'DAMKAR', 'arrive')
    const first = story.now
    story.forward('5m').sent()
    correct(story, 'DAMKAR', { kind: 'retimed', seq, to: first - ms('4m') })
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 360 s')
    expect(story.events[seq - 1]).toMatchObject({ type: 'UnitsArrived', at: first })
    expect(story.events.at(-1)).toMatchObject({ type: 'StepCorrected', reason: 'text:why', by: operator })
    expect(story.sent()).toEqual(['cards'])
  })

  test('a wrong press goes, also after the two minutes of Urungkan, and the clock has its first start back', () => {
    const story = given(lone()).forward('20s').press('DAMKAR', 'acknowledge')
    const start = story.clock('S4a DAMKAR')?.startedAt
    story.forward('10m').sent()
    expect(story.refused(story.undoing('DAMKAR')).code).toBe('undoExpired')
    correct(story, 'DAMKAR', { kind: 'removed', seq: stepOf(story, 'DAMKAR', 'acknowledge') })
    expect(story.status('DAMKAR')).toBe('notified')
    expect(story.sayClock('S4a DAMKAR')).toBe('running')
    expect(story.clock('S4a DAMKAR')?.startedAt).toBe(start)
  })

  test('a mark that was forgotten is put where it belongs; the state stays', () => {
    const story = given(lone()).press('DAMKAR', 'depart').forward('12m').press('DAMKAR', 'clear')
    expect(story.sayClock('S4b DAMKAR')).toBe('ended after 720 s')
    const arrived = story.now - ms('5m')
    correct(story, 'DAMKAR', { kind: 'inserted', change: mark('arrive'), to: arrived, heard: { via: 'radio' } })
    expect(story.status('DAMKAR')).toBe('cleared')
    expect(story.assignment('DAMKAR').steps.map(({ change }) => change)).toMatchObject([
      { kind: 'notified' },
      { action: 'depart' },
      { action: 'arrive' },
      { action: 'clear' },
    ])
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 420 s')
  })

  test('a decline that was none becomes an answer: the item and the alarm are over', () => {
    const story = given(lone()).forward('15s').decline('DAMKAR').forward('4m')
    expect(story.openItems()).toEqual(['declined DAMKAR', 'nobodyLeft DAMKAR'])
    story.sent()
    correct(story, 'DAMKAR', {
      kind: 'changed',
      seq: stepOf(story, 'DAMKAR', 'declined'),
      change: mark('acknowledge'),
    })
    expect(story.status('DAMKAR')).toBe('acknowledged')
    expect(story.openItems()).toEqual([])
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 15 s')
    expect(story.sent()).toEqual(['cards'])
  })

  test('an answer that was a decline calls for help, and raises the alarm when nobody is left', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').forward('4m')
    story.sent()
    const seq = stepOf(story, 'DAMKAR', 'acknowledge')
    correct(story, 'DAMKAR', { kind: 'changed', seq, change: { kind: 'declined', reason: 'noUnit' } })
    expect(story.status('DAMKAR')).toBe('declined')
    expect(story.told()).toEqual(['help declined DAMKAR', 'help nobodyLeft DAMKAR'])
  })

  test('a call for help that was a slip: its own item goes, not another', () => {
    const story = given(notified()).press('DAMKAR', 'acknowledge').forward('10s').press('DAMKAR', 'requestBackup')
    const first = stepOf(story, 'DAMKAR', 'requestBackup')
    story.forward('30s').press('DAMKAR', 'requestBackup').forward('5m')
    correct(story, 'DAMKAR', { kind: 'removed', seq: first })
    expect(story.incident.attention.map(({ kind, doneAt }) => [kind, doneAt === undefined])).toEqual([
      ['backup', false],
      ['backup', true],
    ])
  })

  test('a correction can itself be corrected: each stands among the events', () => {
    const story = given(lone()).forward('1m').press('DAMKAR', 'acknowledge').forward('5m')
    const seq = stepOf(story, 'DAMKAR', 'acknowledge')
    const first = story.assignment('DAMKAR').steps.find(step => step.seq === seq)?.at ?? 0
    correct(story, 'DAMKAR', { kind: 'retimed', seq, to: first - ms('30s') })
    correct(story, 'DAMKAR', { kind: 'retimed', seq, to: first - ms('10s') })
    expect(story.sayClock('S4a DAMKAR')).toBe('stopped after 50 s')
    expect(story.events.filter(({ type }) => type === 'StepCorrected')).toHaveLength(2)
    expect(replay(story.events)).toEqual(story.incident)
  })

  test('the same correction twice changes nothing the second time', () => {
    const story = given(lone()).forward('1m').press('DAMKAR', 'acknowledge').forward('5m')
    const seq = stepOf(story, 'DAMKAR', 'acknowledge')
    const to = story.now - ms('330s')
    correct(story, 'DAMKAR', { kind: 'retimed', seq, to })
    const { length } = story.events
    correct(story, 'DAMKAR', { kind: 'retimed', seq, to })
    expect(story.events).toHaveLength(length)
  })
})

describe('DESIGN: the clock gets its first start back, and no rung fires twice', () => {
  test('after an answer is taken out the rungs that fired stay fired; the agency is phoned again', () => {
    const story = given(lone()).forward('5m')
    const fired = story.fired('S4a DAMKAR')
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
    story.press('DAMKAR', 'acknowledge').forward('10m')
    correct(story, 'DAMKAR', { kind: 'removed', seq: stepOf(story, 'DAMKAR', 'acknowledge') })
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
    story.forward('1s')
    expect(story.fired('S4a DAMKAR').slice(0, fired.length)).toEqual(fired)
    expect(new Set(story.fired('S4a DAMKAR')).size).toBe(story.fired('S4a DAMKAR').length)
  })

  test('also on the routine ladder, which knows no repetition', () => {
    const story = given(lone('DAMKAR', catOnRoof)).forward('10m').press('DAMKAR', 'acknowledge').forward('10m')
    correct(story, 'DAMKAR', { kind: 'removed', seq: stepOf(story, 'DAMKAR', 'acknowledge') })
    expect(story.toPhone()).toEqual(['DAMKAR unanswered'])
  })

  test('S5 moves with the mark that had made it, and with no other', () => {
    const both = [plan('DAMKAR', 'lead'), plan('PLN')]
    const story = given(notified(both)).forward('20s').press('PLN', 'acknowledge').forward('40s')
    story.press('DAMKAR', 'depart')
    const confirmed = story.now
    expect(story.incident.responseConfirmedAt).toBe(confirmed)
    story.forward('5m')
    const pln = stepOf(story, 'PLN', 'acknowledge')
    correct(story, 'PLN', { kind: 'retimed', seq: pln, to: confirmed - ms('50s') })
    expect(story.incident.responseConfirmedAt).toBe(confirmed)
    const lead = stepOf(story, 'DAMKAR', 'depart')
    correct(story, 'DAMKAR', { kind: 'retimed', seq: lead, to: confirmed - ms('20s') })
    expect(story.incident.responseConfirmedAt).toBe(confirmed - ms('20s'))
    correct(story, 'DAMKAR', { kind: 'retimed', seq: lead, to: confirmed - ms('59s') })
    expect(story.incident.responseConfirmedAt).toBe(confirmed - ms('50s'))
    correct(story, 'DAMKAR', { kind: 'removed', seq: lead })
    expect(story.incident.responseConfirmedAt).toBeUndefined()
  })

  test('an agency that joined later still reopens nothing', () => {
    const story = given(lone()).press('DAMKAR', 'depart')
    const confirmed = story.incident.responseConfirmedAt
    story.forward('2m').add('PLN').deliver('PLN').press('PLN', 'acknowledge').forward('1m')
    correct(story, 'PLN', { kind: 'removed', seq: stepOf(story, 'PLN', 'acknowledge') })
    expect(story.incident.responseConfirmedAt).toBe(confirmed)
  })
})

describe('a correction is refused', () => {
  const atScene = (story: Story) => {
    lone()(story)
    story.forward('1m').press('DAMKAR', 'acknowledge').forward('1m').press('DAMKAR', 'arrive').forward('1m')
  }

  test('when it makes time run backwards, naming the step that is in the way', () => {
    const story = given(atScene)
    const [acknowledged, arrived] = [stepOf(story, 'DAMKAR', 'acknowledge'), stepOf(story, 'DAMKAR', 'arrive')]
    expect(refusal(story, 'DAMKAR', { kind: 'retimed', seq: arrived, to: story.now - ms('150s') })).toEqual({
      code: 'timeBackwards',
      params: { action: 'acknowledge', at: story.now - ms('2m') },
    })
    expect(refusal(story, 'DAMKAR', { kind: 'retimed', seq: acknowledged, to: story.now })).toEqual({
      code: 'timeBackwards',
      params: { action: 'arrive', at: story.now - ms('1m') },
    })
  })

  test('when the time lies in the future, or before the call', () => {
    const story = given(atScene)
    const seq = stepOf(story, 'DAMKAR', 'arrive')
    expect(refusal(story, 'DAMKAR', { kind: 'retimed', seq, to: story.now + 1 }).code).toBe('timeInFuture')
    const before = story.incident.callOpenedAt - 1
    expect(refusal(story, 'DAMKAR', { kind: 'inserted', change: mark('depart'), to: before }).code).toBe(
      'timeBeforeStart',
    )
  })

  test('when a later step could not have happened then', () => {
    const story = given(atScene).press('DAMKAR', 'clear').report('DAMKAR')
    expect(refusal(story, 'DAMKAR', { kind: 'removed', seq: stepOf(story, 'DAMKAR', 'clear') })).toEqual({
      code: 'stepsImpossible',
      params: { action: 'report', status: 'onScene' },
    })
    const late = { kind: 'inserted', change: mark('acknowledge'), to: story.now } as const
    expect(refusal(story, 'DAMKAR', late).code).toBe('stepsImpossible')
  })

  test('for a step that is not there, or is no mark of a crew', () => {
    const story = given(atScene).press('DAMKAR', 'clear').report('DAMKAR').accept('DAMKAR')
    expect(refusal(story, 'DAMKAR', { kind: 'removed', seq: 999 }).code).toBe('notFound')
    expect(refusal(story, 'DAMKAR', { kind: 'removed', seq: stepOf(story, 'DAMKAR', 'reportAccepted') })).toEqual({
      code: 'stepNotCorrectable',
      params: { action: 'reportAccepted' },
    })
    expect(refusal(story, 'DAMKAR', { kind: 'inserted', change: mark('requestBackup'), to: story.now }).code).toBe(
      'stepNotCorrectable',
    )
  })

  test('for an ambulance that the agency has not', () => {
    const story = given(atScene)
    const change = mark('transport')
    expect(refusal(story, 'DAMKAR', { kind: 'inserted', change, to: story.now }).code).toBe('cannotTransport')
  })

  test('when another works in the place of the agency that would come back', () => {
    const story = given(lone()).decline('DAMKAR').add('BPBD', 'lead')
    const seq = stepOf(story, 'DAMKAR', 'declined')
    expect(refusal(story, 'DAMKAR', { kind: 'removed', seq })).toEqual({
      code: 'duplicateAgency',
      params: { agency: 'BPBD' },
    })
  })

  test('once the incident is closed or archived: its figures stand', () => {
    const story = given(settled)
    const seq = stepOf(story, 'DAMKAR', 'arrive')
    story.tell({ type: 'CloseIncident' })
    expect(refusal(story, 'DAMKAR', { kind: 'removed', seq }).code).toBe('incidentOver')
    story.tell({ type: 'NoteClosure', assignment: story.idOf('DAMKAR'), result: 'sent' })
    expect(story.phase).toBe('archived')
    expect(refusal(story, 'DAMKAR', { kind: 'removed', seq })).toMatchObject({
      code: 'incidentOver',
      params: { status: 'archived' },
    })
  })
})

describe('a judgement of a report is withdrawn, with a reason', () => {
  const withdraw = (story: Story) =>
    ({ type: 'WithdrawJudgement', assignment: story.idOf('DAMKAR'), reason: 'text:why' }) as const

  test('a waived report is waited for again, and the closing with it', () => {
    const story = given(lone()).press('DAMKAR', 'acknowledge').press('DAMKAR', 'clear')
    story.tell({ type: 'WaiveReport', assignment: story.idOf('DAMKAR'), reason: 'text:r' }, supervisor)
    expect(story.phase).toBe('closing')
    story.forward('1m').tell(withdraw(story), supervisor)
    expect(story.status('DAMKAR')).toBe('cleared')
    expect(story.phase).toBe('dispatched')
    expect(story.refused({ type: 'CloseIncident' }).code).toBe('reportsOpen')
    story.report('DAMKAR').accept('DAMKAR')
    expect(story.phase).toBe('closing')
  })

  test('an accepted report can be returned then', () => {
    const story = given(settled).tell(withdraw(given(settled)), supervisor)
    expect(story.status('DAMKAR')).toBe('reported')
    story.tell({ type: 'ReturnReport', assignment: story.idOf('DAMKAR'), remark: 'text:remark' })
    expect(story.status('DAMKAR')).toBe('cleared')
  })

  test('not when the agency was asked once more meanwhile: it would work twice', () => {
    const story = given(notified([plan('DAMKAR', 'lead'), plan('PLN')])).finish('PLN')
    const first = story.idOf('PLN')
    story.add('PLN')
    expect(story.refused({ type: 'WithdrawJudgement', assignment: first, reason: 'text:why' })).toEqual({
      code: 'duplicateAgency',
      params: { agency: 'PLN' },
    })
  })

  test('not after the incident was closed and reopened: what had ended stays as it was', () => {
    const story = given(settled).tell({ type: 'CloseIncident' })
    story.tell({ type: 'NoteClosure', assignment: story.idOf('DAMKAR'), result: 'sent' })
    story.tell({ type: 'ReopenIncident' }, supervisor)
    expect(story.refused(withdraw(story)).code).toBe('incidentOver')
    const seq = stepOf(story, 'DAMKAR', 'arrive')
    expect(refusal(story, 'DAMKAR', { kind: 'removed', seq }).code).toBe('incidentOver')
  })

  test('where nothing was judged it is refused', () => {
    const story = given(alerting())
    expect(story.refused(withdraw(story)).code).toBe('notNow')
  })
})
