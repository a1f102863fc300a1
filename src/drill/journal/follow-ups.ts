import { type ChatMessage, type Happening, messageKey } from '../chats/chat-message.ts'

/** WhatsApp lets nobody edit a message after a quarter of an hour; what can still be edited must be. Service ms. */
const editableForMs = 14 * 60_000

/**
 * News of a card that is too old to be edited comes in a message that quotes it: the card goes on there. Here it is the
 * edit that it stands for.
 * @param cardOf the card, or the copy of one, that has this key
 */
export const withFollowUps = (
  happenings: readonly Happening[],
  cardOf: (key: string) => ChatMessage | undefined,
): { happenings: Happening[]; deviations: string[] } => {
  /** follow-ups of this look by their keys, with the card that they stand for */
  const followed = new Map<string, { of: string; at: number }>()
  const deviations: string[] = []

  const standsFor = ({ chat, quotes }: ChatMessage): { of: string; at: number } | undefined => {
    if (quotes === null) return undefined
    const key = messageKey({ chat, id: quotes })
    const card = cardOf(key)
    return followed.get(key) ?? (card && { of: key, at: card.at })
  }

  const told = happenings.map((happening): Happening => {
    if (happening.kind === 'edited') {
      const card = followed.get(messageKey(happening.message))
      return card ? { ...happening, of: card.of } : happening
    }
    const card = happening.kind === 'shown' ? standsFor(happening.message) : undefined
    if (happening.kind !== 'shown' || !card) return happening
    const { message } = happening
    if (message.at - card.at < editableForMs)
      deviations.push(`a card came anew in ${message.chat} that could be edited`)
    followed.set(messageKey(message), { of: card.of, at: message.at })
    return { kind: 'edited', message, of: card.of }
  })
  return { happenings: told, deviations }
}
