import type { Evidence } from '../evidence/evidence.ts'
import { cardsTrue } from './cards-true.ts'
import { everyAlertShown } from './every-alert-shown.ts'
import { oneWinner } from './one-winner.ts'
import { orderPerChat } from './order-per-chat.ts'
import { pressesAnswered } from './presses-answered.ts'
import { quietAfterArchive } from './quiet-after-archive.ts'
import { repeatsMarked } from './repeats-marked.ts'
import { rungsInTime } from './rungs-in-time.ts'
import type { Violation } from './violation.ts'

/** What must hold whatever happens, beside that no alert is lost and every repeat is marked, which are counted apart. */
const others: readonly ((evidence: Evidence) => Violation[])[] = [
  orderPerChat,
  oneWinner,
  pressesAnswered,
  rungsInTime,
  quietAfterArchive,
  cardsTrue,
]

export interface Verdict {
  lost: Violation[]
  unmarked: Violation[]
  wrong: Violation[]
}

export const judge = (evidence: Evidence): Verdict => ({
  lost: everyAlertShown(evidence),
  unmarked: repeatsMarked(evidence),
  wrong: others.flatMap(law => law(evidence)),
})
