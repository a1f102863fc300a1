import { describe, expect, test } from 'vitest'
import type { IncidentCommand } from '../../src/dispatch/incident/commands.ts'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import type { SopProfile } from '../../src/dispatch/profiles/profile.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { answered, houseFire, notified, plan } from './support/beginnings.ts'
import { operator, supervisor } from './support/people.ts'
import { given, givenBy, type Story } from './support/story.ts'
import { start } from './support/time.ts'

const toCilegon = {
  type: 'HandOverIncident',
  to: { kind: 'centre', centre: 'CLG' },
  reason: 'text:reason',
  keepAgencies: false,
} as const
const outside = { ...toCilegon, to: { kind: 'outside', receiver: '112 Kabupaten' } } as const
const theirs = 'i-CLG-h1-INC'
const taken = { type: 'NoteHandOver', incident: theirs, answer: { result: 'taken' } } as const
const refused = { type: 'NoteHandOver', incident: theirs, answer: { result: 'refused', reason: 'text:no' } } as const

describe('an incident is offered to a neighbouring centre', () => {
  test('it stays ours, with its clocks and buttons, until they take it; then our agencies are told', () => {
    const story = given(notified()).press('DAMKAR', 'depart')
    story.sent()
    story.tell(toCilegon)
    expect(story.sent()).toEqual([`offer ${theirs}`])
    expect(story.phase).toBe('dispatched')
    story.forward('2m').press('DAMKAR', 'arrive')
    expect(story.sayClock('S4b DAMKAR')).toBe('stopped after 120 s')
    story.sent()
    story.tell(taken)
    expect(story.sent()).toEqual(['update handedOver to DAMKAR,PLN,POLRES,DINKES', 'cards'])
    expect(story.phase).toBe('handedOver')
    expect(story.dueAt).toBeNull()
    expect(story.sayClock('S4a PLN')).toBe('ended after 120 s')
    expect(story.refused({ type: 'ReopenIncident' }).code).toBe('notNow')
    expect(story.refused(toCilegon).code).toBe('incidentOver')
  })

  test('what the caller tells meanwhile goes there too', () => {
    const story = given(notified()).tell(toCilegon)
    story.sent()
    story.tell({ type: 'AnswerIntake', change: { hazards: ['powerLine'], condition: { known: 'text:new' } } })
    expect(story.sent()).toContain('forward hazards,condition')
  })

  test('while it is still asked: the call has its end here once they take it', () => {
    const story = given(answered()).tell(toCilegon)
    story.sent()
    story.tell(taken)
    expect(story.sent()).toEqual(['cards', 'call hears intake.submitted'])
  })

  test('they give it back: it is ours, the desk and the supervisors hear it; it may be offered again', () => {
    const story = given(notified()).tell(toCilegon)
    story.sent()
    story.tell(refused)
    expect(story.sent()).toEqual(['help handOverRefused'])
    expect(story.openItems()).toEqual(['handOverRefused'])
    expect(story.phase).toBe('dispatched')
    story.tell(toCilegon)
    expect(story.sent()).toEqual(['offer i-CLG-h2-INC'])
    expect(story.openItems()).toEqual([])
    const before = story.events.length
    story.tell(refused)
    expect(story.events.length).toBe(before)
  })

  test('we take it back: they hear it; had they taken it at that very moment, it is theirs all the same', () => {
    const story = given(notified()).tell(toCilegon)
    story.sent()
    story.tell({ type: 'WithdrawHandOver' })
    expect(story.sent()).toEqual([`recall ${theirs}`])
    expect(story.refused({ type: 'WithdrawHandOver' }).code).toBe('notNow')
    story.tell(taken)
    expect(story.phase).toBe('handedOver')
  })

  test('the offer ends with the incident', () => {
    const story = given(notified()).tell(toCilegon)
    story.sent()
    story.tell({ type: 'CancelIncident', reason: 'text:reason' })
    expect(story.sent()[0]).toBe(`recall ${theirs}`)
    story.tell(taken)
    expect(story.phase).toBe('cancelled')
  })

  test('once at a time, not to itself, and by whoever has it', () => {
    const story = given(notified())
    expect(story.refused({ ...toCilegon, to: { kind: 'centre', centre: 'SMG' } }).code).toBe('sameCentre')
    story.tell(toCilegon)
    expect(story.refused(toCilegon)).toMatchObject({ code: 'alreadyDone', params: { at: story.now } })
    const asCallTaker = { ...toCilegon, asCallTaker: true } as const
    const handedOff = givenBy(cilegon, notified())
    expect(handedOff.refused(asCallTaker).code).toBe('notOwner')
    givenBy(cilegon, answered()).tell({ ...asCallTaker, to: { kind: 'centre', centre: 'BDG' } })
  })
})

describe('a centre outside the installation', () => {
  test('a person says what it decided; its ticket is kept', () => {
    const story = given(notified()).tell(outside)
    expect(story.sent()).toEqual([])
    story.tell({ type: 'AnswerHandOver', answer: { result: 'refused', reason: 'text:no' } }, operator)
    expect(story.sent()).toEqual(['help handOverRefused'])
    story.tell(outside).tell({ type: 'AnswerHandOver', answer: { result: 'taken', ticket: 'T-7' } }, operator)
    expect(story.phase).toBe('handedOver')
    expect(story.incident.handOvers?.at(-1)).toMatchObject({ result: 'taken', to: { ticket: 'T-7' } })
    const ours = given(notified()).tell(toCilegon)
    expect(ours.refused({ type: 'AnswerHandOver', answer: { result: 'taken' } }).code).toBe('notNow')
  })
})

const received = (profile: SopProfile): Story => {
  const story = givenBy(profile)
  story.now = start + 600_000
  return story.tell({
    type: 'ReceiveIncident',
    incidentId: 'i-X',
    centre: 'CLG',
    number: 'CLG-260105-001',
    profile: { id: profile.id, version: profile.version },
    handling: profile.handling,
    callOpenedAt: start,
    from: { centre: 'SMG', incident: 'i-SMG', number: 'SMG-260105-001', reason: 'text:reason' },
    intake: houseFire,
  })
}

describe('the receiving centre', () => {
  const dispatch: IncidentCommand = { type: 'DispatchIncident', agencies: [plan('DAMKAR', 'lead')] }

  test('has it submitted, by its own standard from now on, with what was asked, before its desk', () => {
    const story = received(cilegon)
    expect(story.phase).toBe('submitted')
    expect(story.incident).toMatchObject({ priority: 1, calls: [], handedOverFrom: { number: 'SMG-260105-001' } })
    expect(story.incident.intake.reporter).toEqual(houseFire.reporter)
    expect(story.openItems()).toEqual(['handOverReceived'])
    expect(story.clock('C3')?.startedAt).toBe(story.now)
    expect(story.timeline('60s')).toEqual([
      '45 s: ping C3 at 0.75: owner ()',
      '60 s: ping C3 at 1: agency,dutyOfficer,supervisorOnDuty ()',
    ])
  })

  test('where a dispatcher takes over, taking it is the answer; dispatching says nothing more', () => {
    const story = received(cilegon).tell({ type: 'TakeIncident' }, supervisor)
    expect(story.sent()).toEqual(['answer i-SMG: taken'])
    expect(story.openItems()).toEqual([])
    story.tell(dispatch, supervisor)
    expect(story.sent()).toEqual(['alert DAMKAR'])
  })

  test('where operators dispatch, dispatching it is the answer', () => {
    const story = received(semarang)
    expect(story.clock('S3')?.startedAt).toBe(story.now)
    story.tell(dispatch)
    expect(story.sent()).toEqual(['answer i-SMG: taken', 'alert DAMKAR'])
  })

  test.each([
    ['gives it back', { type: 'ReturnHandOver', reason: 'text:no' }],
    ['cancels it', { type: 'CancelIncident', reason: 'text:no' }],
  ] as const)('%s: it is over here, and theirs again', (_, command) => {
    const story = received(semarang).tell(command)
    expect(story.sent().filter(line => line !== 'cards')).toEqual(['answer i-SMG: refused'])
    expect(story.phase).toBe('cancelled')
  })

  test('cannot give back what it took, nor what was never offered', () => {
    const story = received(semarang).tell(dispatch)
    const back = { type: 'ReturnHandOver', reason: 'text:no' } as const
    expect(story.refused(back).code).toBe('notNow')
    expect(given(notified()).refused(back).code).toBe('notNow')
  })

  test('loses it when the others take it back in time; what it took stays', () => {
    const story = received(semarang).tell({ type: 'RecallHandOver' })
    expect(story.phase).toBe('cancelled')
    expect(story.sent()).toEqual([])
    const kept = received(semarang).tell(dispatch).tell({ type: 'RecallHandOver' })
    expect(kept.phase).toBe('dispatched')
  })
})

describe('an incident that is merged', () => {
  const other = { id: 'OTHER', number: 'SMG-260105-009', centre: 'SMG', status: 'dispatched', agencies: [] } as const
  const merge = { type: 'MergeIncident', as: 'merged', into: { ...other, agencies: [] }, continued: false } as const

  test('is no longer to be had by the neighbour that it was offered to', () => {
    const story = given(notified()).tell(toCilegon)
    story.sent()
    story.tell(merge)
    expect(story.sent()[0]).toBe(`recall ${theirs}`)
  })

  test('and came from a neighbour is taken by that: once the merge is taken back it stays here', () => {
    const story = received(semarang).tell({ ...merge, into: { ...merge.into, centre: 'CLG' } })
    expect(story.sent()[0]).toBe('answer i-SMG: taken')
    story.tell({ type: 'TakeBackMerge', because: 'mistake' })
    expect(story.phase).toBe('submitted')
    expect(story.refused({ type: 'ReturnHandOver', reason: 'text:no' }).code).toBe('notNow')
  })
})
