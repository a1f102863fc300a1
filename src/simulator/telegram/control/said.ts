import type { z } from 'zod'
import { storeBuiltInPhoto, storeNoPhoto } from '../built-in-photos.ts'
import { ControlError } from '../control-error.ts'
import type { StoredFile } from '../files.ts'
import { photoSizes, storePhoto } from '../photos.ts'
import type { Sim } from '../sim.ts'
import type { MessageContent } from '../world/messages.ts'
import { saidCaption, saidText } from '../world/speak.ts'
import type { input } from './input.ts'

type Say = z.output<typeof input.say>

/** Turns what a person wants to send into a message's content. @throws ControlError invalid_input on a picture that is none */
export async function saidContent(sim: Sim, say: Say): Promise<MessageContent> {
  const caption = saidCaption(say.caption)
  if (say.text !== undefined) return said(say.text)
  if (say.photo !== undefined) return { ...(await photo(sim, say.photo)), ...album(say), ...caption }
  if (say.document) return { ...document(sim, say.document), ...caption }
  if (say.venue && say.location) {
    const { latitude, longitude } = say.location
    return { location: { latitude, longitude }, venue: { ...say.venue, location: { latitude, longitude } } }
  }
  if (say.location) {
    const { livePeriod, ...point } = say.location
    return { location: { ...point, ...(livePeriod === undefined ? {} : { live_period: livePeriod }) } }
  }
  if (say.contact) return { contact: { phone_number: say.contact.phone, first_name: say.contact.firstName } }
  return say.voice ? voice(sim, say.voice.seconds) : sticker(sim, say.sticker?.emoji ?? '')
}

function said(text: string): MessageContent {
  const content = saidText(text)
  if (content.text === '') throw new ControlError('invalid_input', ['text: empty'])
  return content
}

/** Telegram marks every picture of an album with the same number. */
const album = (say: Say): MessageContent => (say.album === undefined ? {} : { media_group_id: say.album })

async function photo(sim: Sim, wish: NonNullable<Say['photo']>): Promise<MessageContent> {
  if (wish === 'bukan-foto') return { photo: photoSizes(storeNoPhoto(sim)) }
  if (typeof wish === 'string') return { photo: photoSizes(await storeBuiltInPhoto(sim, wish)) }
  const stored = storePhoto(sim, Buffer.from(wish.base64, 'base64'))
  if (!stored) throw new ControlError('invalid_input', ['photo: neither JPEG nor PNG'])
  return { photo: photoSizes([stored]) }
}

function document(sim: Sim, wish: NonNullable<Say['document']>): MessageContent {
  const file = store(sim, 'documents', wish.name, wish.mime, Buffer.from(wish.base64, 'base64'))
  return { document: { ...named(file), file_name: wish.name, mime_type: wish.mime } }
}

/** A voice note and a sticker need no true sound or picture: bots here only refuse them. */
function voice(sim: Sim, seconds: number): MessageContent {
  const file = store(sim, 'voice', 'voice.oga', 'audio/ogg', Buffer.from('OggS'))
  return { voice: { ...named(file), duration: seconds, mime_type: 'audio/ogg' } }
}

function sticker(sim: Sim, emoji: string): MessageContent {
  const file = store(sim, 'stickers', 'sticker.webp', 'image/webp', Buffer.from('RIFF'))
  const shape = { type: 'regular', width: 512, height: 512, is_animated: false, is_video: false } as const
  return { sticker: { ...named(file), ...shape, emoji } }
}

function store(
  sim: Sim,
  folder: 'documents' | 'voice' | 'stickers',
  name: string,
  mime: string,
  bytes: Buffer,
): StoredFile {
  return sim.files.add({ folder, number: sim.world.nextFileNumber(), name, mime, bytes })
}

const named = (file: StoredFile): { file_id: string; file_unique_id: string; file_size: number } => ({
  file_id: file.fileId,
  file_unique_id: file.uniqueId,
  file_size: file.bytes.length,
})
