import type { AssignmentRole, Duty, Fact, Priority } from '../vocabulary.ts'
import type { ProposalMode, RunCard, SupportRule } from './run-card.ts'

/** Why an agency is proposed; screens turn it into a sentence. */
export type Reason =
  | { kind: 'lead' }
  | { kind: 'card' }
  | { kind: 'fact'; fact: Fact }
  | { kind: 'keep'; fact: Fact }
  /** in the place of an agency that cannot: `assignment` is the one to replace */
  | { kind: 'substitute'; agency: string; assignment: string }

export interface ProposedAgency {
  agency: string
  role: AssignmentRole
  mode: ProposalMode
  duty: Duty
  reasons: Reason[]
}

export interface Proposal {
  priority: Priority
  /** the lead first, then ticked agencies, then offered ones */
  agencies: ProposedAgency[]
}

/**
 * What the run card proposes for these facts, together with the rules that hold for every type. Where rules name an agency more than once, the strongest mode and duty
 * win; the lead always acts.
 */
export const proposeAgencies = (
  card: RunCard,
  facts: ReadonlySet<Fact>,
  forEveryType: readonly SupportRule[],
): Proposal => {
  const replacement = card.leadWhen?.find(rule => facts.has(rule.when))
  const lead = replacement?.lead ?? card.lead
  const proposed = new Map<string, ProposedAgency>()

  if (lead)
    proposed.set(lead, { agency: lead, role: 'lead', mode: 'alert', duty: 'act', reasons: [leadReason(replacement)] })
  for (const agency of replacement?.keep ?? []) {
    merge(proposed, { agency, mode: 'alert', duty: 'act' }, { kind: 'keep', fact: replacement?.when as Fact })
  }
  for (const rule of [...card.support, ...forEveryType]) {
    if (rule.when === undefined) merge(proposed, rule, { kind: 'card' })
    else if (facts.has(rule.when)) merge(proposed, rule, { kind: 'fact', fact: rule.when })
  }
  return { priority: priorityOf(card, facts), agencies: [...proposed.values()].sort((a, b) => rank(a) - rank(b)) }
}

/** The card's priority, replaced with the lead where it says so, raised by what the facts demand. */
export const priorityOf = (card: RunCard, facts: ReadonlySet<Fact>): Priority => {
  const base = card.leadWhen?.find(rule => facts.has(rule.when))?.priority ?? card.priority
  const raised = (card.raise ?? []).filter(rule => facts.has(rule.when)).map(rule => rule.to)
  return Math.min(base, ...raised) as Priority
}

const leadReason = (replacement: { when: Fact } | undefined): Reason =>
  replacement ? { kind: 'fact', fact: replacement.when } : { kind: 'lead' }

const rank = (agency: ProposedAgency): number => (agency.role === 'lead' ? 0 : agency.mode === 'alert' ? 1 : 2)

const merge = (proposed: Map<string, ProposedAgency>, rule: SupportRule, reason: Reason): void => {
  const before = proposed.get(rule.agency)
  if (!before) {
    proposed.set(rule.agency, {
      agency: rule.agency,
      role: 'support',
      mode: rule.mode,
      duty: rule.duty,
      reasons: [reason],
    })
    return
  }
  before.reasons.push(reason)
  if (rule.mode === 'alert') before.mode = 'alert'
  if (rule.duty === 'act') before.duty = 'act'
}
