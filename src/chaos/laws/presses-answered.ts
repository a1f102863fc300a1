import type { Evidence } from '../evidence/evidence.ts'
import { readCard } from '../load/read-card.ts'
import type { Violation } from './violation.ts'

/** Whoever pressed a button was told something. */
export const pressesAnswered = ({
  shown,
  presses,
  answers,
}: Pick<Evidence, 'shown' | 'presses' | 'answers'>): Violation[] => {
  const cards = new Map(shown.map(({ message, text }) => [message, readCard(text)]))
  const answered = new Set(answers.map(({ query }) => query))
  return presses
    .filter(({ query }) => !answered.has(query))
    .map(({ chat, message, at, button }) => ({
      law: 'every press is answered',
      number: cards.get(message)?.number ?? '',
      chat,
      times: [at],
      what: `${button} was never answered`,
    }))
}
