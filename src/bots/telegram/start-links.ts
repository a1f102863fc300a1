import { type OutgoingMessage, payloadOf, readStart, type Start } from '../../application/ports/channel.ts'

/** Opens a private chat with the bot and hands it `payload` (1-64 characters of A-Z a-z 0-9 _ -). */
export const deepLink = (username: string, payload: string): string => `https://t.me/${username}?start=${payload}`

/** What a link into a private chat hands over; null for any other address. */
export const startPayloadIn = (url: string): Start | null => {
  const [, payload] = /^https:\/\/t\.me\/\w+\?start=([\w-]{1,64})$/.exec(url) ?? []
  return payload === undefined ? null : readStart(payload)
}

/** Whether the message has addresses that only we understand, so that the bot's name is needed to send it. */
export const hasStartLinks = ({ content, buttons }: OutgoingMessage): boolean =>
  [...content.spans, ...buttons.flat()].some(part => 'url' in part && payloadOf(part.url ?? '') !== undefined)

/** The message with Telegram's own links in the place of ours. */
export const withStartLinks = (message: OutgoingMessage, username: string): OutgoingMessage => {
  const linked = <Part extends object>(part: Part): Part => {
    const payload = 'url' in part && typeof part.url === 'string' ? payloadOf(part.url) : undefined
    return payload === undefined ? part : { ...part, url: deepLink(username, payload) }
  }
  return {
    ...message,
    content: { ...message.content, spans: message.content.spans.map(linked) },
    buttons: message.buttons.map(row => row.map(linked)),
  }
}
