import type { SopProfile } from '../../profiles/profile.ts'
import type { RunCard } from '../../run-cards/run-card.ts'
import type { Actor, Instant } from '../../vocabulary.ts'

/** What a decision may look at beside the state: who asks, the service time, the centre's rules. */
export interface DecideContext {
  commandId: string
  by: Actor
  now: Instant
  profile: SopProfile
  runCard(code: string): RunCard | undefined
}
