import { BUILT_IN_PHOTOS, type BuiltInPhoto, builtInPhoto, builtInThumbnail } from '../shared/built-in-photos.ts'
import type { StoredFile } from './files.ts'
import { storePhoto } from './photos.ts'
import type { Sim } from './sim.ts'

/** The built-in pictures for a person to choose from. */
export function builtInPhotoList(): { name: string; title: string; url: string }[] {
  return Object.entries(BUILT_IN_PHOTOS).map(([name, { title }]) => ({ name, title, url: `/sim/api/photos/${name}` }))
}

/** What a broken download brings instead of a picture. */
const NO_PHOTO = Buffer.from('<html><body>bukan foto</body></html>\n')

/** Stores a built-in picture in its sizes, smallest first. */
export async function storeBuiltInPhoto(sim: Sim, name: BuiltInPhoto): Promise<StoredFile[]> {
  const sizes = [await builtInThumbnail(name), await builtInPhoto(name)]
  return sizes.flatMap(picture => (picture && storePhoto(sim, picture.bytes)) ?? [])
}

/** A photo message whose bytes are no picture. */
export function storeNoPhoto(sim: Sim): StoredFile[] {
  return [storePhoto(sim, NO_PHOTO, { width: 1280, height: 960 })].flatMap(file => file ?? [])
}
