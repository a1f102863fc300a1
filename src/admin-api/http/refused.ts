import type { AnyRefusalCode, Outcome } from '../../application/application.ts'
import { type RefusalParams, type RequestRefusalCode, refusalSentences, type Sentence } from '../../i18n/refusals.ts'

export type ApiRefusalCode = AnyRefusalCode | RequestRefusalCode

export interface InputIssue {
  path: string
  message: string
  code?: string
  sentence?: Sentence
}

/** A request that is answered with "no"; what it says and its status follow from the code. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: ApiRefusalCode
  readonly params: RefusalParams
  readonly issues: InputIssue[] | undefined

  constructor(code: ApiRefusalCode, params: RefusalParams = {}, issues?: InputIssue[]) {
    super(code)
    this.code = code
    this.params = params
    this.issues = issues
  }
}

/** The value of an accepted command. @throws Refused */
export const granted = <T>(outcome: Outcome<T>): T => {
  if (outcome.ok) return outcome.value
  throw new Refused(outcome.refusal.code, outcome.refusal.params)
}

/** What was found. @throws Refused `notFound`, or the code given */
export const found = <T>(value: T | null, code: ApiRefusalCode = 'notFound'): T => {
  if (value === null) throw new Refused(code)
  return value
}

// Every code has its sentence: the catalogue is a leaf and cannot name the application's codes itself.
const sentences: Record<ApiRefusalCode, (params: RefusalParams) => Sentence> = refusalSentences

export const sentenceOf = (refused: Refused): Sentence => sentences[refused.code](refused.params)
