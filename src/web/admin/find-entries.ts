import type { InformationList } from '../../admin-api/contract/index.ts'

type Entry = InformationList['entries'][number]

/** Entries in which each of these words begins a word, in any field that people read. */
export const findEntries = (entries: readonly Entry[], asked: string): Entry[] => {
  const words = wordsOf(asked)
  return entries.filter(({ topic, answer, receiver, phone }) => {
    const text = wordsOf([topic, answer, receiver, phone].join(' '))
    return words.every(word => text.some(one => one.startsWith(word)))
  })
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
