import type { PressOutcome } from '../../../application/application.ts'
import type { Instant } from '../../../dispatch/vocabulary.ts'
import type { Facts } from '../../../i18n/chat/id/notices.ts'
import * as words from '../../../i18n/chat/id/press-answers.ts'
import { refusalSentences } from '../../../i18n/refusals.ts'

/** What the presser's popup says. `alert` waits to be closed; without it the words pass by. */
export interface PressAnswer {
  text: string
  alert: boolean
  /** opens this instead of a popup */
  url?: string
}

/** Telegram's limit for a popup, characters. */
export const maxAnswerLength = 200

export const busyAnswer: PressAnswer = { text: words.busy, alert: false }
export const forgedAnswer: PressAnswer = { text: words.forged, alert: true }

/** The words for an outcome; `now` is service time, for "3 menit lalu". */
export const answerFor = (outcome: PressOutcome, now: Instant): PressAnswer =>
  outcome.kind === 'done'
    ? { text: doneText(outcome.code), alert: false }
    : { text: cutAnswer(refusalText(outcome.refusal.code, outcome.refusal.params, now)), alert: true }

const doneText = (code: string): string =>
  Object.hasOwn(words.done, code) ? words.done[code as keyof typeof words.done] : words.doneOtherwise

const refusalText = (code: keyof typeof refusalSentences, params: Facts, now: Instant): string => {
  const { at } = params
  const ago = typeof at === 'number' ? Math.max(0, (now - at) / 1000) : null
  if (code in words.refused) return words.refused[code as keyof typeof words.refused](params, ago)
  return refusalSentences[code](params).id
}

/** Whole characters, at most as many as a popup shows. */
export const cutAnswer = (text: string, limit = maxAnswerLength): string => {
  const characters = [...text]
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}
