/** A card names its incident on a line of its own, and the agency that it is for on the next; nothing else does. */
const head = /^([A-Z]{3}-\d+-\d+)\n(?:.*\(([A-Z0-9]+)\)|([A-Z0-9]+)), /m

/** What stands above a message that may be a repeat. */
export const repeatMark = 'ULANG, mungkin ganda'

export interface Card {
  number: string
  agency: string
}

/** Whose card this text is; null for any other message. */
export const readCard = (text: string): Card | null => {
  const [, number, named, bare] = head.exec(text) ?? []
  const agency = named ?? bare
  return number === undefined || agency === undefined ? null : { number, agency }
}
