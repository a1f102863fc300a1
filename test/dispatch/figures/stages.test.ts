import { expect, test } from 'vitest'
import { allowedFor, type Stage, stageClocks, stages } from '../../../src/dispatch/figures/stages.ts'
import { cilegon } from '../../../src/dispatch/profiles/cilegon.ts'
import type { SopProfile } from '../../../src/dispatch/profiles/profile.ts'
import { semarang } from '../../../src/dispatch/profiles/semarang.ts'

const allowedOf = (profile: Pick<SopProfile, 'clocks'>, id: Stage) => {
  const stage = stageClocks.find(one => one.id === id)
  return stage && allowedFor(profile, stage)
}
const both = (targetSeconds: number, limitSeconds = targetSeconds) => ({ targetSeconds, limitSeconds })

test('what Semarang publishes for the way of an incident: steps 1 to 3, 4a, 4b', () => {
  expect(stages.map(id => allowedOf(semarang, id))).toEqual([both(30 + 240 + 120), both(180), both(900), undefined])
})

test('and Cilegon: its four steps to the sent alert, with the ranges of the first two', () => {
  expect(stages.map(id => allowedOf(cilegon, id))).toEqual([
    both(30 + 30 + 60 + 120, 60 + 60 + 60 + 120),
    both(180),
    both(900),
    undefined,
  ])
})

test('a standard with a gap says nothing of the whole way; one that goes in circles does not hang', () => {
  const without = (id: string) => ({ clocks: semarang.clocks.filter(clock => clock.id !== id) })
  expect(allowedOf(without('S2'), 'dispatch')).toBeUndefined()
  const circle = semarang.clocks.map(clock => ({ ...clock, stop: [clock.start] }))
  expect(stages.map(id => allowedOf({ clocks: circle }, id))).toEqual([undefined, undefined, undefined, undefined])
})
