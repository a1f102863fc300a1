import { type State, states } from '../../drill/cards/card-words.ts'
import type { Evidence, ShownMessage } from '../evidence/evidence.ts'
import { groupBy } from '../evidence/group-by.ts'
import { type Card, readCard } from '../load/read-card.ts'
import type { Violation } from './violation.ts'

type Seen = Pick<Evidence, 'shown' | 'records' | 'presses'>

/**
 * In the end every copy of a card shows how the job stands, whatever edits were refused on the way. Out of reach is what
 * was left behind in a group that moved, what a later copy follows because it cannot be edited any more, and a copy that
 * came again because its sender never learned of it, until somebody presses on it.
 */
export const cardsTrue = ({ shown, records, presses }: Seen): Violation[] => {
  const rooms = new Map(shown.map(({ chat, room }) => [chat, room]))
  const pressed = new Set(presses.map(({ message }) => message))
  const copies = looksOf(shown).filter(({ chat, room }) => rooms.get(chat) === room)
  const within = groupBy(copies, ({ room, card }) => `${room} ${card.number}`).flatMap(same =>
    reachable(same).filter((copy, place, all) => place === all.length - 1 || pressed.has(copy.message)),
  )
  return within.flatMap(({ chat, at, text, card }) => {
    const state = records.find(({ number }) => number === card.number)?.states[card.agency]
    if (!isTold(state) || text.includes(wordsOf(state))) return []
    const what = `a copy of the card does not say "${wordsOf(state)}"`
    return [{ law: 'cards tell the truth', number: card.number, chat, times: [at], what }]
  })
}

/** What another copy follows cannot be edited any more. */
const reachable = <Copy extends ShownMessage>(copies: readonly Copy[]): readonly Copy[] =>
  copies.slice(Math.max(0, copies.map(({ follows }) => follows).lastIndexOf(true)))

/** Every card as it looks at last, in the order in which they came. */
const looksOf = (shown: readonly ShownMessage[]): (ShownMessage & { card: Card })[] =>
  [...new Map(shown.map(one => [one.message, one])).values()].flatMap(one => {
    const card = readCard(one.text)
    return card ? [{ ...one, card }] : []
  })

const isTold = (state: string | undefined): state is State => state !== undefined && Object.hasOwn(states, state)
const wordsOf = (state: State): string => states[state].own.replace('{by}', '').trimEnd()
