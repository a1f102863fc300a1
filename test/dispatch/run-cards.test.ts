import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/dispatch/run-cards/facts.ts'
import { priorityOf, proposeAgencies } from '../../src/dispatch/run-cards/propose-agencies.ts'
import type { RunCard } from '../../src/dispatch/run-cards/run-card.ts'
import { rulesForEveryType, substitutes } from '../../src/dispatch/run-cards/standard-rules.ts'
import { standardRunCards } from '../../src/dispatch/run-cards/standard-run-cards.ts'
import type { Fact } from '../../src/dispatch/vocabulary.ts'
import { isDispatched, isEmergency } from '../../src/scenarios/scenario.ts'
import { semarangScenarios } from '../../src/scenarios/semarang.ts'
import { runCard } from './support/story.ts'

const card = (code: string): RunCard => {
  const found = runCard(code)
  if (!found) throw new Error(`no run card ${code}`)
  return found
}

const ticked = (code: string, ...facts: Fact[]) =>
  proposeAgencies(card(code), new Set(facts), rulesForEveryType)
    .agencies.filter(({ mode }) => mode === 'alert')
    .map(({ agency, role, duty }) => `${agency} ${role} ${duty}`)

describe('the fourteen scenarios', () => {
  test('are there, each with its number', () => {
    expect(semarangScenarios.map(({ id }) => Number(id))).toEqual(Array.from({ length: 14 }, (_, index) => index + 1))
  })

  test.each(semarangScenarios.filter(isDispatched))('$id $type: $spoken', scenario => {
    const { victims, hazards, expect: expected } = scenario
    const { agencies, priority } = proposeAgencies(
      card(scenario.type),
      factsOf({ victims: { known: victims }, hazards }),
      rulesForEveryType,
    )
    const alerted = agencies.filter(({ mode, role }) => mode === 'alert' && role === 'support')
    expect(agencies[0]).toMatchObject({ agency: expected.lead, role: 'lead', mode: 'alert', duty: 'act' })
    expect(alerted.map(({ agency }) => agency).toSorted()).toEqual(expected.alert.toSorted())
    expect(priority).toBe(expected.priority)
  })

  test.each(semarangScenarios.filter(scenario => !isDispatched(scenario)))('$id alerts nobody by itself', scenario => {
    expect(isEmergency(scenario) ? scenario.expect : scenario.callClass).toEqual(
      { '10': 'prank', '11': 'ghost', '12': 'information', '13': { attachTo: '03' } }[scenario.id],
    )
  })

  test('name nobody and nothing that could be real', () => {
    for (const { caller } of semarangScenarios) {
      expect(caller.name).toMatch(/^Pelapor Contoh \d\d$/)
      expect(caller.phone).toMatch(/^\+620000000\d+$/)
    }
  })
})

describe('facts of the intake', () => {
  test.each([
    ['nothing asked', {}, []],
    ['victims not known', { victims: 'unknown' as const }, []],
    ['victims counted', { victims: { known: { injured: 2, sick: 0, missing: 1 } } }, ['injured', 'missing']],
    ['nobody hurt', { victims: { known: { injured: 0 } } }, ['noCasualties']],
    ['somebody died', { victims: { known: { dead: 1 } } }, []],
  ])('%s', (_, intake, facts) => {
    expect([...factsOf({ ...intake, hazards: [] })]).toEqual(facts)
  })

  test('hazards are facts', () => {
    expect([...factsOf({ hazards: ['fire', 'child'] })]).toEqual(['fire', 'child'])
  })
})

describe('proposals', () => {
  test('the lead first, then ticked agencies, then offered ones, each with its reasons', () => {
    const { agencies } = proposeAgencies(card('KBK-BGN'), new Set<Fact>(['injured', 'trapped']), rulesForEveryType)
    expect(agencies.map(({ agency, mode }) => `${agency} ${mode}`)).toEqual([
      'DAMKAR alert',
      'PLN alert',
      'POLRES alert',
      'DINKES alert',
      'PMI offer',
      'PDAM offer',
      'BPBD offer',
    ])
    expect(agencies[0]?.reasons).toEqual([{ kind: 'lead' }, { kind: 'fact', fact: 'trapped' }])
    expect(agencies[1]?.reasons).toEqual([{ kind: 'card' }])
    expect(agencies[3]?.reasons).toEqual([{ kind: 'fact', fact: 'injured' }])
  })

  test('where rules name an agency twice, the strongest mode and duty win', () => {
    const both: RunCard = {
      ...card('RSC'),
      support: [
        { agency: 'PMI', mode: 'alert', duty: 'inform' },
        { agency: 'PMI', mode: 'offer', duty: 'act' },
        { agency: 'DAMKAR', mode: 'offer', duty: 'inform' },
      ],
    }
    expect(proposeAgencies(both, new Set(), rulesForEveryType).agencies).toMatchObject([
      { agency: 'DAMKAR', role: 'lead', mode: 'alert', duty: 'act' },
      { agency: 'PMI', role: 'support', mode: 'alert', duty: 'act' },
    ])
  })

  test('a fact may replace the lead; the one it replaces stays ticked where the card keeps it', () => {
    expect(ticked('ODGJ')).toEqual(['DINSOS lead act', 'SATPOLPP support act'])
    expect(ticked('ODGJ', 'violent')).toEqual([
      'SATPOLPP lead act',
      'DINSOS support act',
      'POLRES support act',
      'DINKES support act',
    ])
    expect(ticked('LAKA', 'noCasualties')).toEqual(['POLRES lead act'])
    expect(priorityOf(card('LAKA'), new Set(['noCasualties']))).toBe(3)
  })

  test('whatever the type: the hurt need an ambulance, the trapped need rescuers', () => {
    expect(ticked('KTB', 'injured')).toContain('DINKES support act')
    expect(ticked('KTB', 'sick')).toContain('DINKES support act')
    expect(ticked('KTB', 'trapped')).toContain('DAMKAR support act')
  })

  test('a card without a lead proposes none: the operator picks', () => {
    expect(proposeAgencies(card('LAIN'), new Set(), rulesForEveryType).agencies).toEqual([])
  })

  test('facts raise the priority and never lower it, but for the rule that says so', () => {
    const all: Fact[] = ['injured', 'sick', 'trapped', 'missing', 'fire', 'powerLine', 'pipedGas', 'violent', 'weapon']
    for (const one of standardRunCards) {
      for (const fact of all) expect(priorityOf(one, new Set([fact]))).toBeLessThanOrEqual(one.priority)
    }
  })
})

describe('the standard cards', () => {
  test('have unique codes, names in both languages, and no agency twice under the same fact', () => {
    expect(standardRunCards.length).toBe(33)
    expect(new Set(standardRunCards.map(({ code }) => code)).size).toBe(33)
    for (const { name, support } of standardRunCards) {
      expect(name.id && name.en).toBeTruthy()
      const rules = support.map(({ agency, when }) => `${agency} ${when ?? ''}`)
      expect(new Set(rules).size).toBe(rules.length)
    }
  })

  test('every lead has a substitute or is the only one of its kind', () => {
    const leads = new Set(
      standardRunCards.flatMap(({ lead, leadWhen }) => [lead, ...(leadWhen ?? []).map(w => w.lead)]),
    )
    const alone = [...leads].filter(lead => lead !== null && !substitutes[lead])
    expect(alone.toSorted()).toEqual(['DISHUB', 'DPU', 'PLN', 'POLRES'])
  })
})
