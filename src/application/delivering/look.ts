import { createHash } from 'node:crypto'
import type { OutgoingMessage } from '../ports/channel.ts'

/** What a message looks like in a chat, in short: two messages with the same look need no edit between them. */
export const lookOf = ({ content, buttons }: OutgoingMessage): string =>
  createHash('sha256')
    .update(JSON.stringify([content, buttons]))
    .digest('base64url')
    .slice(0, 16)
