import { describe, expect, test } from 'vitest'
import type { IncidentCommand } from '../../src/dispatch/incident/commands.ts'
import { type IntakeChange, missingLetters } from '../../src/dispatch/incident/intake.ts'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { answered, houseFire, notified, opened, plan, submitted } from './support/beginnings.ts'
import { operator, supervisor } from './support/people.ts'
import { given, givenBy, type Story } from './support/story.ts'

const answer = (change: IntakeChange) => ({ type: 'AnswerIntake', change }) as const

const unknowns = {
  a: { reporter: 'unknown' },
  b: { type: 'unknown' },
  c: { location: 'unknown' },
  d: { address: 'unknown' },
  e: { condition: 'unknown' },
  f: { passable: 'unknown' },
  g: { handlingSoFar: 'unknown' },
  h: { victims: 'unknown' },
} as const satisfies Record<string, IntakeChange>

describe('fields a-h (Semarang, step 2, "Keterangan")', () => {
  test.each(Object.entries(unknowns))('%s may be "tidak diketahui"', (letter, change) => {
    const story = given(opened)
    expect(missingLetters(story.incident.intake)).toContain(letter)
    story.tell(answer(change))
    expect(missingLetters(story.incident.intake)).not.toContain(letter)
  })

  test('a point alone answers d', () => {
    const story = given(opened).tell(answer({ point: { known: { lat: -6.98, lng: 110.41, accuracyMetres: 50 } } }))
    expect(missingLetters(story.incident.intake)).not.toContain('d')
  })

  test('cannot be submitted with one missing: it says which', () => {
    const story = given(opened).tell(answer({ ...unknowns.a, ...unknowns.c, ...unknowns.f }))
    expect(story.refused({ type: 'SubmitIntake' })).toEqual({
      code: 'intakeIncomplete',
      params: { missing: 'b, d, e, g, h' },
    })
  })

  test('are submitted with every one unknown, once; the call hears of it', () => {
    const story = given(opened)
    for (const change of Object.values(unknowns)) story.tell(answer(change))
    story.tell({ type: 'SubmitIntake' })
    expect(story.phase).toBe('submitted')
    expect(story.sent()).toEqual(['call hears intake.submitted'])
    expect(story.refused({ type: 'SubmitIntake' })).toMatchObject({ code: 'alreadyDone', params: { at: story.now } })
  })

  test('an answer that says the same changes nothing', () => {
    const story = given(answered())
    const before = story.events.length
    story.tell(answer(houseFire))
    expect(story.events.length).toBe(before)
  })
})

describe('what cannot be', () => {
  test.each([
    [{ type: { known: 'NO-SUCH' } }, 'unknownType'],
    [{ point: { known: { lat: 91, lng: 0, accuracyMetres: 1 } } }, 'pointOutsideWorld'],
    [{ point: { known: { lat: 0, lng: -181, accuracyMetres: 1 } } }, 'pointOutsideWorld'],
    [{ point: { known: { lat: 0, lng: 0, accuracyMetres: -1 } } }, 'pointOutsideWorld'],
    [{ point: { known: { lat: Number.NaN, lng: 0, accuracyMetres: 1 } } }, 'pointOutsideWorld'],
    [{ point: { known: { lat: 0, lng: 0, accuracyMetres: 100_001 } } }, 'pointOutsideWorld'],
    [{ point: { known: { lat: 0, lng: 0, accuracyMetres: 1e300 } } }, 'pointOutsideWorld'],
    [{ victims: { known: { injured: -1 } } }, 'negativeCount'],
    [{ victims: { known: { dead: 100_001 } } }, 'negativeCount'],
    [{ victims: { known: { trapped: 1.5 } } }, 'negativeCount'],
  ] as const)('%j is refused: %s', (change, code) => {
    expect(given(opened).refused(answer(change as IntakeChange)).code).toBe(code)
  })
})

test('the widest circle and the largest number that can be', () => {
  const point = { lat: 90, lng: -180, accuracyMetres: 100_000 }
  const story = given(opened).tell(answer({ point: { known: point }, victims: { known: { missing: 100_000 } } }))
  expect(story.incident.intake).toMatchObject({ point: { known: point } })
})

describe('priority and privacy follow the run card', () => {
  test('raised by what the caller tells later', () => {
    const story = given(opened).tell(answer({ type: { known: 'ROB' } }))
    expect(story.incident.priority).toBe(2)
    story.tell(answer({ victims: { known: { trapped: 1 } } }))
    expect(story.incident.priority).toBe(1)
  })

  test('lowered where nobody is hurt', () => {
    const story = given(opened).tell(answer({ type: { known: 'LAKA' } }))
    expect(story.incident.priority).toBe(1)
    story.tell(answer({ victims: { known: { injured: 0 } } }))
    expect(story.incident.priority).toBe(3)
  })

  test('a priority that the dispatcher chose stays until type, victims or hazards change', () => {
    const story = given(submitted({ ...houseFire, type: { known: 'RSC' } }))
    story.tell({ type: 'DispatchIncident', agencies: [plan('DAMKAR', 'lead')], priority: 1 })
    story.tell(answer({ condition: { known: 'text:other' } }))
    expect(story.incident.priority).toBe(1)
    story.tell(answer({ hazards: ['child'] }))
    expect(story.incident.priority).toBe(3)
  })

  test('a restricted type is restricted, also once its type is in doubt', () => {
    const story = given(opened).tell(answer({ type: { known: 'MED' } }))
    expect(story.incident.restricted).toBe(true)
    story.tell(answer({ type: 'unknown' }))
    expect(story.incident.restricted).toBe(true)
    story.tell(answer({ type: { known: 'PHN' } }))
    expect(story.incident.restricted).toBe(false)
  })
})

describe('early dispatch', () => {
  const place = { address: { known: 'text:address' } } as const
  const dispatch: IncidentCommand = { type: 'DispatchIncident', agencies: [plan('DAMKAR', 'lead')] }

  test.each([
    [{}, 'placeMissing'],
    [place, 'placeMissing'],
    [{ type: { known: 'MED' } }, 'placeMissing'],
    [{ type: { known: 'MED' }, address: 'unknown' }, 'placeMissing'],
    [{ type: 'unknown', ...place }, 'placeMissing'],
  ] as const)('%j is not enough', (change, code) => {
    const story = given(opened).tell(answer(change as IntakeChange))
    expect(story.refused(dispatch).code).toBe(code)
  })

  test.each(['location', 'address', 'landmark', 'point'] as const)('type and %s are enough', field => {
    const point = { known: { lat: -7, lng: 110, accuracyMetres: 10 } }
    const where = field === 'point' ? { point } : { [field]: { known: 'text:place' } }
    const story = given(opened).tell(answer({ type: { known: 'MED' }, ...where }))
    story.forward('30s').tell(dispatch)
    expect(story.phase).toBe('dispatched')
    expect(story.sent()).toEqual(['alert DAMKAR'])
    expect(story.clock('S3')?.startedAt).toBe(story.now)
  })

  test('the intake goes on: what matters goes out as a message, the rest edits the cards', () => {
    const story = given(opened)
      .tell(answer({ type: { known: 'MED' }, ...place }))
      .tell(dispatch)
    story.sent()
    story.tell(answer({ condition: { known: 'text:condition' }, passable: { known: false } }))
    expect(story.sent()).toEqual(['cards'])
    story.tell(answer({ victims: { known: { sick: 1 } }, hazards: ['child'] }))
    expect(story.sent()).toEqual(['update victims,hazards to DAMKAR', 'cards'])
    story.tell(answer({ location: 'unknown', landmark: 'unknown' }))
    expect(story.sent()).toEqual(['cards'])
    story.tell(answer({ address: 'unknown' }))
    expect(story.sent()).toEqual(['update address to DAMKAR', 'cards'])
  })

  test('submitting later neither sends again nor starts S3 anew', () => {
    const story = given(opened).tell(answer(houseFire)).tell(dispatch)
    const startedAt = story.now
    story.deliver('DAMKAR').forward('1m').tell({ type: 'SubmitIntake' })
    expect(story.phase).toBe('dispatched')
    expect(story.clock('S3')?.startedAt).toBe(startedAt)
    expect(story.told()).toEqual(['alert DAMKAR', 'call hears intake.submitted'])
  })

  test('agencies that left hear no update', () => {
    const story = given(notified()).decline('PLN').standDown('DINKES')
    story.sent()
    story.tell(answer({ hazards: ['fire', 'powerLine'] }))
    expect(story.sent()).toEqual(['update hazards to DAMKAR,POLRES', 'cards'])
  })
})

describe('the plan', () => {
  const dispatch = (story: Story, ...agencies: ReturnType<typeof plan>[]) =>
    story.refused({ type: 'DispatchIncident', agencies })

  test('has one lead, which acts, and each agency once', () => {
    const story = given(submitted())
    expect(dispatch(story)).toEqual({ code: 'leadMissing', params: { leads: 0 } })
    expect(dispatch(story, plan('PLN')).code).toBe('leadMissing')
    expect(dispatch(story, plan('PLN', 'lead'), plan('DAMKAR', 'lead')).params).toEqual({ leads: 2 })
    expect(dispatch(story, plan('POLRES', 'lead', 'inform')).code).toBe('leadMissing')
    expect(dispatch(story, plan('DAMKAR', 'lead'), plan('PLN'), plan('PLN'))).toEqual({
      code: 'duplicateAgency',
      params: { agency: 'PLN' },
    })
  })

  test('goes out once', () => {
    expect(dispatch(given(notified()), plan('DAMKAR', 'lead'))).toMatchObject({
      code: 'notNow',
      params: { action: 'dispatch', status: 'dispatched' },
    })
  })
})

describe('a centre where a dispatcher takes over (Cilegon)', () => {
  const dispatch: IncidentCommand = { type: 'DispatchIncident', agencies: [plan('DAMKAR', 'lead')] }
  const take = { type: 'TakeIncident' } as const

  test('the incident is taken once it is submitted, by one dispatcher, and then dispatched', () => {
    const story = givenBy(cilegon, answered())
    expect(story.refused(take).code).toBe('notNow')
    expect(story.refused(dispatch).code).toBe('notTaken')
    story.tell({ type: 'SubmitIntake' })
    expect(story.refused(dispatch).code).toBe('notTaken')
    story.forward('20s').tell(take, supervisor)
    expect(story.incident.phase).toEqual({ status: 'taken', by: supervisor })
    const at = story.now
    story.forward('5s')
    expect(story.refused(take, operator)).toEqual({
      code: 'alreadyDone',
      params: { action: 'take', by: 'Penyelia Dua', at },
    })
    story.tell(dispatch, supervisor)
    expect(story.phase).toBe('dispatched')
    expect(story.refused(take).code).toBe('notNow')
    expect(story.refused(dispatch).code).toBe('notNow')
  })

  test('where operators own their incidents there is nothing to take', () => {
    expect(given(submitted()).refused(take).code).toBe('notNow')
  })
})

test('an incident is opened once, and nothing happens to one that is not', () => {
  const story = given(opened)
  const again = { ...story.events[0], type: 'OpenIncident' } as const
  expect(story.refused(again as Parameters<Story['refused']>[0])).toMatchObject({ code: 'alreadyExists' })
  expect(given().refused({ type: 'SubmitIntake' })).toEqual({ code: 'notFound', params: { what: 'incident' } })
})
