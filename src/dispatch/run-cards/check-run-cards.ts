import { problem, type RuleProblem, repeated } from '../rules/problem.ts'
import { priorities } from '../vocabulary.ts'
import { knownFacts } from './facts.ts'
import type { RunCard, SupportRule } from './run-card.ts'
import type { RunCardSet } from './run-card-set.ts'

/** Which agencies there are, and which the version before named. */
export interface NamedAgencies {
  registered: ReadonlySet<string>
  namedBefore: ReadonlySet<string>
}

const codePattern = /^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/
const longestCode = 20

/**
 * Everything that is wrong with a set of run cards, as an administrator wrote it: the shape is right, words and numbers
 * may be anything. A set without errors never makes `decide` throw, and every card proposes at most one lead.
 */
export const checkRunCards = (set: RunCardSet, agencies: NamedAgencies): RuleProblem[] => [
  ...(set.cards.length ? [] : [problem('noCards', 'cards')]),
  ...repeated(set.cards.map(({ code }) => code)).map(code => problem('cardCodeTwice', `cards.${code}`, { code })),
  ...set.cards.flatMap(card => checkCard(card, agencies)),
  ...checkSupport(set.forEveryType, 'forEveryType', agencies),
  ...Object.entries(set.substitutes).flatMap(([agency, others]) => checkSubstitutes(agency, others, agencies)),
]

/** Every agency that the set names. */
export const agenciesNamed = ({ cards, forEveryType, substitutes }: RunCardSet): Set<string> =>
  new Set([
    ...cards.flatMap(({ lead, support, leadWhen = [] }) => [
      ...(lead === null ? [] : [lead]),
      ...support.map(({ agency }) => agency),
      ...leadWhen.flatMap(rule => [rule.lead, ...(rule.keep ?? [])]),
    ]),
    ...forEveryType.map(({ agency }) => agency),
    ...Object.entries(substitutes).flatMap(([agency, others]) => [agency, ...others]),
  ])

const checkCard = (card: RunCard, agencies: NamedAgencies): RuleProblem[] => {
  const { code, name, priority, lead, support, leadWhen = [], raise = [] } = card
  const path = `cards.${code}`
  return [
    ...(codePattern.test(code) && code.length <= longestCode ? [] : [problem('cardCodeInvalid', path, { code })]),
    ...(name.id.trim() && name.en.trim() ? [] : [problem('nameMissing', `${path}.name`, { code })]),
    ...checkPriority(priority, `${path}.priority`),
    ...(lead === null ? [] : checkAgency(lead, `${path}.lead`, agencies)),
    ...checkSupport(support, `${path}.support`, agencies),
    // where a fact may replace the lead, its own rule says what becomes of it then
    ...(lead !== null && !leadWhen.length && support.some(({ agency }) => agency === lead)
      ? [problem('leadInSupport', `${path}.support`, { agency: lead })]
      : []),
    ...repeated(leadWhen.map(({ when }) => when)).map(fact => problem('leadRuleTwice', `${path}.leadWhen`, { fact })),
    ...leadWhen.flatMap((rule, index) => checkLeadRule(rule, `${path}.leadWhen.${index}`, agencies)),
    ...raise.flatMap(({ to, when }, index) => [
      ...checkPriority(to, `${path}.raise.${index}`),
      ...checkFact(when, `${path}.raise.${index}`),
      ...(to < priority ? [] : [problem('raiseDoesNothing', `${path}.raise.${index}`, { to, priority })]),
    ]),
  ]
}

const checkLeadRule = (
  { lead, when, priority, keep = [] }: NonNullable<RunCard['leadWhen']>[number],
  path: string,
  agencies: NamedAgencies,
): RuleProblem[] => [
  ...checkAgency(lead, path, agencies),
  ...checkFact(when, path),
  ...(priority === undefined ? [] : checkPriority(priority, path)),
  ...keep.flatMap(agency => checkAgency(agency, path, agencies)),
  ...repeated(keep).map(agency => problem('agencyTwice', path, { agency })),
  ...(keep.includes(lead) ? [problem('leadKeepsItself', path, { agency: lead })] : []),
]

const checkSupport = (rules: readonly SupportRule[], path: string, agencies: NamedAgencies): RuleProblem[] => [
  ...rules.flatMap(({ agency, when }, index) => [
    ...checkAgency(agency, `${path}.${index}`, agencies),
    ...(when === undefined ? [] : checkFact(when, `${path}.${index}`)),
  ]),
  ...repeated(rules.map(({ agency, when }) => `${agency} ${when ?? ''}`.trim())).map(agency =>
    problem('agencyTwice', path, { agency }),
  ),
]

const checkSubstitutes = (agency: string, others: readonly string[], agencies: NamedAgencies): RuleProblem[] => {
  const path = `substitutes.${agency}`
  return [
    ...[agency, ...others].flatMap(one => checkAgency(one, path, agencies)),
    ...(others.includes(agency) ? [problem('substituteOfItself', path, { agency })] : []),
    ...repeated(others).map(other => problem('substituteTwice', path, { agency: other })),
  ]
}

const checkAgency = (agency: string, path: string, { registered, namedBefore }: NamedAgencies): RuleProblem[] =>
  registered.has(agency)
    ? []
    : [problem(namedBefore.has(agency) ? 'agencyNotRegistered' : 'agencyUnknown', path, { agency })]

const checkFact = (fact: string, path: string): RuleProblem[] =>
  (knownFacts as readonly string[]).includes(fact) ? [] : [problem('factUnknown', path, { fact })]

const checkPriority = (priority: number, path: string): RuleProblem[] =>
  (priorities as readonly number[]).includes(priority) ? [] : [problem('priorityInvalid', path, { priority })]
