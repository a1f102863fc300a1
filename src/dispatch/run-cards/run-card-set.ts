import type { RunCard, SupportRule } from './run-card.ts'
import { rulesForEveryType, substitutes } from './standard-rules.ts'
import { standardRunCards } from './standard-run-cards.ts'

/** Whom to alert for what, as one centre has it: its cards, what holds for every type, and who stands in for whom. */
export interface RunCardSet {
  cards: readonly RunCard[]
  forEveryType: readonly SupportRule[]
  /** agency -> whom to ask next when it declines or hands back */
  substitutes: Readonly<Record<string, readonly string[]>>
}

/** What every centre starts with. */
export const standardRunCardSet: RunCardSet = {
  cards: standardRunCards,
  forEveryType: rulesForEveryType,
  substitutes,
}

export const cardsByCode = ({ cards }: RunCardSet): ReadonlyMap<string, RunCard> =>
  new Map(cards.map(card => [card.code, card]))
