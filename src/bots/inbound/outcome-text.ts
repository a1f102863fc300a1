import type { PressOutcome } from '../../application/application.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { Facts } from '../../i18n/chat/id/notices.ts'
import * as words from '../../i18n/chat/id/press-answers.ts'
import { refusalSentences } from '../../i18n/refusals.ts'

/** The words for what a press led to; `now` is service time, for "3 menit lalu". */
export const outcomeText = (outcome: PressOutcome, now: Instant): string =>
  outcome.kind === 'done' ? doneText(outcome.code) : refusalText(outcome.refusal.code, outcome.refusal.params, now)

const doneText = (code: string): string =>
  Object.hasOwn(words.done, code) ? words.done[code as keyof typeof words.done] : words.doneOtherwise

const refusalText = (code: keyof typeof refusalSentences, params: Facts, now: Instant): string => {
  const { at } = params
  const ago = typeof at === 'number' ? Math.max(0, (now - at) / 1000) : null
  if (code in words.refused) return words.refused[code as keyof typeof words.refused](params, ago)
  return refusalSentences[code](params).id
}
