import { checkProfile } from '../../dispatch/profiles/check-profile.ts'
import { markDepartures } from '../../dispatch/profiles/mark-departures.ts'
import { type Difference, differenceOf, profileParts, runCardParts } from '../../dispatch/rules/difference.ts'
import { changedLimits, changedProposals, type Situation } from '../../dispatch/rules/preview.ts'
import type { RuleProblem } from '../../dispatch/rules/problem.ts'
import { agenciesNamed, checkRunCards } from '../../dispatch/run-cards/check-run-cards.ts'
import { isEmergency } from '../../scenarios/scenario.ts'
import { semarangScenarios } from '../../scenarios/semarang.ts'
import type { RuleEdits, RulePreview } from '../commands/rules.ts'
import type { RuleContents, RuleKind } from '../ports/rules.ts'
import { standardProfile } from './standards.ts'

/** What the one kind of rules does otherwise than the other. */
export interface RuleDesk<Kind extends RuleKind> {
  /** what would be stored: the edit, with all that no administrator decides */
  complete(edit: RuleEdits[Kind], before: RuleContents[Kind], version: number): RuleContents[Kind]
  check(content: RuleContents[Kind], before: RuleContents[Kind], agencies: ReadonlySet<string>): RuleProblem[]
  difference(before: RuleContents[Kind], after: RuleContents[Kind]): Difference
  effects(before: RuleContents[Kind], after: RuleContents[Kind]): Pick<RulePreview, 'proposals' | 'limits'>
}

/** The standard calls that need somebody: what a change of the cards means is told by them. */
const situations: readonly Situation[] = semarangScenarios
  .filter(isEmergency)
  .map(({ id, type, victims, hazards }) => ({ id, type, intake: { victims: { known: victims }, hazards } }))

export const ruleDesks: { [Kind in RuleKind]: RuleDesk<Kind> } = {
  runCards: {
    complete: edit => edit,
    check: (content, before, registered) => checkRunCards(content, { registered, namedBefore: agenciesNamed(before) }),
    difference: (before, after) => differenceOf(runCardParts(before), runCardParts(after)),
    effects: (before, after) => ({ proposals: changedProposals(before, after, situations), limits: [] }),
  },
  profile: {
    complete: ({ clocks, ladders }, { id, source, handling }, version) => ({
      id,
      version,
      source,
      handling,
      clocks: markDepartures(clocks, standardProfile(id)),
      ladders,
    }),
    check: content => checkProfile(content, standardProfile(content.id)),
    difference: (before, after) => differenceOf(profileParts(before), profileParts(after)),
    effects: (before, after) => ({ proposals: [], limits: changedLimits(before.clocks, after.clocks) }),
  },
}
