import { describe, expect, test } from 'vitest'
import { isReferralOpen } from '../../src/dispatch/call/call.ts'
import { givenCall } from './support/call-story.ts'
import { operator, supervisor } from './support/people.ts'

const answer = { type: 'RecordAnswer', topic: 'text:topic', answer: 'text:answer' } as const
const refer = { type: 'ReferCall', receiver: 'text:receiver', ticket: 'text:ticket' } as const
const end = { type: 'EndCall' } as const
const to = (callClass: 'normal' | 'information' | 'ghost' | 'prank', incidentId = 'INC') =>
  ({ type: 'ReclassifyCall', callClass, incidentId }) as const
const withdrawn = (story: { now: number }, callClass: 'information' | 'ghost' | 'prank') =>
  ({
    type: 'NoteDraftWithdrawn',
    incident: 'INC',
    instead: { kind: 'reclassified', callClass },
    by: supervisor,
    at: story.now,
  }) as const

describe('a class that was chosen by mistake', () => {
  test('normal is corrected through its draft: S2 stops, the first class stays on record', () => {
    const story = givenCall('normal').forward('50s')
    story.tell(withdrawn(story, 'information'))
    expect(story.sayClock('S2')).toBe('stopped after 50 s')
    expect(story.call).toMatchObject({ callClass: 'information', phase: { status: 'classified' } })
    expect(story.call.reclassified).toEqual([
      { from: 'normal', to: 'information', since: story.now - 50_000, at: story.now, by: supervisor },
    ])
    expect(story.events.map(({ type }) => type)).toEqual(['CallOpened', 'CallClassified', 'CallReclassified'])
    expect(story.tell(answer).tell(end).status).toBe('ended')
  })

  test('a normal call that is a prank closes in the same action', () => {
    const story = givenCall('normal').forward('5s')
    story.tell(withdrawn(story, 'prank'))
    expect(story.call).toMatchObject({
      callClass: 'prank',
      phase: { status: 'ended' },
      resolution: { kind: 'nuisance' },
    })
    expect(story.sent()).toEqual(['open INC'])
    const { length } = story.events
    story.tell(withdrawn(story, 'prank'))
    expect(story.events.length).toBe(length)
  })

  test('normal never leaves its incident by itself, unless that is cancelled already', () => {
    const story = givenCall('normal')
    expect(story.refused(to('information'))).toMatchObject({ code: 'notNow', params: { action: 'reclassify' } })
    story.tell({ type: 'NoteIncidentCancelled', incident: 'INC', at: story.now }).tell(to('information'))
    expect(story.call.incident).toBeUndefined()
  })

  test('information that is an emergency after all opens an incident; S2 counts from then', () => {
    const story = givenCall('information').tell(answer).forward('40s').tell(to('normal'))
    expect(story.sent()).toEqual(['open INC'])
    expect(story.call).toMatchObject({ incident: 'INC', phase: { status: 'classified' } })
    expect(story.call.resolution).toBeUndefined()
    expect(story.sayClock('S1')).toBe('stopped after 10 s')
    story.forward('30s').tell({ type: 'NoteIntakeSubmitted', incident: 'INC', at: story.now })
    expect(story.sayClock('S2')).toBe('stopped after 30 s')
  })

  test('a prank that was a real call is open again', () => {
    const story = givenCall('prank').forward('15s').tell(to('normal'))
    expect(story.call).toMatchObject({ callClass: 'normal', incident: 'INC', phase: { status: 'classified' } })
    expect(story.call.endedAt).toBeUndefined()
    expect(story.sayClock('S2')).toBe('running')
  })

  test('there and back again opens another incident, the withdrawn one stays withdrawn', () => {
    const story = givenCall('normal')
    story.tell(withdrawn(story, 'information')).tell(to('normal', 'INC.2'))
    expect(story.call).toMatchObject({ incident: 'INC.2', incidentsOpened: 2 })
    story.tell(withdrawn(story, 'ghost'))
    expect(story.call.callClass).toBe('normal')
  })

  test('the same class is no correction, and there is none before the first class', () => {
    expect(givenCall('information').refused(to('information')).code).toBe('alreadyDone')
    expect(givenCall().refused(to('ghost')).code).toBe('notNow')
  })
})

describe('a referral stays ours until it is confirmed (DESIGN, "Call")', () => {
  test('waiting, while the call itself ends; then confirmed, with ticket and contact', () => {
    const story = givenCall('information').tell(refer).tell(end)
    expect(isReferralOpen(story.call)).toBe(true)
    story.forward('1h').tell({ type: 'ConfirmReferral', contact: 'text:who', ticket: 'text:T-2' })
    expect(story.call.referral).toMatchObject({
      status: 'confirmed',
      ticket: 'text:T-2',
      contact: 'text:who',
      confirmedAt: story.now,
      confirmedBy: operator,
    })
    expect(isReferralOpen(story.call)).toBe(false)
    expect(story.refused({ type: 'ConfirmReferral' })).toMatchObject({ code: 'alreadyDone' })
    expect(story.refused({ type: 'TakeBackReferral', reason: 'text:r', incidentId: 'X' }).code).toBe('alreadyDone')
  })

  test('taken back it is ours again until it is answered, referred once more or becomes an emergency', () => {
    const back = () =>
      givenCall('information')
        .tell(refer)
        .tell(end)
        .tell({ type: 'TakeBackReferral', reason: 'text:r', incidentId: 'X' })
    expect(isReferralOpen(back().call)).toBe(true)
    expect(back().call.incident).toBeUndefined()
    expect(isReferralOpen(back().tell(answer).call)).toBe(false)
    expect(isReferralOpen(back().tell(to('normal')).call)).toBe(false)
    const again = back().tell({ ...refer, receiver: 'text:other' })
    expect(again.call.referral).toMatchObject({ status: 'waiting', receiver: 'text:other' })
    expect(again.status).toBe('ended')
  })

  const referred = (story: { now: number }) =>
    ({
      type: 'NoteDraftWithdrawn',
      incident: 'INC',
      instead: { kind: 'referred', receiver: 'text:receiver' },
      by: operator,
      at: story.now,
    }) as const

  test('a normal call that is not urgent is referred before anybody was alerted; S2 stops', () => {
    const story = givenCall('normal').forward('70s')
    story.tell(referred(story))
    expect(story.call).toMatchObject({
      callClass: 'normal',
      resolution: { kind: 'referred' },
      referral: { status: 'waiting' },
    })
    expect(story.sayClock('S2')).toBe('stopped after 70 s')
    expect(story.tell(end).status).toBe('ended')
  })

  test('taken back from there it opens a new incident', () => {
    const story = givenCall('normal')
    story.tell(referred(story)).tell(end).tell({ type: 'TakeBackReferral', reason: 'text:r', incidentId: 'INC.2' })
    expect(story.sent()).toEqual(['open INC', 'open INC.2'])
    expect(story.call).toMatchObject({ incident: 'INC.2', phase: { status: 'ended' }, referral: { status: 'handled' } })
    story.tell({ type: 'NoteIntakeSubmitted', incident: 'INC.2', at: story.now })
    expect(story.call.resolution).toEqual({ kind: 'handedOver', incident: 'INC.2' })
  })

  test('what was never referred cannot be confirmed', () => {
    expect(givenCall('information').refused({ type: 'ConfirmReferral' }).code).toBe('notFound')
  })
})

describe('erasing a caller', () => {
  const erase = { type: 'EraseCaller' } as const

  test('happens once the call is over, once; nothing is said under it afterwards', () => {
    const story = givenCall('information')
    expect(story.refused(erase)).toMatchObject({ code: 'notNow', params: { action: 'erase' } })
    story.tell(refer).tell(end).tell(erase)
    expect(story.sent()).toEqual(['eraseCaller'])
    expect(story.refused(erase).code).toBe('alreadyDone')
    expect(story.refused(answer).code).toBe('notNow')
    expect(story.refused(to('normal')).code).toBe('notNow')
  })

  test('not while somebody is to ring back', () => {
    const story = givenCall()
      .tell({ type: 'DropCall' })
      .tell({ type: 'RaiseCallback', cause: 'dropped', calls: ['CALL'] })
    expect(story.refused(erase).code).toBe('notNow')
    story.tell({ type: 'RecordCallback', outcome: 'settled' }).tell(erase)
    expect(story.call.erasedAt).toBe(story.now)
  })
})
