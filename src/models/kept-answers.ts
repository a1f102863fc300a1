import type { MachineClock } from '../application/ports/clocks.ts'

/** Machine ms for which an answer is good; what another process changed shows after this time at the latest. */
const freshMs = 1_000

export type KeptAnswers = ReturnType<typeof keptAnswers>

/**
 * Answers of a store that is asked by every request and every message and changes a few times a day: kept for a second,
 * and forgotten at once when this process changes something.
 */
export const keptAnswers = (clock: MachineClock) => {
  const answers = new Map<string, { at: number; answer: Promise<unknown> }>()
  return {
    /** The answer to a question that was asked within the second, or a new one. */
    kept: <Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> => {
      const known = answers.get(question)
      if (known && clock.now() - known.at < freshMs) return known.answer as Promise<Answer>
      const answer = ask()
      answers.set(question, { at: clock.now(), answer })
      // A question that failed is asked again by the next one.
      answer.catch(() => answers.delete(question))
      return answer
    },
    /** Waits for a change and forgets every answer, whether it succeeded or not. */
    changed: async <Result>(change: Promise<Result>): Promise<Result> => {
      try {
        return await change
      } finally {
        answers.clear()
      }
    },
  }
}
