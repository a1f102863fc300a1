import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leftOutReasons, type Span } from '../../../src/dispatch/figures/span.ts'
import { stepFigures } from '../../../src/dispatch/figures/step-figures.ts'

const limits = fc.option(fc.record({ targetSeconds: fc.constantFrom(30, 180), more: fc.constantFrom(0, 30) }), {
  nil: null,
})
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.record({ step: fc.constantFrom('S1', 'S3'), leftOut: fc.constantFrom(...leftOutReasons) }),
  fc
    .record({ step: fc.constantFrom('S1', 'S3'), seconds: fc.nat(400), limits })
    .map(({ limits: allowed, ...rest }) =>
      allowed
        ? { ...rest, targetSeconds: allowed.targetSeconds, limitSeconds: allowed.targetSeconds + allowed.more }
        : rest,
    ),
)
const spans = fc.array(span, { maxLength: 60 })
const sum = (counts: Partial<Record<string, number>>) => Object.values(counts).reduce<number>((a, b = 0) => a + b, 0)

test('whatever began is counted or said to be left out, once', () => {
  fc.assert(
    fc.property(spans, all => {
      const figures = [...stepFigures(all).values()]
      expect(sum(Object.fromEntries(figures.map(({ step, count, leftOut }) => [step, count + sum(leftOut)])))).toBe(
        all.length,
      )
    }),
  )
})

test('half of them lie at the median or below and half at or above; nine in ten at the 90th percentile or below', () => {
  fc.assert(
    fc.property(spans, all => {
      for (const { step, count, medianSeconds, ninetiethSeconds } of stepFigures(all).values()) {
        const seconds = all.flatMap(one => (one.step === step && 'seconds' in one ? [one.seconds] : []))
        if (medianSeconds === null || ninetiethSeconds === null) {
          expect(count).toBe(0)
          continue
        }
        expect(seconds.filter(value => value <= medianSeconds).length * 2).toBeGreaterThanOrEqual(count)
        expect(seconds.filter(value => value >= medianSeconds).length * 2).toBeGreaterThanOrEqual(count)
        expect(seconds.filter(value => value <= ninetiethSeconds).length * 10).toBeGreaterThanOrEqual(count * 9)
        expect(seconds.filter(value => value < ninetiethSeconds).length * 10).toBeLessThan(count * 9)
        expect(seconds).toContain(ninetiethSeconds)
        expect(medianSeconds).toBeLessThanOrEqual(ninetiethSeconds)
      }
    }),
  )
})

test('who keeps the target keeps the limit; nobody is judged who has no target', () => {
  fc.assert(
    fc.property(spans, all => {
      for (const { step, count, judged, withinTarget, withinLimit, targetSeconds } of stepFigures(all).values()) {
        expect(withinTarget).toBeLessThanOrEqual(withinLimit)
        expect(withinLimit).toBeLessThanOrEqual(judged)
        expect(judged).toBeLessThanOrEqual(count)
        expect(judged).toBe(all.filter(one => one.step === step && 'targetSeconds' in one).length)
        expect(targetSeconds === null).toBe(judged === 0)
      }
    }),
  )
})

test('the order in which they come does not matter, and two halves hold what the whole holds', () => {
  fc.assert(
    fc.property(spans, fc.nat(60), (all, at) => {
      const whole = stepFigures(all)
      const turned = stepFigures(all.toReversed())
      const halves = [stepFigures(all.slice(0, at)), stepFigures(all.slice(at))]
      for (const [step, { leftOut, ...figures }] of whole) {
        const { targetSeconds: _, limitSeconds: __, ...counted } = figures
        expect(turned.get(step)).toMatchObject({ ...counted, leftOut })
        for (const field of ['count', 'judged', 'withinTarget', 'withinLimit'] as const) {
          expect(halves.reduce((total, half) => total + (half.get(step)?.[field] ?? 0), 0)).toBe(figures[field])
        }
      }
    }),
  )
})

test('each is judged by its own target; the usual one is shown, and that it changed', () => {
  const judged = (seconds: number, targetSeconds: number): Span => ({
    step: 'S4a',
    seconds,
    targetSeconds,
    limitSeconds: targetSeconds,
  })
  expect(stepFigures([judged(170, 180), judged(170, 180), judged(170, 120)]).get('S4a')).toEqual({
    step: 'S4a',
    count: 3,
    medianSeconds: 170,
    ninetiethSeconds: 170,
    targetSeconds: 180,
    limitSeconds: 180,
    targetChanged: true,
    judged: 3,
    withinTarget: 2,
    withinLimit: 2,
    leftOut: {},
  })
})
