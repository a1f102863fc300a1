import { createContext, useContext } from 'react'
import type { IntakeAnswers, IntakeView } from '../../../admin-api/contract/index.ts'
import type { DraftState, IntakeDraft, IntakeField } from '../../intake/draft.ts'
import { useLanguage } from '../../lang/language-provider.tsx'

interface Intake {
  view: IntakeView
  draft: IntakeDraft
  state: DraftState
  readOnly: boolean
}

const IntakeContext = createContext<Intake | null>(null)
export const IntakeProvider = IntakeContext

type AnswerOf<Field extends IntakeField> = Exclude<IntakeAnswers[Field], undefined>

export interface FieldOf<Field extends IntakeField> {
  /** what the operator typed, or what the server has; absent = not asked yet */
  answer: IntakeAnswers[Field]
  set: (answer: AnswerOf<Field>) => void
  /** on its way to the server */
  waiting: boolean
  /** the server's refusal, as a sentence */
  error: string | undefined
  readOnly: boolean
}

/** One field of the intake: its answer, and how to change it. */
export const useField = <Field extends IntakeField>(field: Field): FieldOf<Field> => {
  const { t, pick } = useLanguage()
  const intake = useContext(IntakeContext)
  if (!intake) throw new Error('IntakeProvider is missing')
  const { view, draft, state, readOnly } = intake
  const own = state.answers[field]
  const refusal = state.refused[field]
  return {
    answer: own ?? (view[field] as IntakeAnswers[Field]),
    set: answer => draft.set(field, answer),
    waiting: own !== undefined,
    error: refusal === undefined ? undefined : refusal ? pick(refusal) : t.intake.refused,
    readOnly,
  }
}
