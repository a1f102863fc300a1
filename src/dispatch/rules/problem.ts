/**
 * What is wrong with rules that an administrator wrote. error: they are refused; warning: they are taken, and the
 * administrator is told.
 */
export const ruleProblems = {
  noCards: 'error',
  cardCodeInvalid: 'error',
  cardCodeTwice: 'error',
  nameMissing: 'error',
  priorityInvalid: 'error',
  agencyUnknown: 'error',
  /** the version before named it too: an edit of something else must not fail for it */
  agencyNotRegistered: 'warning',
  agencyTwice: 'error',
  leadInSupport: 'error',
  leadRuleTwice: 'error',
  leadKeepsItself: 'error',
  raiseDoesNothing: 'error',
  factUnknown: 'error',
  substituteOfItself: 'error',
  substituteTwice: 'error',

  noClocks: 'error',
  clockIdInvalid: 'error',
  clockIdTwice: 'error',
  wordUnknown: 'error',
  stopMissing: 'error',
  stopTwice: 'error',
  startIsStop: 'error',
  markNotInScope: 'error',
  kindNotForScope: 'error',
  classesNotForScope: 'error',
  targetInvalid: 'error',
  limitInvalid: 'error',
  limitBelowTarget: 'error',
  rungInvalid: 'error',
  rungsNotAscending: 'error',
  rungNameInvalid: 'error',
  rungNameTwice: 'error',
  rungPingsTwice: 'error',
  rungNameShared: 'error',
  repeatTooOften: 'error',
  repeatWithoutRungs: 'error',
  repeatPingsNobody: 'error',
  neverEscalates: 'error',
  unansweredForgotten: 'error',
  publishedClockChanged: 'warning',
  publishedClockRemoved: 'warning',
} as const satisfies Record<string, 'error' | 'warning'>
export type RuleProblemCode = keyof typeof ruleProblems

export interface RuleProblem {
  code: RuleProblemCode
  /** where: `cards.KBK-BGN.support.2`, `clocks.S3.targetSeconds` */
  path: string
  params: Record<string, string | number>
}

export const problem = (
  code: RuleProblemCode,
  path: string,
  params: Record<string, string | number> = {},
): RuleProblem => ({ code, path, params })

export const isError = ({ code }: RuleProblem): boolean => ruleProblems[code] === 'error'

/** Those that stand there more than once, each once. */
export const repeated = <Item>(items: readonly Item[]): Item[] => [
  ...new Set(items.filter((item, index) => items.indexOf(item) !== index)),
]
