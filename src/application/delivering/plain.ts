import { type OutgoingMessage, Refused } from '../ports/channel.ts'

/** Characters of the plain repeat of a message that the platform refused. */
const plainLength = 1000

const plain = ({ venue: _, ...message }: OutgoingMessage): OutgoingMessage => ({
  ...message,
  content: { text: message.content.text.slice(0, plainLength), spans: [] },
})

/**
 * Shows a message; a refused one goes once more, short and plain: an alert must not die of a formatting rule.
 * @throws what the channel throws; `Refused` when even the plain one is
 */
export const orPlain = async <T>(
  message: OutgoingMessage,
  show: (message: OutgoingMessage) => Promise<T>,
): Promise<T> => {
  try {
    return await show(message)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return show(plain(message))
  }
}
