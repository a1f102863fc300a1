import { readCard, repeatMark } from '../load/read-card.ts'
import type { ShownMessage } from './evidence.ts'
import { groupBy } from './group-by.ts'

/** One copy of an alert, as it came into its chat. */
export interface Copy {
  chat: string
  room: string
  number: string
  agency: string
  at: number
  message: string
  /** it says that it may be a repeat */
  marked: boolean
  /** its place among everything that was shown */
  place: number
}

/** Every card that came as a new message, oldest first; without the news of one that cannot be edited any more. */
export const copiesOf = (shown: readonly ShownMessage[]): Copy[] =>
  shown.flatMap(({ chat, room, at, message, text, edit, follows }, place) => {
    const card = edit || follows ? null : readCard(text)
    return card ? [{ chat, room, at, message, place, ...card, marked: text.includes(repeatMark) }] : []
  })

/** The copies of each alert: one incident in one room. */
export const byAlert = (copies: readonly Copy[]): Copy[][] => groupBy(copies, ({ room, number }) => `${room} ${number}`)
