import { describe, expect, test } from 'vitest'
import type { Happening } from '../../src/drill/chats/chat-message.ts'
import { withFollowUps } from '../../src/drill/journal/follow-ups.ts'
import { shownMessage } from './shown-message.ts'

const minute = 60_000
const chat = 'SMG/DISHUB'
const card = shownMessage(chat, 'kartu', { id: 'A' })
const cardOf = (key: string) => (key === `${chat}/A` ? card : undefined)
const quoting = (quotes: string | null, id: string, at: number) => shownMessage(chat, 'berita', { id, at, quotes })

describe('a message that quotes a card which is too old to be edited', () => {
  test('is the edit that it stands for; what is edited on it from then on is the card, too', () => {
    const [follows, later] = [quoting('A', 'B', 15 * minute), quoting('A', 'B', 15 * minute)]
    const happenings: Happening[] = [
      { kind: 'shown', message: follows },
      { kind: 'edited', message: later },
    ]
    expect(withFollowUps(happenings, cardOf)).toEqual({
      happenings: [
        { kind: 'edited', message: follows, of: `${chat}/A` },
        { kind: 'edited', message: later, of: `${chat}/A` },
      ],
      deviations: [],
    })
  })

  test('has no business there while the card can be edited', () => {
    const { deviations } = withFollowUps([{ kind: 'shown', message: quoting('A', 'B', 13 * minute) }], cardOf)
    expect(deviations).toEqual([`a card came anew in ${chat} that could be edited`])
  })

  test('all others stay what they are', () => {
    const happenings: Happening[] = [
      { kind: 'shown', message: quoting(null, 'B', 15 * minute) },
      { kind: 'shown', message: quoting('C', 'D', 15 * minute) },
      { kind: 'edited', message: card },
    ]
    expect(withFollowUps(happenings, cardOf)).toEqual({ happenings, deviations: [] })
  })
})
