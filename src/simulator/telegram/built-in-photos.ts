import { readFile } from 'node:fs/promises'
import type { StoredFile } from './files.ts'
import { storePhoto } from './photos.ts'
import type { Sim } from './sim.ts'

/** Pictures that people of the simulator can send; each has a small size too, as Telegram makes them. */
export const BUILT_IN_PHOTOS = {
  kebakaran: { title: 'Rumah terbakar', type: 'jpg' },
  banjir: { title: 'Jalan tergenang', type: 'jpg' },
  kecelakaan: { title: 'Kecelakaan', type: 'jpg' },
  ambulans: { title: 'Ambulans', type: 'jpg' },
  laporan: { title: 'Lembar laporan', type: 'png' },
} as const satisfies Record<string, { title: string; type: 'jpg' | 'png' }>

export type BuiltInPhoto = keyof typeof BUILT_IN_PHOTOS

export const isBuiltInPhoto = (name: string): name is BuiltInPhoto => Object.hasOwn(BUILT_IN_PHOTOS, name)

/** The built-in pictures for a person to choose from. */
export function builtInPhotoList(): { name: string; title: string; url: string }[] {
  return Object.entries(BUILT_IN_PHOTOS).map(([name, { title }]) => ({ name, title, url: `/sim/api/photos/${name}` }))
}

/** The small size of a built-in picture. */
export async function builtInThumbnail(name: string): Promise<{ mime: string; bytes: Buffer } | undefined> {
  if (!isBuiltInPhoto(name)) return undefined
  const { type } = BUILT_IN_PHOTOS[name]
  const bytes = await readFile(new URL(`${name}-small.${type}`, folder))
  return { mime: type === 'png' ? 'image/png' : 'image/jpeg', bytes }
}

/** What a broken download brings instead of a picture. */
const NO_PHOTO = Buffer.from('<html><body>bukan foto</body></html>\n')

const folder = new URL('./media/', import.meta.url)

/** Stores a built-in picture in its sizes, smallest first. */
export async function storeBuiltInPhoto(sim: Sim, name: BuiltInPhoto): Promise<StoredFile[]> {
  const { type } = BUILT_IN_PHOTOS[name]
  const small = await readFile(new URL(`${name}-small.${type}`, folder))
  const large = await readFile(new URL(`${name}.${type}`, folder))
  return [storePhoto(sim, small), storePhoto(sim, large)].flatMap(file => file ?? [])
}

/** A photo message whose bytes are no picture. */
export function storeNoPhoto(sim: Sim): StoredFile[] {
  return [storePhoto(sim, NO_PHOTO, { width: 1280, height: 960 })].flatMap(file => file ?? [])
}
