import { plainWords } from '../../lib/plain-words.ts'
import type { PlaceKind } from '../ports/places.ts'

/** What people shorten or spell in two ways, and the one form that is compared. */
const full: Readonly<Record<string, string>> = {
  ...{ jl: 'jalan', jln: 'jalan', gg: 'gang', gng: 'gang' },
  ...{ kel: 'kelurahan', ds: 'desa', kec: 'kecamatan' },
  ...{ perum: 'perumahan', prm: 'perumahan', komp: 'kompleks', komplek: 'kompleks' },
  ...{ psr: 'pasar', ps: 'pasar', st: 'stasiun', sta: 'stasiun', pkm: 'puskesmas', rmh: 'rumah' },
  ...{ jend: 'jenderal', jendral: 'jenderal', prof: 'profesor', dr: 'dokter' },
}

/** Words that say which kind is meant; a name is found without them too. */
const kindNamed: Readonly<Record<string, PlaceKind>> = {
  ...{ jalan: 'street', gang: 'street' },
  ...{ kelurahan: 'kelurahan', desa: 'kelurahan', kecamatan: 'kecamatan' },
}

/** The long form of a shortened word, or the word itself. */
export const fullWord = (word: string): string => full[word] ?? word

/** The kind that a word names ("kel." names a kelurahan), if it names one. */
export const kindOf = (word: string): PlaceKind | undefined => kindNamed[fullWord(word)]

/** Words of a name that tell it from others: in full, without those that only say its kind. */
export const namingWords = (name: string): string[] => {
  const words = plainWords(name).map(fullWord)
  const own = words.filter(word => kindNamed[word] === undefined)
  // "Gang" alone is a name all the same
  return own.length ? own : words
}
