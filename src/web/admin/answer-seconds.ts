import type { AllAgencies } from '../../admin-api/contract/index.ts'

export type AnswerSeconds = AllAgencies['standardAnswerSeconds']
/** As typed: what is left empty follows the standard. */
export type TypedSeconds = Record<keyof AnswerSeconds, number | ''>

export const shortestAnswer = 10
export const longestAnswer = 3_600

const every = [1, 2, 3, 4] as const

export const typedSeconds = (own: AnswerSeconds | null): TypedSeconds => own ?? { 1: '', 2: '', 3: '', 4: '' }

/** Null when nothing was typed: then the standard holds, also when it changes. */
export const answerSecondsOf = (typed: TypedSeconds, standard: AnswerSeconds): AnswerSeconds | null => {
  if (every.every(priority => typed[priority] === '')) return null
  const of = (priority: keyof AnswerSeconds): number =>
    typed[priority] === '' ? standard[priority] : Number(typed[priority])
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4) }
}
