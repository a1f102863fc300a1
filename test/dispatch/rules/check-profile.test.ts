import { describe, expect, test } from 'vitest'
import { checkProfile, type ProfileEdit } from '../../../src/dispatch/profiles/check-profile.ts'
import { cilegon } from '../../../src/dispatch/profiles/cilegon.ts'
import { markDepartures } from '../../../src/dispatch/profiles/mark-departures.ts'
import type { ClockDefinition, Ladder } from '../../../src/dispatch/profiles/profile.ts'
import { semarang } from '../../../src/dispatch/profiles/semarang.ts'
import { differenceOf, profileParts } from '../../../src/dispatch/rules/difference.ts'
import { changedLimits } from '../../../src/dispatch/rules/preview.ts'

const wrongIn = (edit: ProfileEdit) => checkProfile(edit, semarang).map(({ code, path }) => `${code} ${path}`)

/** Semarang's profile with one clock changed, as nobody but a slip of the hand would. */
const withClock = (id: string, change: Record<string, unknown>): ProfileEdit => ({
  ...semarang,
  clocks: semarang.clocks.map(clock => (clock.id === id ? ({ ...clock, ...change } as ClockDefinition) : clock)),
})
const withUrgent = (change: object): ProfileEdit => ({
  ...semarang,
  ladders: {
    ...semarang.ladders,
    response: { ...semarang.ladders.response, urgent: { ...semarang.ladders.response.urgent, ...change } as Ladder },
  },
})
const rungs = (...given: object[]) => withUrgent({ rungs: given })

test.each([semarang, cilegon])('the shipped standard of $id is right', profile => {
  expect(checkProfile(profile, profile)).toEqual([])
})

describe('a clock', () => {
  test.each([
    ['a kind that nobody knows', { kind: 'slow' }, ['wordUnknown clocks.S3.kind']],
    ['a mark that nobody knows', { start: 'sun.risen' }, ['wordUnknown clocks.S3.start']],
    ['its start among its stops', { stop: ['dispatch.ready'] }, ['startIsStop clocks.S3.stop']],
    ['no stop', { stop: [] }, ['stopMissing clocks.S3.stop']],
    ['a stop twice', { stop: ['dispatch.allDelivered', 'dispatch.allDelivered'] }, ['stopTwice clocks.S3.stop']],
    ['a mark of another scope', { start: 'assignment.cleared' }, ['markNotInScope clocks.S3']],
    ['a kind that its scope cannot have', { kind: 'report' }, ['kindNotForScope clocks.S3']],
    ['classes that are a call’s', { classes: ['normal'] }, ['classesNotForScope clocks.S3.classes']],
    ['target 0', { targetSeconds: 0 }, ['targetInvalid clocks.S3.targetSeconds']],
    ['half a second', { targetSeconds: 0.5 }, ['targetInvalid clocks.S3.targetSeconds']],
    ['an endless target', { targetSeconds: Number.POSITIVE_INFINITY }, ['targetInvalid clocks.S3.targetSeconds']],
    ['more than a week', { targetSeconds: 604_801 }, ['targetInvalid clocks.S3.targetSeconds']],
    ['a limit below its target', { limitSeconds: 60 }, ['limitBelowTarget clocks.S3.limitSeconds']],
    ['no name', { name: { id: '', en: 'x' } }, ['nameMissing clocks.S3.name']],
    ['a colon in its code', { id: 'S:3' }, ['clockIdInvalid clocks.S:3', 'publishedClockRemoved clocks.S3']],
    ['the code of another', { id: 'S4a' }, ['clockIdTwice clocks.S4a', 'publishedClockRemoved clocks.S3']],
  ])('is refused with %s', (_, change, problems) => {
    expect(wrongIn(withClock('S3', change))).toEqual(problems)
  })

  test('of an incident may start with a moment of the call; a call’s clock may not wait for the incident’s end', () => {
    expect(wrongIn(withClock('S3', { start: 'call.classified' }))).toEqual([])
    expect(wrongIn(withClock('S1', { stop: ['incident.archived'] }))).toEqual(['markNotInScope clocks.S1'])
    expect(wrongIn(withClock('S1', { kind: 'response' }))).toEqual(['kindNotForScope clocks.S1'])
  })
})

describe('a ladder', () => {
  test.each([
    ['rungs that do not ascend', rungs({ at: 1, ping: ['agency'] }, { at: 0.5 }), ['rungsNotAscending']],
    ['a rung at nothing', rungs({ at: 0, ping: ['agency'] }), ['rungInvalid']],
    ['a rung beyond reach', rungs({ at: 11, ping: ['agency'] }), ['rungInvalid']],
    ['a rung that is called like a repetition', rungs({ at: 1, name: 'r1', ping: ['agency'] }), ['rungNameInvalid']],
    ['a name twice', rungs({ at: 1, name: 'satu', ping: ['agency'] }, { at: 2, name: 'satu' }), ['rungNameTwice']],
    ['somebody twice', rungs({ at: 1, ping: ['agency', 'agency'] }), ['rungPingsTwice']],
    ['a recipient nobody knows', rungs({ at: 1, ping: ['mayor', 'agency'] }), ['wordUnknown']],
    [
      'a repetition every 59 seconds',
      withUrgent({ repeat: { everySeconds: 59, ping: ['agency'] } }),
      ['repeatTooOften'],
    ],
    ['a repetition for nobody', withUrgent({ repeat: { everySeconds: 60, ping: [] } }), ['repeatPingsNobody']],
  ])('is refused with %s', (_, edit, codes) => {
    expect(wrongIn(edit).map(wrong => wrong.split(' ')[0])).toEqual(codes)
  })

  test('for P1 and P2 that tells nobody of a breach is refused', () => {
    expect(wrongIn(rungs({ at: 1.5, phoneTask: 'awaited' }))).toEqual(['neverEscalates ladders.response.urgent'])
    expect(wrongIn(rungs({ at: 0.75, ping: ['owner'] }, { at: 1, listed: true }))).toEqual([
      'neverEscalates ladders.response.urgent',
    ])
    expect(wrongIn(withUrgent({ rungs: [], repeat: { everySeconds: 60, ping: ['supervisorOnDuty'] } }))).toEqual([
      'repeatWithoutRungs ladders.response.urgent.repeat',
      'neverEscalates ladders.response.urgent',
    ])
    const noResponse = semarang.clocks.filter(({ kind }) => kind !== 'response')
    expect(wrongIn({ ...semarang, clocks: noResponse })).toContain('neverEscalates clocks')
  })

  test('must pursue whoever does not answer, at every priority', () => {
    const { urgent, routine } = semarang.ladders.response
    const withRoutine = (ladder: Ladder) => ({
      ...semarang,
      ladders: { ...semarang.ladders, response: { urgent, routine: ladder } },
    })
    expect(wrongIn(withRoutine({ rungs: [] }))).toEqual(['unansweredForgotten ladders.response.routine'])
    expect(wrongIn(withRoutine({ rungs: [{ at: 1, phoneTask: 'unanswered' }] }))).toEqual([
      'rungNameShared ladders.response.routine',
    ])
    expect(wrongIn(withRoutine(routine))).toEqual([])
    expect(wrongIn(withClock('S4a', { stop: ['assignment.answered', 'dispatch.allDelivered'] }))).toEqual([
      'unansweredForgotten clocks',
    ])
  })
})

describe('what a clock rests on', () => {
  const basisOf = (edit: ProfileEdit, id: string) => markDepartures(edit.clocks, semarang).find(c => c.id === id)

  test('a published figure that is changed becomes an internal target and carries the published one along', () => {
    expect(basisOf(withClock('S3', { targetSeconds: 90 }), 'S3')).toMatchObject({
      basis: 'internal',
      published: { targetSeconds: 120 },
    })
    expect(basisOf(withClock('S3', { start: 'call.classified' }), 'S3')).toMatchObject({ basis: 'internal' })
  })

  test('nobody can claim that a figure of theirs is published', () => {
    const claimed = withClock('S3', { targetSeconds: 90, basis: 'seed', published: { targetSeconds: 90 } })
    expect(basisOf(claimed, 'S3')).toMatchObject({ basis: 'internal', published: { targetSeconds: 120 } })
    const own = { ...semarang, clocks: [...semarang.clocks, { ...semarang.clocks[0], id: 'X1', basis: 'seed' }] }
    const added = basisOf(own as ProfileEdit, 'X1')
    expect([added?.basis, added?.published]).toEqual(['internal', undefined])
  })

  test('who goes back to the published figure has its basis again; another name departs from nothing', () => {
    const back = { ...semarang, clocks: markDepartures(withClock('S3', { targetSeconds: 90 }).clocks, semarang) }
    const restored = { ...back, clocks: back.clocks.map(c => (c.id === 'S3' ? { ...c, targetSeconds: 120 } : c)) }
    expect(markDepartures(restored.clocks, semarang)).toEqual(semarang.clocks)
    expect(basisOf(withClock('S3', { name: { id: 'Kirim', en: 'Send' } }), 'S3')?.basis).toBe('seed')
  })

  test('departing and leaving out are warned of', () => {
    const departed = { ...semarang, clocks: markDepartures(withClock('S3', { targetSeconds: 90 }).clocks, semarang) }
    expect(wrongIn(departed)).toEqual(['publishedClockChanged clocks.S3'])
    const without = { ...semarang, clocks: semarang.clocks.filter(({ id }) => id !== 'TOTAL') }
    expect(wrongIn(without)).toEqual(['publishedClockRemoved clocks.TOTAL'])
  })
})

test('the difference names clocks and ladders, field by field; keys in another order are no difference', () => {
  const { clocks } = withClock('S3', { targetSeconds: 90, limitSeconds: 150 })
  const after = { clocks: clocks.filter(({ id }) => id !== 'S7'), ladders: withUrgent({ rungs: [] }).ladders }
  expect(differenceOf(profileParts(semarang), profileParts(after))).toEqual({
    added: [],
    removed: ['S7'],
    changed: [
      { part: 'S3', field: 'targetSeconds', before: 120, after: 90 },
      { part: 'S3', field: 'limitSeconds', before: null, after: 150 },
      {
        part: 'ladders.response.urgent',
        field: 'rungs',
        before: semarang.ladders.response.urgent.rungs,
        after: [],
      },
    ],
  })
  const turned = semarang.clocks.map(clock => Object.fromEntries(Object.entries(clock).reverse()))
  const same = { ladders: semarang.ladders, clocks: turned } as unknown as ProfileEdit
  expect(differenceOf(profileParts(semarang), profileParts(same))).toEqual({ added: [], removed: [], changed: [] })
  expect(changedLimits(semarang.clocks, after.clocks)).toEqual([
    {
      clock: 'S3',
      before: { targetSeconds: 120, limitSeconds: 120 },
      after: { targetSeconds: 90, limitSeconds: 150 },
    },
    { clock: 'S7', before: { targetSeconds: 120, limitSeconds: 120 }, after: null },
  ])
})
