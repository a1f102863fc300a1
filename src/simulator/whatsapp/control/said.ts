import type { z } from 'zod'
import { builtInPhoto } from '../../shared/built-in-photos.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import type { MediaKind, MessageContent } from '../world/state.ts'
import type { input } from './input.ts'

type Said = z.output<typeof input.say>

/** One second of Ogg's beginning: enough to be told from other files. */
const VOICE = Buffer.from('OggS\0\x02'.padEnd(64, '\0'), 'latin1')
/** The smallest WebP that there is. */
const STICKER = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64')

/** What a person sends, as the world keeps it. @throws ControlError unknown_file on a picture that is not built in */
export async function saidContent(sim: Sim, said: Said): Promise<MessageContent> {
  if (said.text !== undefined) return { kind: 'text', text: said.text }
  if (said.poll) return { kind: 'poll', poll: said.poll }
  if (said.location) return { kind: 'location', ...said.location }
  const file = await fileOf(said)
  const { id } = sim.files.add({ id: sim.world.nextFileId(), mime: file.mime, bytes: file.bytes })
  return {
    kind: 'media',
    media: {
      kind: file.kind,
      fileId: id,
      mime: file.mime,
      size: file.bytes.length,
      name: file.name ?? null,
      seconds: said.voice?.seconds ?? null,
      gone: null,
    },
    caption: said.caption,
  }
}

interface SaidFile {
  readonly kind: MediaKind
  readonly mime: string
  readonly bytes: Buffer
  readonly name?: string
}

async function fileOf({ photo, document, voice }: Said): Promise<SaidFile> {
  if (typeof photo === 'object') return { kind: 'image', mime: photo.mime, bytes: Buffer.from(photo.base64, 'base64') }
  if (photo !== undefined) {
    const picture = await builtInPhoto(photo)
    if (!picture) throw new ControlError('unknown_file')
    return { kind: 'image', ...picture }
  }
  if (document) {
    const { mime, name, base64 } = document
    return { kind: 'document', mime, name, bytes: Buffer.from(base64, 'base64') }
  }
  if (voice) return { kind: 'ptt', mime: 'audio/ogg; codecs=opus', bytes: VOICE }
  return { kind: 'sticker', mime: 'image/webp', bytes: STICKER }
}
