import type { PhotoSize } from '@grammyjs/types'
import type { StoredFile } from './files.ts'
import { readImageInfo } from './image-size.ts'
import type { Sim } from './sim.ts'

/** Puts a picture into the file store. `claimed` size and type stand for bytes that are no picture. */
export function storePhoto(
  sim: Sim,
  bytes: Buffer,
  claimed?: { width: number; height: number },
): StoredFile | undefined {
  const info = readImageInfo(bytes)
  if (!info && !claimed) return undefined
  const number = sim.world.nextFileNumber()
  const { width, height } = info ?? claimed ?? { width: 0, height: 0 }
  const mime = info?.mime ?? 'text/html'
  return sim.files.add({ folder: 'photos', number, name: `file_${number}`, mime, bytes, width, height })
}

/** The sizes of a photo as the Bot API lists them, smallest first. */
export function photoSizes(files: readonly StoredFile[]): PhotoSize[] {
  return files.map(file => ({
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    width: file.width,
    height: file.height,
  }))
}
