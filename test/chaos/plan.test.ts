import { expect, test } from 'vitest'
import { whatsAppAgencies } from '../../src/app/training/seed-whatsapp.ts'
import { createDice } from '../../src/chaos/dice.ts'
import { faultKinds, faultOf } from '../../src/chaos/faults/index.ts'
import { planActs } from '../../src/chaos/plan/plan-acts.ts'
import { agencies, channelOf, onWhatsApp } from '../../src/chaos/plan/plan-calls.ts'

const minute = 60_000
const plan = (seed: number, runMs: number) => planActs(createDice(seed), runMs)
const faultsOf = (seed: number, runMs: number) => plan(seed, runMs).flatMap(({ faults }) => faults)

test('the same seed plans the same faults and the same calls, another seed others', () => {
  expect(plan(7, minute)).toEqual(plan(7, minute))
  expect(plan(7, minute)).not.toEqual(plan(8, minute))
})

test.each([1, 2, 3, 4, 5])('every kind comes in a short run, and again in a long one (seed %i)', seed => {
  const kindsOf = (runMs: number) => faultsOf(seed, runMs).map(({ kind }) => kind)
  expect(new Set(kindsOf(0.6 * minute))).toEqual(new Set(faultKinds))
  expect(new Set(kindsOf(4 * minute).slice(faultKinds.length)).size).toBeGreaterThan(faultKinds.length / 2)
})

test.each([0.1, 1, 4, 60])('a run of %d minutes has an end, and no more faults than it can bear', minutes => {
  const acts = plan(3, minutes * minute)
  expect(acts.length).toBe(Math.max(1, Math.round(minutes * 2)))
  for (const { faults } of acts) {
    expect(faults.length).toBeLessThanOrEqual(faultKinds.length)
    // limits pass while parts are away
    expect(faults.map(({ kind }) => kind)).toContain('clockJump')
    for (const { kind, lastsMs } of faults) {
      const [least, most] = faultOf(kind).lasts
      expect(lastsMs).toBeGreaterThanOrEqual(least)
      expect(lastsMs).toBeLessThanOrEqual(most)
    }
  }
})

test('calls go to groups of the city, their lead never says no, and a fault has something to disturb', () => {
  for (const { faults, calls } of plan(3, minute)) {
    for (const { agencies: whom } of [...calls, ...faults.flatMap(fault => fault.calls)]) {
      expect(whom[0]?.crew).not.toBe('declines')
      for (const { agency } of whom) expect(agencies).toContain(agency)
    }
    for (const { kind, calls: brought } of faults) {
      expect(brought).toHaveLength(faultOf(kind).calls ?? 0)
      const { channel } = faultOf(kind)
      for (const { agencies: whom } of brought) if (channel) expect(channelOf(whom[0]?.agency ?? '')).toBe(channel)
      if (faultOf(kind).unanswered) expect(brought[0]?.agencies).toMatchObject([{ crew: 'silent' }])
      expect(new Set(brought.map(({ agencies: whom }) => whom[0]?.agency)).size).toBeLessThanOrEqual(1)
    }
  }
})

test('the agencies that are taken to be on WhatsApp are those that training has there', () => {
  expect([...onWhatsApp].toSorted()).toEqual([...whatsAppAgencies].toSorted())
  for (const agency of onWhatsApp) expect(agencies).toContain(agency)
})

test('the calls of the short run make no storm', () => {
  const calls = plan(112, minute).flatMap(act => [...act.calls, ...act.faults.flatMap(fault => fault.calls)])
  expect(calls.length).toBeLessThan(30)
})
