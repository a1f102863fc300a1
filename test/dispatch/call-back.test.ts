import { describe, expect, test } from 'vitest'
import { silentRunOf, silentWindowMs } from '../../src/dispatch/call/calling-back.ts'
import type { CallCommand } from '../../src/dispatch/call/messages.ts'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { givenCall } from './support/call-story.ts'
import { operator } from './support/people.ts'

const raise: CallCommand = { type: 'RaiseCallback', cause: 'dropped', calls: ['CALL'] }
const noAnswer = { type: 'RecordCallback', outcome: 'noAnswer' } as const

describe('silent calls of one number', () => {
  const at = (...seconds: number[]) => seconds.map((s, index) => ({ id: `c${index + 1}`, openedAt: s * 1000 }))
  const run = (asked: string, ...seconds: number[]) => {
    const calls = at(...seconds)
    return silentRunOf(calls.find(({ id }) => id === asked) ?? { id: asked, openedAt: 0 }, calls)
  }

  test('two ask for nothing, the third within ten minutes asks for a call back (DESIGN, "Call")', () => {
    expect(run('c2', 0, 60)).toEqual([])
    expect(run('c3', 0, 60, 120)).toEqual(['c1', 'c2', 'c3'])
  })

  test('the window holds both its ends: the third at exactly ten minutes counts, a millisecond later it does not', () => {
    const edge = silentWindowMs / 1000
    expect(edge).toBe(600)
    expect(run('c3', 0, 60, edge)).toEqual(['c1', 'c2', 'c3'])
    expect(run('c3', 0, 60, edge + 0.001)).toEqual([])
  })

  test('the window slides: the first is forgotten, the later three count', () => {
    expect(run('c4', 0, 300, 700, 890)).toEqual(['c2', 'c3', 'c4'])
  })

  test('whichever is classified last completes the run, also when it rang first', () => {
    expect(run('c1', 0, 60, 120)).toEqual(['c1', 'c2', 'c3'])
  })
})

describe('a call that breaks off (terputus)', () => {
  test('before it was classified asks for a call back; its clock ends uncounted', () => {
    const story = givenCall().forward('12s').tell({ type: 'DropCall' })
    expect(story.sent()).toEqual(['askCallback'])
    expect(story.call).toMatchObject({ phase: { status: 'ended' }, droppedAt: story.now })
    expect(story.sayClock('S1')).toBe('ended after 12 s')
    expect(story.dueAt).toBeNull()
    const classify = { type: 'ClassifyCall', callClass: 'normal', incidentId: 'INC' } as const
    expect(story.refused(classify)).toMatchObject({ code: 'notNow', params: { action: 'classify' } })
  })

  test('a normal one whose fields are not complete does too, and its incident goes on', () => {
    const story = givenCall('normal').forward('30s').tell({ type: 'DropCall' })
    expect(story.sent()).toEqual(['open INC', 'askCallback'])
    expect(story.sayClock('S2')).toBe('stopped after 30 s')
    story.tell({ type: 'NoteIntakeSubmitted', incident: 'INC', at: story.now })
    expect(story.call).toMatchObject({ phase: { status: 'ended' }, resolution: { kind: 'handedOver' } })
  })

  test('is only ended when nothing was left to ask', () => {
    const handed = givenCall('normal').tell({ type: 'NoteIntakeSubmitted', incident: 'INC', at: 0 })
    for (const story of [handed, givenCall('information'), givenCall('prank')]) {
      expect(story.refused({ type: 'DropCall' })).toMatchObject({ code: 'notNow' })
    }
    expect(givenCall('normal').tell({ type: 'DropCall' }).refused({ type: 'DropCall' }).code).toBe('alreadyDone')
  })
})

describe('a call-back task', () => {
  const raised = () => givenCall().tell({ type: 'DropCall' }).tell(raise)

  test('is raised once, with the calls that led to it', () => {
    const story = raised()
    const { length } = story.events
    story.tell(raise)
    expect(story.events.length).toBe(length)
    expect(story.call.callback).toEqual({ cause: 'dropped', raisedAt: story.now, calls: ['CALL'], attempts: [] })
  })

  test('stays open while nobody answers, and says who tried when', () => {
    const story = raised().forward('1m').tell(noAnswer).forward('5m').tell(noAnswer)
    expect(story.call.callback?.attempts).toEqual([
      { at: story.now - 300_000, by: operator },
      { at: story.now, by: operator },
    ])
    expect(story.call.callback?.done).toBeUndefined()
  })

  test('is given up after three attempts, with a reason, not before', () => {
    const story = raised().tell(noAnswer).tell(noAnswer)
    const givenUp = { type: 'RecordCallback', outcome: 'givenUp' } as const
    expect(story.refused({ ...givenUp, note: 'text:n' })).toEqual({
      code: 'attemptsMissing',
      params: { attempts: 2, wanted: 3 },
    })
    story.tell(noAnswer)
    expect(story.refused(givenUp).code).toBe('reasonMissing')
    story.tell({ ...givenUp, note: 'text:n' })
    expect(story.call.callback?.done).toMatchObject({ outcome: 'givenUp', note: 'text:n', by: operator })
    expect(story.refused(noAnswer)).toMatchObject({ code: 'alreadyDone', params: { action: 'callback' } })
  })

  test('that reached somebody goes on as the same matter, or as a call of its own', () => {
    const same = raised().tell({ type: 'RecordCallback', outcome: 'reached' })
    expect(same.sent()).toEqual(['askCallback'])
    const own = raised().tell({ type: 'RecordCallback', outcome: 'reached', newCall: 'CALL-balik' })
    expect(own.sent()).toEqual(['askCallback', 'call CALL-balik'])
    expect(own.call.callback?.done).toMatchObject({ outcome: 'reached', call: 'CALL-balik' })
  })

  test('of a call that has none is not found', () => {
    expect(givenCall().refused(noAnswer)).toEqual({ code: 'notFound', params: { what: 'callback' } })
  })
})

test.each(['ghost', 'prank'] as const)('Cilegon: a %s stops C2 and C4 in the action that closes it', callClass => {
  const story = givenCall(callClass, cilegon)
  for (const clock of ['C2', 'C4']) expect(story.sayClock(clock)).toBe('stopped after 0 s')
})

test('Cilegon: C4 runs from the answer to the end of the call', () => {
  const story = givenCall('information', cilegon).forward('20s')
  story.tell({ type: 'RecordAnswer', topic: 'text:t', answer: 'text:a' }).forward('25s')
  expect([story.sayClock('C2'), story.sayClock('C4')]).toEqual(['stopped after 20 s', 'running'])
  expect(story.tell({ type: 'EndCall' }).sayClock('C4')).toBe('stopped after 25 s')
})
