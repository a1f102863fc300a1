import type { Message, PhotoSize } from '@grammyjs/types'
import { badRequest } from '../api-error.ts'
import { readFormattedText } from '../entities/format-text.ts'
import type { Params } from '../params.ts'
import { photoSizes, storePhoto } from '../photos.ts'
import type { Sim } from '../sim.ts'
import { readDestination, send } from './send.ts'

/** The longest caption, in UTF-16 code units after parsing. */
export const MAX_CAPTION_LENGTH = 1024
const MAX_PHOTO_BYTES = 10 * 1024 * 1024

export function sendPhoto(sim: Sim, params: Params): Message.PhotoMessage {
  const to = readDestination(sim, params)
  const caption = readFormattedText(params, 'caption')
  if (caption.text.length > MAX_CAPTION_LENGTH) throw badRequest('message caption is too long')
  const photo = readPhoto(sim, params)
  const content = {
    photo,
    ...(caption.text === '' ? {} : { caption: caption.text }),
    ...(caption.entities.length > 0 ? { caption_entities: [...caption.entities] } : {}),
  }
  return { ...send(sim, params, to, 'photos', content), photo }
}

function readPhoto(sim: Sim, params: Params): PhotoSize[] {
  const upload = params.file('photo')
  if (upload) {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty')
    if (upload.bytes.length > MAX_PHOTO_BYTES) throw badRequest('too big photo: 10485760 bytes at most')
    const stored = storePhoto(sim, upload.bytes)
    if (!stored) throw badRequest('IMAGE_PROCESS_FAILED')
    return photoSizes([stored])
  }
  const reference = params.text('photo')
  if (reference === '') throw badRequest('there is no photo in the request')
  const known = sim.files.byId(reference)
  if (!known) throw badRequest('wrong file identifier/HTTP URL specified')
  if (!known.path.startsWith('photos/')) throw badRequest("can't use file of type Document as Photo")
  return photoSizes([known])
}
