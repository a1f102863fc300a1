import { describe, expect, test } from 'vitest'
import { standardAgencies } from '../../../src/app/training/seed-centres.ts'
import { ruleProblems } from '../../../src/dispatch/rules/problem.ts'
import { agenciesNamed, checkRunCards } from '../../../src/dispatch/run-cards/check-run-cards.ts'
import type { RunCard } from '../../../src/dispatch/run-cards/run-card.ts'
import { type RunCardSet, standardRunCardSet } from '../../../src/dispatch/run-cards/run-card-set.ts'
import { ruleProblemSentences } from '../../../src/i18n/rule-problems.ts'

const registered = new Set(standardAgencies.map(({ code }) => code))
const none = new Set<string>()
const fire: RunCard = {
  code: 'KBK',
  name: { id: 'Kebakaran', en: 'Fire' },
  priority: 2,
  lead: 'DAMKAR',
  restricted: false,
  support: [],
}

/** The problems of a set with this one card, as `code path`. */
const wrongIn = (card: Partial<Record<keyof RunCard, unknown>>, change: Partial<RunCardSet> = {}) =>
  checkRunCards(
    { cards: [{ ...fire, ...card } as RunCard], forEveryType: [], substitutes: {}, ...change },
    {
      registered,
      namedBefore: none,
    },
  ).map(({ code, path }) => `${code} ${path}`)

test('the shipped run cards are right, in a centre that has every agency they name', () => {
  expect(checkRunCards(standardRunCardSet, { registered, namedBefore: none })).toEqual([])
})

describe('a run card', () => {
  test.each([
    ['a code in small letters', { code: 'kbk' }, ['cardCodeInvalid cards.kbk']],
    ['a code that is too long', { code: 'A'.repeat(21) }, [`cardCodeInvalid cards.${'A'.repeat(21)}`]],
    ['no English name', { name: { id: 'Kebakaran', en: ' ' } }, ['nameMissing cards.KBK.name']],
    ['priority 5', { priority: 5 }, ['priorityInvalid cards.KBK.priority']],
    ['priority 1.5', { priority: 1.5 }, ['priorityInvalid cards.KBK.priority']],
    ['a lead that nobody knows', { lead: 'DAMKR' }, ['agencyUnknown cards.KBK.lead']],
    ['its lead in the support', { support: [rule('DAMKAR')] }, ['leadInSupport cards.KBK.support']],
    ['an agency twice', { support: [rule('PLN'), rule('PLN')] }, ['agencyTwice cards.KBK.support']],
    ['a fact that nobody can tell', { support: [rule('PLN', 'rain')] }, ['factUnknown cards.KBK.support.0']],
    ['a raise that lowers', { raise: [{ to: 3, when: 'fire' }] }, ['raiseDoesNothing cards.KBK.raise.0']],
    [
      'a new lead that is kept beside itself',
      { leadWhen: [{ lead: 'PLN', when: 'fire', keep: ['PLN'] }] },
      ['leadKeepsItself cards.KBK.leadWhen.0'],
    ],
    [
      'two leads for one fact',
      {
        leadWhen: [
          { lead: 'PLN', when: 'fire' },
          { lead: 'PMI', when: 'fire' },
        ],
      },
      ['leadRuleTwice cards.KBK.leadWhen'],
    ],
  ])('is refused with %s', (_, card, problems) => {
    expect(wrongIn(card)).toEqual(problems)
  })

  test.each([
    ['no lead: the operator picks', { lead: null }],
    ['the same agency under two facts', { support: [rule('PLN'), rule('PLN', 'fire')] }],
    [
      'its lead in the support where a fact may replace it',
      { leadWhen: [{ lead: 'PLN', when: 'fire' }], support: [rule('DAMKAR', 'fire')] },
    ],
  ])('is taken with %s', (_, card) => {
    expect(wrongIn(card)).toEqual([])
  })
})

describe('a set of run cards', () => {
  test('is refused when empty, with a code twice, or with a substitute of itself', () => {
    expect(wrongIn({}, { cards: [] })).toEqual(['noCards cards'])
    expect(wrongIn({}, { cards: [fire, fire] })).toEqual(['cardCodeTwice cards.KBK'])
    expect(wrongIn({}, { substitutes: { PLN: ['PLN'], PMI: ['DINKES', 'DINKES'] } })).toEqual([
      'substituteOfItself substitutes.PLN',
      'substituteTwice substitutes.PMI',
    ])
    expect(wrongIn({}, { substitutes: { PLN: ['PMI'], PMI: ['PLN'] } })).toEqual([])
  })

  test('an unregistered agency is a mistake when new, and only a warning where the version before named it', () => {
    const set: RunCardSet = { cards: [{ ...fire, lead: 'SAR-KOTA' }], forEveryType: [], substitutes: {} }
    const [fresh] = checkRunCards(set, { registered, namedBefore: none })
    const [old] = checkRunCards(set, { registered, namedBefore: agenciesNamed(set) })
    expect([fresh?.code, old?.code]).toEqual(['agencyUnknown', 'agencyNotRegistered'])
    expect(old && ruleProblems[old.code]).toBe('warning')
  })
})

test('every problem has a sentence in both languages', () => {
  expect(Object.keys(ruleProblemSentences).toSorted()).toEqual(Object.keys(ruleProblems).toSorted())
  for (const say of Object.values(ruleProblemSentences)) {
    const { id, en } = say({})
    expect(id && en && id !== en).toBeTruthy()
  }
})

function rule(agency: string, when?: string) {
  return { agency, mode: 'alert', duty: 'act', ...(when === undefined ? {} : { when }) }
}
