/**
 * Codes of three characters, "A7K": letter, figure, letter, so that no word and no number looks like one. Without
 * look-alikes: no B G I L O Q S Z, no 0 1.
 */
const letters = 'ACDEFHJKMNPRTUVWXY'
const figures = '23456789'

/** How many different codes there are. */
export const codeCount = letters.length * figures.length * letters.length

/** A code anywhere in an expression, upper or lower case. */
export const codePattern = `[${letters}][${figures}][${letters}]`

/** The code with this place among all of them; `place` from 0 to `codeCount` - 1. */
export const codeAt = (place: number): string => {
  const last = place % letters.length
  const rest = Math.floor(place / letters.length)
  return `${letters[Math.floor(rest / figures.length)]}${figures[rest % figures.length]}${letters[last]}`
}

/** How each message of ours that asks says its code (`replyWithNumber`, `answerWithNumber`). */
const asking = new RegExp(`(?:ketik|atau) (${codePattern}) dan angka`)

/** The code that a message of ours shows: a copy whose number we never learned is known by it. Null when it has none. */
export const codeShownIn = (text: string): string | null => asking.exec(text.replace(/[*_]/g, ''))?.[1] ?? null
