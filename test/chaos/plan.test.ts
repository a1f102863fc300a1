import { expect, test } from 'vitest'
import { createDice } from '../../src/chaos/dice.ts'
import { faultKinds, faultOf } from '../../src/chaos/faults/index.ts'
import { agencies, planCalls } from '../../src/chaos/plan/plan-calls.ts'
import { planFaults } from '../../src/chaos/plan/plan-faults.ts'

const minute = 60_000
const plan = (seed: number, runMs: number) => planFaults(createDice(seed), runMs)

test('the same seed plans the same faults and the same calls, another seed others', () => {
  expect(plan(7, minute)).toEqual(plan(7, minute))
  expect(plan(7, minute)).not.toEqual(plan(8, minute))
  const calls = (seed: number) => planCalls(createDice(seed), minute, plan(seed, minute))
  expect(calls(7)).toEqual(calls(7))
})

test.each([1, 2, 3, 4, 5])('every kind comes once in a short run, and again in a long one (seed %i)', seed => {
  const kindsOf = (runMs: number) => plan(seed, runMs).map(({ kind }) => kind)
  expect(new Set(kindsOf(0.6 * minute))).toEqual(new Set(faultKinds))
  expect(new Set(kindsOf(4 * minute).slice(faultKinds.length)).size).toBeGreaterThan(faultKinds.length / 2)
})

test.each([0.6, 4, 60])('a run of %d minutes has an end, and no more faults than it can bear', minutes => {
  const planned = plan(3, minutes * minute)
  expect(planned.every(({ at }) => at < minutes * minute)).toBe(true)
  expect(planned.length).toBeLessThanOrEqual(Math.max(faultKinds.length * 1.5, minutes * 30))
  for (const { kind, lastsMs } of planned) {
    const [least, most] = faultOf(kind).lasts
    expect(lastsMs).toBeGreaterThanOrEqual(least)
    expect(lastsMs).toBeLessThanOrEqual(most)
  }
})

test('calls go to groups of the city, their lead never says no, and a fault has something to disturb', () => {
  const faults = plan(3, minute)
  const calls = planCalls(createDice(3), minute, faults)
  for (const { agencies: whom } of calls) {
    expect(whom[0]?.crew).not.toBe('declines')
    for (const { agency } of whom) expect(agencies).toContain(agency)
  }
  for (const { at, kind } of faults) {
    const brought = faultOf(kind).calls ?? 0
    expect(calls.filter(call => call.at === at).length).toBeGreaterThanOrEqual(brought)
  }
})
