import type { PressOutcome } from '../../../application/application.ts'
import type { Instant } from '../../../dispatch/vocabulary.ts'
import * as words from '../../../i18n/chat/id/press-answers.ts'
import { outcomeText } from '../../inbound/outcome-text.ts'

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

/** The popup for an outcome; `now` is service time. */
export const answerFor = (outcome: PressOutcome, now: Instant): PressAnswer =>
  outcome.kind === 'done'
    ? { text: outcomeText(outcome, now), alert: false }
    : { text: cutAnswer(outcomeText(outcome, now)), alert: true }

/** Whole characters, at most as many as a popup shows. */
export const cutAnswer = (text: string, limit = maxAnswerLength): string => {
  const characters = [...text]
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join('')}…`
}
