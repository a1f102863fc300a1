import type { Message } from 'grammy/types'

/** What a crew may take for a report, and we cannot read. */
const unreadableKinds = {
  voice: 'voice',
  audio: 'voice',
  video: 'video',
  video_note: 'video',
  document: 'document',
  contact: 'contact',
} as const

/** What it is that we cannot read; undefined for what we can, and for what nobody takes for words (stickers, GIFs). */
export const unreadableIn = (message: Message) => {
  if (message.animation) return undefined
  const found = (Object.keys(unreadableKinds) as (keyof typeof unreadableKinds)[]).find(
    kind => message[kind] !== undefined,
  )
  return found && unreadableKinds[found]
}
