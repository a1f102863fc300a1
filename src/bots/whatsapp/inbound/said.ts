import type { LoadedPhoto } from '../../../application/commands/private-chat.ts'
import type { Said } from '../../inbound/writing.ts'
import { largestFileBytes } from '../session/session.ts'
import type { UpdateOf } from '../session/update.ts'
import type { InboundParts } from './parts.ts'

type Message = UpdateOf<'message'>

/** What a crew may take for a report, and we cannot read; stickers and the like pass by. */
const unreadable = {
  voice: 'voice',
  audio: 'voice',
  video: 'video',
  document: 'document',
  contact: 'contact',
} as const

/** What a message holds; null for stickers, polls of others, and whatever else nobody takes for words. */
export const saidIn = (parts: Pick<InboundParts, 'session'>, message: Message): Said | null => {
  const { type, body, location } = message
  if (type === 'text') return { kind: 'text', text: body }
  if (isPhoto(message)) return { kind: 'photo', load: () => loadPhoto(parts, message), caption: body }
  if (type === 'location' && location) {
    const { lat, lng, name } = location
    return { kind: 'place', place: { lat, lng, accuracyMetres: null, ...(name && { title: name }) } }
  }
  return type in unreadable ? { kind: 'unreadable', what: unreadable[type as keyof typeof unreadable] } : null
}

/** An image, or one that was sent as a file. */
const isPhoto = ({ type, mime = '', hasFile }: Message): boolean =>
  hasFile && (type === 'image' || (type === 'document' && mime.startsWith('image/')))

/** @throws ChannelError Temporary when it may work later */
const loadPhoto = async (
  { session }: Pick<InboundParts, 'session'>,
  { chat, key, bytes = 0 }: Message,
): Promise<LoadedPhoto> => {
  if (bytes > largestFileBytes) return { ok: false, code: 'photoTooLarge' }
  const file = await session.photo(chat, key)
  if (file.ok) return { ok: true, bytes: file.bytes }
  return { ok: false, code: file.reason === 'tooLarge' ? 'photoTooLarge' : 'photoInvalid' }
}
