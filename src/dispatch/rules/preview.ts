import { limitSecondsOf } from '../clocks/clock.ts'
import type { Intake } from '../incident/intake.ts'
import type { ClockDefinition } from '../profiles/profile.ts'
import { factsOf } from '../run-cards/facts.ts'
import { type Proposal, proposeAgencies } from '../run-cards/propose-agencies.ts'
import { cardsByCode, type RunCardSet } from '../run-cards/run-card-set.ts'
import type { Priority } from '../vocabulary.ts'

/** A story that shows what run cards propose: a type of incident, and what the caller told. */
export interface Situation {
  id: string
  type: string
  intake: Pick<Intake, 'victims' | 'hazards'>
}

/** What is proposed in short: `DAMKAR lead`, `PLN alert act`, `PMI offer act`. */
export interface ProposalInShort {
  priority: Priority
  agencies: string[]
}

export interface ProposalChange {
  id: string
  type: string
  /** null: the set has no card of this type */
  before: ProposalInShort | null
  after: ProposalInShort | null
}

/** The situations in which other agencies or another priority would be proposed. */
export const changedProposals = (
  before: RunCardSet,
  after: RunCardSet,
  situations: readonly Situation[],
): ProposalChange[] =>
  situations
    .map(situation => ({
      id: situation.id,
      type: situation.type,
      before: proposalIn(before, situation),
      after: proposalIn(after, situation),
    }))
    .filter(change => JSON.stringify(change.before) !== JSON.stringify(change.after))

const proposalIn = (set: RunCardSet, { type, intake }: Situation): ProposalInShort | null => {
  const card = cardsByCode(set).get(type)
  return card ? inShort(proposeAgencies(card, factsOf(intake), set.forEveryType)) : null
}

const inShort = ({ priority, agencies }: Proposal): ProposalInShort => ({
  priority,
  agencies: agencies.map(({ agency, role, mode, duty }) =>
    role === 'lead' ? `${agency} lead` : `${agency} ${mode} ${duty}`,
  ),
})

/** A clock's target and limit, in seconds; null where the version has no such clock. */
export interface LimitChange {
  clock: string
  before: { targetSeconds: number; limitSeconds: number } | null
  after: { targetSeconds: number; limitSeconds: number } | null
}

/** The time limits that would change. */
export const changedLimits = (before: readonly ClockDefinition[], after: readonly ClockDefinition[]): LimitChange[] => {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  return ids
    .map(clock => ({ clock, before: limitIn(before, clock), after: limitIn(after, clock) }))
    .filter(change => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

const limitIn = (clocks: readonly ClockDefinition[], id: string): LimitChange['before'] => {
  const clock = clocks.find(candidate => candidate.id === id)
  return clock ? { targetSeconds: clock.targetSeconds, limitSeconds: limitSecondsOf(clock) } : null
}
