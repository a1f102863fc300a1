import type { ProfileEdit } from '../../dispatch/profiles/check-profile.ts'
import type { Difference } from '../../dispatch/rules/difference.ts'
import type { LimitChange, ProposalChange } from '../../dispatch/rules/preview.ts'
import type { RuleProblem } from '../../dispatch/rules/problem.ts'
import type { RunCardSet } from '../../dispatch/run-cards/run-card-set.ts'
import type { AnyRefusal, Sender } from '../application.ts'
import type { Centre } from '../ports/administration.ts'
import type { RuleKind, RuleVersion, RuleVersionHead } from '../ports/rules.ts'

/** What an administrator writes, by kind; words and numbers in it may be anything until they are checked. */
export interface RuleEdits {
  runCards: RunCardSet
  profile: ProfileEdit
}

/** What a new version would bring. */
export interface RulePreview {
  basedOn: number
  difference: Difference
  problems: RuleProblem[]
  /** run cards: the standard scenarios in which others would be proposed */
  proposals: ProposalChange[]
  /** profiles: the limits that would change */
  limits: LimitChange[]
}

export type RuleOutcome<Kind extends RuleKind> =
  | { ok: true; value: { version: RuleVersion<Kind>; problems: RuleProblem[] } }
  | { ok: false; refusal: AnyRefusal; problems: RuleProblem[] }

/** A centre's rules of one kind, for its administrator. */
export interface RuleCommands<Kind extends RuleKind> {
  latest(centre: Centre): Promise<RuleVersion<Kind>>
  /** newest first, without their contents */
  history(centre: Centre, query: { before?: number; limit: number }): Promise<RuleVersionHead[]>
  /** a version, and how it differs from the one that stood before it; null when there is no such version */
  version(centre: Centre, version: number): Promise<{ version: RuleVersion<Kind>; difference: Difference } | null>
  preview(centre: Centre, edit: RuleEdits[Kind]): Promise<RulePreview>
  /** `basedOn` must be the newest version; what changes nothing makes no new one */
  change(
    from: Sender,
    centre: Centre,
    input: { basedOn: number; why: string; edit: RuleEdits[Kind] },
  ): Promise<RuleOutcome<Kind>>
  /** an older version's content becomes the newest version */
  revert(from: Sender, centre: Centre, input: { basedOn: number; why: string; to: number }): Promise<RuleOutcome<Kind>>
}

/** The rules that administrators keep. */
export interface RuleAdministration {
  runCards: RuleCommands<'runCards'>
  profile: RuleCommands<'profile'>
}
