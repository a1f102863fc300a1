import type { ButtonVerb } from '../../../application/application.ts'
import { otherWords } from '../../../i18n/chat/id/whatsapp.ts'
import { buttonLabels, confirmLabels, declineReasons, reportOutcomes } from '../../../i18n/chat/id/words.ts'
import { numberOf, privatelyNumber } from './numbers.ts'

/** Lower-case words with single spaces, without marks and emoji; one of these (ℹ) counts as a letter. */
export const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?:[^\p{L}\p{N}]|\p{Extended_Pictographic})+/gu, ' ')
    .trim()

/** Labels that are called otherwise than their verb. */
const verbOfLabel: Readonly<Record<string, ButtonVerb>> = { clearRemotely: 'clear', cancelConfirm: 'back' }

const numberOfLabel = (key: string): number =>
  key === 'privately' ? privatelyNumber : numberOf(verbOfLabel[key] ?? (key as ButtonVerb))

const keyed = (labels: Readonly<Record<string, string>>, prefix = ''): [string, number][] =>
  Object.entries(labels).map(([key, label]) => [plainWords(label), numberOfLabel(`${prefix}${key}`)])

const numberByWords: ReadonlyMap<string, number> = new Map([
  ...keyed(buttonLabels),
  ...keyed(confirmLabels),
  ...keyed(declineReasons, 'reason:'),
  ...keyed(reportOutcomes, 'outcome:'),
  ...Object.entries(otherWords).map(([words, verb]) => [words, numberOf(verb)] as const),
])

/** The number of the button that is called so; undefined for any other words. */
export const numberOfWords = (text: string): number | undefined => numberByWords.get(plainWords(text))
