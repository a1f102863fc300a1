import type { Duty, Fact, Priority } from '../vocabulary.ts'

/** alert = proposed and ticked; offer = shown, not ticked. */
export type ProposalMode = 'alert' | 'offer'

export interface SupportRule {
  agency: string
  mode: ProposalMode
  duty: Duty
  /** only when the intake shows this fact */
  when?: Fact
}

/** What is proposed for one type of incident, and why. */
export interface RunCard {
  code: string
  name: { id: string; en: string }
  priority: Priority
  /** null: the operator picks */
  lead: string | null
  support: readonly SupportRule[]
  /** the type's facts are nobody's business in a group */
  restricted: boolean
  /** lowers the priority number */
  raise?: readonly { to: Priority; when: Fact }[]
  /** replaces the lead; its `keep` agencies stay ticked to act */
  leadWhen?: readonly { lead: string; when: Fact; priority?: Priority; keep?: readonly string[] }[]
  note?: string
}
