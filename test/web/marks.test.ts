import { describe, expect, it } from 'vitest'
import type { StepView } from '../../src/admin-api/contract/index.ts'
import { webId } from '../../src/i18n/web-id.ts'
import { marksOf, stepName } from '../../src/web/plan/marks.ts'

const step = (seq: number, what: string, more: Partial<StepView> = {}): StepView => ({
  seq,
  what,
  at: seq * 1000,
  recordedAt: seq * 1000,
  by: 'Regu 1',
  counts: true,
  correctable: [],
  corrections: [],
  ...more,
})

describe("an agency's marks", () => {
  it('leave out what a correction took out, what a unit did, and what is no step of the crew', () => {
    const steps = [
      step(1, 'notified'),
      step(2, 'depart', { counts: false }),
      step(3, 'acknowledge'),
      step(4, 'arrive', { unit: 'Pancar 01' }),
      step(5, 'outcomeChosen'),
      step(6, 'stoodDown'),
    ]
    expect(marksOf({ steps }).map(({ seq }) => seq)).toEqual([3, 6])
  })

  it('show the time that a correction gave', () => {
    const was = { what: 'depart', at: 9000 }
    const corrections = [{ kind: 'retimed' as const, at: 9500, by: 'Operator', reason: 'salah tekan', was }]
    const [mark] = marksOf({ steps: [step(1, 'depart', { at: 4000, corrections })] })
    expect(mark).toMatchObject({ at: 4000, corrections: [{ was: { at: 9000 } }] })
  })

  it('are named as the buttons are', () => {
    expect(stepName(step(1, 'depart'), webId)).toBe('Meluncur')
    expect(stepName(step(1, 'arrive', { unit: 'AMB-3' }), webId)).toBe('AMB-3: Tiba di lokasi')
    expect(stepName(step(1, 'stoodDown'), webId)).toBe('Ditarik')
  })
})
