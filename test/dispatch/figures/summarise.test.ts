import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from '../../../src/dispatch/figures/span.ts'
import { stages } from '../../../src/dispatch/figures/stages.ts'
import { type ReckonedIncident, stageFigures, summarise } from '../../../src/dispatch/figures/summarise.ts'

const codes = ['DAMKAR', 'DINKES', 'PMI']
const spans: fc.Arbitrary<Span[]> = fc.array(
  fc.oneof(
    fc.record({ step: fc.constantFrom(...stages, 'S3'), seconds: fc.nat(400) }),
    fc.record({ step: fc.constantFrom(...stages, 'S3'), leftOut: fc.constant('agencyLeft' as const) }),
  ),
  { maxLength: 6 },
)
const incidents: fc.Arbitrary<ReckonedIncident[]> = fc.array(
  fc.record({ agencies: fc.subarray(codes), own: spans, theirs: fc.tuple(spans, spans, spans) }).map(
    ({ agencies, own, theirs }): ReckonedIncident => ({
      ...{ openedAt: 0, status: 'archived', type: null, priority: 3, agencies, spans: own },
      acted: agencies.map((agency, at) => ({ agency, lead: at === 0, left: false, spans: theirs[at] ?? [] })),
    }),
  ),
  { maxLength: 12 },
)

test('what periods are compared by is the same as the figures of each say, of a centre and of an agency', () => {
  fc.assert(
    fc.property(incidents, fc.constantFrom(undefined, ...codes), (all, agency) => {
      const whole = summarise({ calls: [], incidents: all }, () => 0, agency)
      const { total, steps } = stageFigures(all, agency)
      expect(total).toBe(whole.incidents.total)
      for (const stage of stages) expect(steps.get(stage)).toEqual(whole.steps.get(stage))
      expect([...steps.keys()].filter(step => !stages.some(stage => stage === step))).toEqual([])
    }),
  )
})
