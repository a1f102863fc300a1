import { readFile } from 'node:fs/promises'

/** Pictures that people of the simulators can send; each has a small size too. */
export const BUILT_IN_PHOTOS = {
  kebakaran: { title: 'Rumah terbakar', type: 'jpg' },
  banjir: { title: 'Jalan tergenang', type: 'jpg' },
  kecelakaan: { title: 'Kecelakaan', type: 'jpg' },
  ambulans: { title: 'Ambulans', type: 'jpg' },
  laporan: { title: 'Lembar laporan', type: 'png' },
} as const satisfies Record<string, { title: string; type: 'jpg' | 'png' }>

export type BuiltInPhoto = keyof typeof BUILT_IN_PHOTOS

export const isBuiltInPhoto = (name: string): name is BuiltInPhoto => Object.hasOwn(BUILT_IN_PHOTOS, name)

export interface Picture {
  readonly mime: string
  readonly bytes: Buffer
}

/** A built-in picture; nothing when there is none of this name. */
export const builtInPhoto = (name: string): Promise<Picture | undefined> => read(name, '')

/** The small size of a built-in picture. */
export const builtInThumbnail = (name: string): Promise<Picture | undefined> => read(name, '-small')

async function read(name: string, size: '' | '-small'): Promise<Picture | undefined> {
  if (!isBuiltInPhoto(name)) return undefined
  const { type } = BUILT_IN_PHOTOS[name]
  const bytes = await readFile(new URL(`./media/${name}${size}.${type}`, import.meta.url))
  return { mime: type === 'png' ? 'image/png' : 'image/jpeg', bytes }
}
