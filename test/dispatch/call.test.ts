import { describe, expect, test } from 'vitest'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { CallStory, givenCall } from './support/call-story.ts'

const answer = { type: 'RecordAnswer', topic: 'text:pln', answer: 'text:answer' } as const
const refer = { type: 'ReferCall', receiver: 'text:receiver', note: 'text:note' } as const
const referral = { receiver: 'text:receiver', note: 'text:note', status: 'waiting' }
const end = { type: 'EndCall' } as const

describe('a call', () => {
  test('is opened once, and nothing happens to one that is not', () => {
    const story = givenCall()
    expect(story.status).toBe('open')
    const { id, version } = story.profile
    const again = { type: 'OpenCall', callId: 'CALL', centre: 'SMG', profile: { id, version } } as const
    expect(story.refused(again).code).toBe('alreadyExists')
    expect(new CallStory().refused(end)).toEqual({ code: 'notFound', params: { what: 'call' } })
  })

  test('is classified once', () => {
    const story = givenCall('normal')
    const again = { type: 'ClassifyCall', callClass: 'ghost', incidentId: 'INC' } as const
    expect(story.forward('5s').refused(again)).toMatchObject({ code: 'alreadyDone', params: { action: 'classify' } })
  })
})

describe('normal', () => {
  test('opens its incident, with the name that the caller gave', () => {
    const story = givenCall()
    story.tell({ type: 'ClassifyCall', callClass: 'normal', incidentId: 'INC', reporter: 'text:name' })
    expect(story.effects).toEqual([
      { id: '2.0', kind: 'openIncident', incident: 'INC', reporter: 'text:name' },
      { id: '2.1', kind: 'countCall' },
    ])
    expect(story.call).toMatchObject({ callClass: 'normal', incident: 'INC', phase: { status: 'classified' } })
  })

  test('is handed over with the submitted fields, and then ended by the operator', () => {
    const story = givenCall('normal').forward('100s')
    const submitted = { type: 'NoteIntakeSubmitted', incident: 'INC', at: story.now - 2000 } as const
    story.tell(submitted)
    expect(story.call.resolution).toEqual({ kind: 'handedOver', incident: 'INC' })
    expect(story.call.resolvedAt).toBe(story.now - 2000)
    const before = story.events.length
    story.tell(submitted)
    expect(story.events.length).toBe(before)
    story.tell(end)
    expect(story.status).toBe('ended')
    expect(story.refused(end).code).toBe('alreadyDone')
  })

  test('may end before the fields are in; they still arrive', () => {
    const story = givenCall('normal', cilegon).forward('20s').tell(end).forward('1m')
    expect(story.sayClock('C2')).toBe('stopped after 20 s')
    story.tell({ type: 'NoteIntakeSubmitted', incident: 'INC', at: story.now })
    expect(story.status).toBe('ended')
    expect(story.sayClock('C2')).toBe('stopped after 20 s')
    expect(story.sayClock('C4')).toBe('not started')
  })

  test('is resolved when its incident is cancelled, once', () => {
    const story = givenCall('normal').forward('1m')
    story.tell({ type: 'NoteIncidentCancelled', incident: 'INC', at: story.now })
    expect(story.call.resolution).toEqual({ kind: 'cancelled', incident: 'INC' })
    const before = story.events.length
    story.tell({ type: 'NoteIncidentCancelled', incident: 'INC', at: story.now })
    expect(story.events.length).toBe(before)
  })

  test('stays handed over when its incident is cancelled later', () => {
    const story = givenCall('normal').tell({ type: 'NoteIntakeSubmitted', incident: 'INC', at: 0 }).forward('1m')
    story.tell({ type: 'NoteIncidentCancelled', incident: 'INC', at: story.now })
    expect(story.call).toMatchObject({ resolution: { kind: 'handedOver' }, incidentCancelledAt: story.now })
  })

  test('hears of its own incident only', () => {
    const story = givenCall('normal')
    const note = { type: 'NoteIntakeSubmitted', incident: 'OTHER', at: story.now } as const
    expect(story.refused(note).code).toBe('notFound')
    expect(givenCall('information').refused({ ...note, incident: 'INC' }).code).toBe('notFound')
  })

  test('needs no answer and no referral', () => {
    expect(givenCall('normal').refused(answer).code).toBe('notNow')
    expect(givenCall('normal').refused(refer).code).toBe('notNow')
  })
})

describe.each(['ghost', 'prank'] as const)('%s', callClass => {
  test('closes in one action: no incident, nothing sent, no clock left', () => {
    const story = givenCall(callClass)
    expect(story.status).toBe('ended')
    expect(story.call.resolution).toEqual({ kind: 'nuisance' })
    expect(story.sent()).toEqual([])
    expect(story.dueAt).toBeNull()
    expect(story.refused(end).code).toBe('alreadyDone')
  })
})

describe('information', () => {
  test('the answer is recorded, then the call ends', () => {
    const story = givenCall('information').tell(answer)
    expect(story.call.resolution).toEqual({ kind: 'answered', topic: 'text:pln', answer: 'text:answer' })
    expect(story.refused(answer).code).toBe('alreadyDone')
    expect(story.tell(end).status).toBe('ended')
    expect(story.refused(refer).code).toBe('alreadyDone')
  })

  test('an answer from the centre’s list is counted for its entry, once', () => {
    const story = givenCall('information').tell({ ...answer, entry: 'SMG-umum-01' })
    expect(story.call.resolution).toMatchObject({ kind: 'answered', entry: 'SMG-umum-01' })
    expect(story.sent()).toEqual(['count SMG-umum-01'])
    story.refused({ ...answer, entry: 'SMG-umum-02' })
    expect(story.sent()).toEqual([])
  })

  test('or the caller is referred', () => {
    const story = givenCall('information').tell(refer)
    expect(story.call).toMatchObject({ resolution: { kind: 'referred' }, referral })
    expect(story.refused(refer).code).toBe('alreadyDone')
  })

  test.each([
    ['answered, then referred', answer, refer],
    ['referred, then answered', refer, answer],
  ])('or both: %s', (_, first, second) => {
    const story = givenCall('information').tell(first).forward('10s').tell(second)
    expect(story.call).toMatchObject({
      resolution: { kind: 'answered', topic: 'text:pln', answer: 'text:answer' },
      referral,
    })
    expect(story.call.resolvedAt).toBe(story.now - 10_000)
    for (const again of [first, second]) expect(story.refused(again).code).toBe('alreadyDone')
  })

  test('or the caller hangs up', () => {
    expect(givenCall('information').tell(end).status).toBe('ended')
  })
})

test('nothing is answered or ended before the call is classified', () => {
  for (const command of [answer, refer, end]) expect(givenCall().refused(command).code).toBe('notNow')
})

describe('the desk ladder: colour at 0.75, one message to the supervisors at the limit', () => {
  test('Semarang, S1 after 30 s and S2 after 240 s', () => {
    const story = givenCall().forward('29s')
    expect(story.sent()).toEqual([])
    expect(story.forward('1s').sent()).toEqual(['ping S1 at 1'])
    story.classify('normal').forward('239s')
    expect(story.sent()).toEqual(['open INC'])
    expect(story.forward('1s').sent()).toEqual(['ping S2 at 1'])
    expect(story.forward('5h').sent()).toEqual([])
  })

  test('Cilegon counts from the end of its range', () => {
    const story = givenCall(undefined, cilegon).forward('59s')
    expect(story.sent()).toEqual([])
    expect(story.forward('1s').sent()).toEqual(['ping C1 at 1'])
  })

  test('a call that waited while the system was away is told once', () => {
    const story = givenCall()
    story.now += 3_600_000
    expect(story.tell({ type: 'FireDue' }).sent()).toEqual(['ping S1 at 1'])
    const before = story.events.length
    expect(story.tell({ type: 'FireDue' }).events.length).toBe(before)
    expect(story.dueAt).toBeNull()
  })
})
