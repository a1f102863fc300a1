import { describe, expect, test } from 'vitest'
import { decideCall } from '../../src/dispatch/call/decide.ts'
import { replayCall } from '../../src/dispatch/call/evolve.ts'
import type { PastAgency, PastIncident } from '../../src/dispatch/incident/past.ts'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { houseFire, plan } from './support/beginnings.ts'
import { operator } from './support/people.ts'
import { Story } from './support/story.ts'
import { ms, start } from './support/time.ts'

const onPaper = (span: string) => start + ms(span)

const told = (agency: string, change: Partial<PastAgency> = {}): PastAgency => ({
  plan: plan(agency, agency === 'DAMKAR' ? 'lead' : 'support', agency === 'POLRES' ? 'inform' : 'act'),
  alert: false,
  toldAt: onPaper('6m'),
  ...change,
})

const paper = (change: Partial<PastIncident> = {}): PastIncident => ({
  intake: houseFire,
  submittedAt: onPaper('4m'),
  dispatchedAt: onPaper('5m'),
  agencies: [told('DAMKAR')],
  waiver: 'text:waiver',
  ...change,
})

const entry = (past: PastIncident, profile = semarang) =>
  ({
    type: 'EnterIncident',
    incidentId: 'INC',
    centre: 'SMG',
    number: 'SMG-260105-001',
    profile: { id: profile.id, version: profile.version },
    handling: profile.handling,
    call: 'CALL',
    callOpenedAt: start,
    classifiedAt: onPaper('20s'),
    past,
  }) as const

/** Entered two hours after the call. */
const entered = (past: PastIncident, profile = semarang): Story => {
  const story = new Story(profile)
  story.now = onPaper('2h')
  return story.tell(entry(past, profile))
}
const refused = (past: PastIncident, profile = semarang) => {
  const story = new Story(profile)
  story.now = onPaper('2h')
  return story.refused(entry(past, profile))
}

const wholeJob = {
  acknowledgedAt: onPaper('7m'),
  onSceneAt: onPaper('15m'),
  clearedAt: onPaper('50m'),
  report: { outcome: 'handled', text: 'text:report', at: onPaper('55m') },
} as const

describe('an incident that was led on paper', () => {
  test('and finished goes to the archive with its true times; nothing is sent, nothing is ever due', () => {
    const finished = paper({
      agencies: [told('DAMKAR', wholeJob), told('PLN'), told('POLRES')],
      finishedAt: onPaper('1h'),
    })
    const story = entered(finished)
    expect(story.sent()).toEqual([])
    expect(story.phase).toBe('archived')
    expect(story.incident).toMatchObject({
      backEnteredAt: onPaper('2h'),
      submittedAt: onPaper('4m'),
      openedAt: onPaper('20s'),
    })
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 480 s')
    expect([story.status('DAMKAR'), story.status('PLN'), story.status('POLRES')]).toEqual([
      'reportAccepted',
      'reportWaived',
      'notified',
    ])
    expect(story.dueAt).toBeNull()
    expect(story.forward('3h').sent()).toEqual([])
  })

  test('and still running pings nobody for what passed; what is open is pursued from the entry', () => {
    const story = entered(paper({ agencies: [told('DAMKAR', { acknowledgedAt: onPaper('7m') })] }))
    expect(story.sent()).toEqual([])
    expect(story.tell({ type: 'FireDue' }).sent()).toEqual([])
    expect(story.toPhone()).toEqual([])
    // S5, 7 minutes, and S4b, 15 minutes: the clocks show their true start, their ladders count from the entry
    expect(story.clock('S4b DAMKAR')?.startedAt).toBe(onPaper('7m'))
    expect(story.dueAt).toBe(onPaper('2h') + 0.75 * 420_000)
    const first = story.timeline('8m')
    expect(first.every(line => !line.startsWith('0 s'))).toBe(true)
    expect(first.some(line => line.startsWith('420 s: ping S5 at 1'))).toBe(true)
    story.press('DAMKAR', 'arrive').press('DAMKAR', 'clear').report('DAMKAR').accept('DAMKAR')
    story.tell({ type: 'CloseIncident' })
    expect(story.phase).toBe('closed')
  })

  test('alerts only agencies of which the operator says so; their limits count from now', () => {
    const { toldAt: _, ...untold } = told('PLN')
    const story = entered(paper({ agencies: [told('DAMKAR', wholeJob), { ...untold, alert: true }] }))
    expect(story.sent()).toEqual(['alert PLN'])
    expect(story.assignment('PLN').createdAt).toBe(story.now)
    story.forward('59s')
    expect(story.toPhone()).toEqual([])
    story.forward('1s')
    expect(story.toPhone()).toEqual(['PLN unreachable'])
  })

  test('whose agency has no time and no alert is refused: nobody may be forgotten', () => {
    const { toldAt: _, ...untold } = told('PLN')
    const agencies = [told('DAMKAR'), untold]
    expect(refused(paper({ agencies }))).toEqual({ code: 'agencyNotTold', params: { agency: 'PLN' } })
    const late = [told('DAMKAR', wholeJob), { ...untold, alert: true }]
    expect(refused(paper({ agencies: late, finishedAt: onPaper('1h') })).code).toBe('agencyNotTold')
  })

  test('that nobody was sent to yet goes on from its submitted fields', () => {
    const { dispatchedAt: _, ...before } = paper({ agencies: [] })
    const story = entered(before)
    expect([story.phase, story.sayClock('S3')]).toEqual(['submitted', 'running'])
    expect(story.sent()).toEqual([])
    story.tell({ type: 'DispatchIncident', agencies: [plan('DAMKAR', 'lead')] })
    expect(story.sent()).toEqual(['alert DAMKAR'])
  })

  test('what the paper does not say is not known, never invented', () => {
    const story = entered(paper({ intake: { type: { known: 'KBK-BGN' }, location: { known: 'text:l' } } }))
    expect(story.incident.intake).toMatchObject({ reporter: 'unknown', victims: 'unknown', passable: 'unknown' })
    const jumped = entered(paper({ agencies: [told('DAMKAR', { clearedAt: onPaper('50m') })] }))
    expect(jumped.sayClock('S4b DAMKAR')).toBe('ended after 0 s')
    expect(jumped.assignment('DAMKAR').steps.map(({ change }) => change.kind)).toEqual(['notified', 'action'])
  })

  test('in Cilegon it needs no time at which the dispatcher took it', () => {
    const story = entered(paper({ agencies: [told('DAMKAR')] }), cilegon)
    expect([story.phase, story.sayClock('D1'), story.sayClock('C3')]).toEqual(['dispatched', 'not started', 'running'])
    const takenAt = onPaper('270s')
    expect(entered(paper({ takenAt }), cilegon).sayClock('D1')).toBe('stopped after 90 s')
  })

  test.each<[string, PastIncident, object]>([
    ['dispatched before the call was classified', paper({ dispatchedAt: start }), { later: 'dispatchedAt' }],
    [
      'told before it was dispatched',
      paper({ agencies: [told('DAMKAR', { toldAt: onPaper('4m') })] }),
      { later: 'DAMKAR toldAt' },
    ],
    [
      'finished before the crew was',
      paper({ agencies: [told('DAMKAR', wholeJob)], finishedAt: onPaper('40m') }),
      { later: 'finishedAt' },
    ],
  ])('times that contradict each other are refused: %s', (_, past, params) => {
    expect(refused(past)).toMatchObject({ code: 'timesOutOfOrder', params })
  })

  test('and so are times of the future, missing ones, a plan without lead, unknown types', () => {
    expect(refused(paper({ agencies: [told('DAMKAR', { toldAt: onPaper('3h') })] })).code).toBe('timeInFuture')
    const { dispatchedAt: _, ...undated } = paper()
    expect(refused(undated)).toEqual({ code: 'timeMissing', params: { field: 'dispatchedAt' } })
    const unfinished = told('DAMKAR', { report: wholeJob.report })
    expect(refused(paper({ agencies: [unfinished] }))).toMatchObject({ code: 'timeMissing' })
    expect(refused(paper({ agencies: [told('PLN')] })).code).toBe('leadMissing')
    expect(refused(paper({ intake: { type: { known: 'NO-SUCH' } } })).code).toBe('unknownType')
  })
})

describe('a call that was taken on paper', () => {
  const past = {
    type: 'EnterCall',
    callId: 'CALL',
    centre: 'SMG',
    profile: { id: 'semarang', version: 1 },
    openedAt: start,
    classifiedAt: onPaper('15s'),
    callClass: 'information',
    answer: { topic: 'text:t', answer: 'text:a' },
    referral: { receiver: 'text:PLN' },
  } as const
  const context = { commandId: 'c', by: operator, now: onPaper('2h'), profile: semarang }

  test('is over when it is entered, and only counts for its number', () => {
    const decision = decideCall(null, past, context)
    if (!decision.accepted) throw new Error(decision.refusal.code)
    expect(decision.effects.map(({ kind }) => kind)).toEqual(['countCall'])
    expect(replayCall(decision.events)).toMatchObject({
      phase: { status: 'ended' },
      openedAt: start,
      backEnteredAt: onPaper('2h'),
      resolution: { kind: 'answered' },
      referral: { status: 'waiting' },
    })
  })

  test('has its times in order, none in the future', () => {
    const wrong = (change: object) => {
      const decision = decideCall(null, { ...past, ...change }, context)
      return decision.accepted ? 'accepted' : decision.refusal.code
    }
    expect(wrong({ classifiedAt: start - 1 })).toBe('timesOutOfOrder')
    expect(wrong({ endedAt: onPaper('10s') })).toBe('timesOutOfOrder')
    expect(wrong({ endedAt: onPaper('3h') })).toBe('timeInFuture')
    expect(wrong({ classifiedAt: start })).toBe('accepted')
  })
})
