import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../../src/dispatch/incident/decide/decide.ts'
import { evolve } from '../../../src/dispatch/incident/evolve.ts'
import type { Incident } from '../../../src/dispatch/incident/incident.ts'
import { checkProfile } from '../../../src/dispatch/profiles/check-profile.ts'
import { cilegon } from '../../../src/dispatch/profiles/cilegon.ts'
import { isMarkOf } from '../../../src/dispatch/profiles/mark-scopes.ts'
import {
  type ClockDefinition,
  clockKinds,
  clockOwners,
  clockScopes,
  type Ladder,
  markNames,
  recipients,
  type SopProfile,
} from '../../../src/dispatch/profiles/profile.ts'
import { semarang } from '../../../src/dispatch/profiles/semarang.ts'
import { isError } from '../../../src/dispatch/rules/problem.ts'
import { checkRunCards } from '../../../src/dispatch/run-cards/check-run-cards.ts'
import { knownFacts } from '../../../src/dispatch/run-cards/facts.ts'
import { proposeAgencies } from '../../../src/dispatch/run-cards/propose-agencies.ts'
import type { RunCard } from '../../../src/dispatch/run-cards/run-card.ts'
import { cardsByCode, type RunCardSet } from '../../../src/dispatch/run-cards/run-card-set.ts'
import { hazards, priorities } from '../../../src/dispatch/vocabulary.ts'
import { moves } from '../support/moves.ts'
import { operator } from '../support/people.ts'
import { start } from '../support/time.ts'
import { Walk } from '../support/walk.ts'

const someOf = <Item>(items: readonly Item[], least = 0, most = 4) =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: least, maxLength: Math.min(most, items.length) })

const clocks = fc.uniqueArray(
  fc.constantFrom(...clockScopes).chain(scope => {
    const marks = markNames.filter(mark => isMarkOf(scope, mark))
    return fc.record({
      id: fc.stringMatching(/^[A-Z][0-9a-z]{0,2}$/),
      name: fc.constant({ id: 'Batas', en: 'Limit' }),
      scope: fc.constant(scope),
      kind: fc.constantFrom(...clockKinds),
      owner: fc.constantFrom(...clockOwners),
      start: fc.constantFrom(...marks),
      stop: someOf(marks, 1),
      targetSeconds: fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constant(604_800)),
      basis: fc.constant('internal' as const),
    })
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
)

const ladder: fc.Arbitrary<Ladder> = fc
  .record({
    ats: fc.uniqueArray(fc.constantFrom(0.001, 0.5, 0.75, 1, 1.5, 2, 10), { minLength: 1, maxLength: 4 }),
    rungs: fc.array(
      fc.record(
        {
          ping: someOf(recipients),
          phoneTask: fc.constantFrom('awaited' as const, 'unanswered' as const),
          unlessReported: fc.constant(true as const),
          listed: fc.constant(true as const),
        },
        { requiredKeys: [] },
      ),
      { minLength: 4, maxLength: 4 },
    ),
    repeat: fc.option(fc.record({ everySeconds: fc.constantFrom(60, 600, 3600), ping: someOf(recipients, 1) })),
  })
  .map(({ ats, rungs, repeat }) => ({
    rungs: ats.toSorted((a, b) => a - b).map((at, index) => ({ ...rungs[index], at })),
    ...(repeat ? { repeat } : {}),
  }))

const awaitsAnswer = ({ stop }: ClockDefinition) => stop.includes('assignment.answered')
const renamed = ({ rungs, ...ladder }: Ladder): Ladder => ({
  ...ladder,
  rungs: rungs.map((rung, index) => ({ ...rung, name: `biasa${'abcd'[index]}` })),
})

/** Profiles as administrators may write them, as far as they are taken. */
const profiles: fc.Arbitrary<SopProfile> = fc
  .record({
    standard: fc.constantFrom(semarang, cilegon),
    clocks,
    kept: fc.boolean(),
    ladders: fc.record({
      desk: ladder,
      response: fc.record({ urgent: ladder, routine: ladder }),
      report: ladder,
      figure: ladder,
    }),
  })
  .map(({ standard, kept, clocks: own, ladders }) => ({
    ...standard,
    version: 2,
    clocks: [...(kept ? standard.clocks : standard.clocks.filter(awaitsAnswer)), ...(own as ClockDefinition[])],
    ladders: { ...ladders, response: { ...ladders.response, routine: renamed(ladders.response.routine) } },
  }))
  .filter(profile => !checkProfile(profile, semarang).some(isError))

test('whatever profile is taken, no history makes the core throw, fires a rung twice or leaves a clock running', () => {
  fc.assert(
    fc.property(profiles, moves(), (profile, history) => {
      const walk = new Walk(profile)
      for (const move of history) walk.take(move)
      walk.audit()
    }),
    { numRuns: 30 },
  )
})

const agencies = ['DAMKAR', 'DINKES', 'PLN', 'PMI'] as const
const supportRules = fc.array(
  fc.record(
    {
      agency: fc.constantFrom(...agencies),
      mode: fc.constantFrom('alert' as const, 'offer' as const),
      duty: fc.constantFrom('act' as const, 'inform' as const),
      when: fc.constantFrom(...knownFacts),
    },
    { requiredKeys: ['agency', 'mode', 'duty'] },
  ),
  { maxLength: 6 },
)
const cards = fc.uniqueArray(
  fc.record(
    {
      code: fc.constantFrom('KBK', 'MED', 'BJR-1'),
      name: fc.constant({ id: 'Jenis', en: 'Type' }),
      priority: fc.constantFrom(...priorities),
      lead: fc.option(fc.constantFrom(...agencies)),
      restricted: fc.boolean(),
      support: supportRules,
      raise: fc.array(fc.record({ to: fc.constantFrom(...priorities), when: fc.constantFrom(...knownFacts) }), {
        maxLength: 3,
      }),
      leadWhen: fc.array(
        fc.record(
          {
            lead: fc.constantFrom(...agencies),
            when: fc.constantFrom(...knownFacts),
            priority: fc.constantFrom(...priorities),
            keep: someOf(agencies, 0, 2),
          },
          { requiredKeys: ['lead', 'when'] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['code', 'name', 'priority', 'lead', 'restricted', 'support'] },
  ),
  { selector: ({ code }) => code, minLength: 1, maxLength: 3 },
)
const sets: fc.Arbitrary<RunCardSet> = fc
  .record({ cards: cards as fc.Arbitrary<RunCard[]>, forEveryType: supportRules, substitutes: fc.constant({}) })
  .filter(set => !checkRunCards(set, { registered: new Set(agencies), namedBefore: new Set() }).some(isError))

test('whatever run cards are taken: every proposal has at most one lead, who acts, and a priority; no intake throws', () => {
  const answers = fc.record({
    code: fc.constantFrom('KBK', 'MED', 'BJR-1'),
    hazards: someOf(hazards),
    victims: fc.record({
      injured: fc.nat(2),
      sick: fc.nat(2),
      trapped: fc.nat(2),
      missing: fc.nat(2),
      dead: fc.nat(2),
    }),
    facts: someOf(knownFacts),
  })
  fc.assert(
    fc.property(sets, fc.array(answers, { minLength: 1, maxLength: 5 }), (set, given) => {
      const byCode = cardsByCode(set)
      let incident = opened()
      for (const { code, hazards: named, victims, facts } of given) {
        const change = { type: { known: code }, hazards: named, victims: { known: victims } }
        const context = {
          commandId: 'c',
          by: operator,
          now: start,
          profile: semarang,
          runCard: byCode.get.bind(byCode),
        }
        const decision = decide(incident, { type: 'AnswerIntake', change }, context)
        const card = byCode.get(code)
        expect(decision.accepted).toBe(card !== undefined)
        if (decision.accepted) incident = decision.events.reduce<Incident>(evolve, incident)
        if (!card) continue
        const { agencies: proposed, priority } = proposeAgencies(card, new Set(facts), set.forEveryType)
        const leads = proposed.filter(({ role }) => role === 'lead')
        expect(leads.length).toBeLessThanOrEqual(1)
        expect(leads.every(({ duty, mode }) => duty === 'act' && mode === 'alert')).toBe(true)
        expect(new Set(proposed.map(({ agency }) => agency)).size).toBe(proposed.length)
        expect(priorities).toContain(priority)
      }
    }),
    { numRuns: 300 },
  )
})

const opened = (): Incident => {
  const decision = decide(
    null,
    {
      type: 'OpenIncident',
      incidentId: 'i',
      centre: 'SMG',
      number: 'SMG-1',
      profile: { id: 'semarang', version: 2 },
      runCards: 2,
      handling: 'operator-owns',
      call: 'c',
      callOpenedAt: start,
      classifiedAt: start,
    },
    { commandId: 'open', by: operator, now: start, profile: semarang, runCard: () => undefined },
  )
  if (!decision.accepted) throw new Error('the incident did not open')
  return decision.events.reduce<Incident | null>(evolve, null) as Incident
}
