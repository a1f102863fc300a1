import { requestRefusals } from './refusals/request.ts'
import { serviceRefusals } from './refusals/service.ts'

export type { RefusalParams, Sentence } from './refusals/sentence.ts'
export { requestRefusals, serviceRefusals }

export const refusalSentences: typeof serviceRefusals & typeof requestRefusals = {
  ...serviceRefusals,
  ...requestRefusals,
}
export type RequestRefusalCode = keyof typeof requestRefusals
