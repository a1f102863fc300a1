import { expect, test } from 'vitest'
import { buttonVerbs } from '../../../../src/application/application.ts'
import { numberOf, privatelyNumber, wishOf } from '../../../../src/bots/whatsapp/answers/numbers.ts'

const secondQuestions: readonly string[] = ['confirm:clear', 'confirm:notFound', 'confirm:handBack', 'back']
const ofUnits: readonly string[] = ['unit:arrive', 'unit:clear']

test('the numbers are those of the cards that hang on the wall, for ever', () => {
  const plain = buttonVerbs.filter(verb => !ofUnits.includes(verb)).map(verb => `${numberOf(verb)} ${verb}`)
  expect(plain.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
    '0 undo',
    '0 back',
    '1 acknowledge',
    '2 decline',
    '3 depart',
    '4 arrive',
    '5 obstacle',
    '6 requestBackup',
    '7 clear',
    '7 confirm:clear',
    '8 notFound',
    '8 confirm:notFound',
    '9 report',
    '10 handBack',
    '10 confirm:handBack',
    '11 transport',
    '12 arriveHospital',
    '13 detail',
    '14 receive',
    '15 takeEscalation',
    '16 finish',
    '17 takeOver',
    '18 postpone',
    '19 putAway',
    '21 outcome:handled',
    '22 outcome:nothingFound',
    '23 outcome:referred',
    '24 outcome:transferred',
    '31 reason:notOurs',
    '32 reason:noUnit',
    '33 reason:outOfArea',
    '34 reason:duplicate',
    '35 reason:handledAlready',
    '40 units',
  ])
})

test('every number leads back to its verb; the second question of a step shares the number of the first', () => {
  for (const verb of buttonVerbs) {
    if (secondQuestions.includes(verb) || ofUnits.includes(verb)) continue
    expect(wishOf(numberOf(verb))).toEqual({ verb })
  }
  expect(secondQuestions.map(verb => wishOf(numberOf(verb as 'back')))).toEqual([
    { verb: 'clear' },
    { verb: 'notFound' },
    { verb: 'handBack' },
    { verb: 'undo' },
  ])
  expect(wishOf(privatelyNumber)).toBe('privately')
})

test('a step of a unit has the number of its unit', () => {
  for (let unit = 1; unit <= 20; unit++) {
    for (const verb of ['unit:arrive', 'unit:clear'] as const) {
      expect(wishOf(numberOf(verb, unit))).toEqual({ verb, about: unit })
    }
  }
  expect([numberOf('unit:arrive', 1), numberOf('unit:clear', 9), numberOf('unit:arrive', 12)]).toEqual([41, 59, 412])
})

test('no two of them are the same, and all others mean nothing', () => {
  const known = Array.from({ length: 1000 }, (_, number) => wishOf(number)).filter(wish => wish !== null)
  expect(new Set(known.map(wish => JSON.stringify(wish))).size).toBe(known.length)
  expect([25, 30, 36, 50, 60, 99, 112, 400, 500, 999].map(wishOf)).toEqual(Array(10).fill(null))
})
