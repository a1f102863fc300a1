import type { Message } from 'grammy/types'
import type { LoadedPhoto } from '../../../application/commands/private-chat.ts'
import type { Said } from '../../inbound/writing.ts'
import { maxPhotoBytes } from './files.ts'
import type { InboundParts } from './parts.ts'
import { placeIn } from './places.ts'
import { unreadableIn } from './unreadable.ts'

/** What a message holds; null for stickers and the like. */
export const saidIn = (parts: InboundParts, message: Message): Said | null => {
  const fileId = photoIn(message)
  if (fileId !== null) return { kind: 'photo', load: () => photoFile(parts, fileId), caption: message.caption ?? '' }
  const place = placeIn(message)
  if (place) return { kind: 'place', ...place }
  const what = unreadableIn(message)
  if (what) return { kind: 'unreadable', what }
  return message.text === undefined ? null : { kind: 'text', text: message.text }
}

/** The bytes of a photo that `photoIn` found, or why there are none. @throws when it may work later */
const photoFile = async (parts: InboundParts, fileId: string | 'tooLarge'): Promise<LoadedPhoto> => {
  if (fileId === 'tooLarge') return { ok: false, code: 'photoTooLarge' }
  const file = await parts.files.download(fileId)
  if (file.ok) return file
  return { ok: false, code: file.reason === 'tooLarge' ? 'photoTooLarge' : 'photoInvalid' }
}

/** The largest size that we take of a photo, or an image sent as a file; null when the message has neither. */
const photoIn = ({ photo, document }: Message): string | null => {
  if (photo) {
    const sizes = photo.filter(({ file_size: bytes }) => (bytes ?? 0) <= maxPhotoBytes)
    return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0]?.file_id ?? 'tooLarge'
  }
  if (!document?.mime_type?.startsWith('image/')) return null
  return (document.file_size ?? 0) > maxPhotoBytes ? 'tooLarge' : document.file_id
}
