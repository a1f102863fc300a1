import { type State, states } from '../../drill/cards/card-words.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { readCard } from '../load/read-card.ts'
import type { Violation } from './violation.ts'

/** In the end every copy of a card shows how the job stands, whatever edits were refused on the way; what was left behind in a group that moved is out of reach. */
export const cardsTrue = ({ shown, records }: Pick<Evidence, 'shown' | 'records'>): Violation[] => {
  const looks = new Map(shown.map(one => [one.message, one]))
  const rooms = new Map(shown.map(({ chat, room }) => [chat, room]))
  const within = [...looks.values()].filter(({ chat, room }) => rooms.get(chat) === room)
  return within.flatMap(({ chat, at, text }) => {
    const card = readCard(text)
    const state = records.find(({ number }) => number === card?.number)?.states[card?.agency ?? '']
    if (!card || !isTold(state) || text.includes(wordsOf(state))) return []
    const what = `a copy of the card does not say "${wordsOf(state)}"`
    return [{ law: 'cards tell the truth', number: card.number, chat, times: [at], what }]
  })
}

const isTold = (state: string | undefined): state is State => state !== undefined && Object.hasOwn(states, state)
const wordsOf = (state: State): string => states[state].own.replace('{by}', '').trimEnd()
