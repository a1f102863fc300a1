import type { Answer, Press, ShownMessage } from './evidence.ts'

/** What people saw and did on a platform, from its stand-in's own book. */
export interface Journal {
  shown: ShownMessage[]
  presses: Press[]
  answers: Answer[]
}

const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at

/** What happened on all platforms, in its order. */
export const together = (journals: readonly Journal[]): Journal => ({
  shown: journals.flatMap(({ shown }) => shown).toSorted(byTime),
  presses: journals.flatMap(({ presses }) => presses).toSorted(byTime),
  answers: journals.flatMap(({ answers }) => answers).toSorted(byTime),
})
