import type { RunCardView } from '../../admin-api/contract/index.ts'
import { synonyms } from './synonyms.ts'

/** Lower case, letters and digits only: "Kebakaran bangunan/rumah" becomes its three words. */
export const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

/** What a match is worth: the code beats the name's beginning, that beats what callers say. */
const worth = { code: 8, codeBeginning: 6, firstWord: 5, word: 4, synonym: 3, synonymBeginning: 2, within: 1 } as const

/**
 * Types that fit all typed words, best first; no words give all types in their order. A word fits by the code, the
 * beginning of a word of either name, or a synonym; from three letters on also inside a word.
 */
export const searchTypes = (cards: readonly RunCardView[], typed: string): RunCardView[] => {
  const words = wordsOf(typed)
  if (words.length === 0) return [...cards]
  return cards
    .map((card, index) => ({ card, index, score: scoreOf(card, words) }))
    .filter(found => found.score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .map(found => found.card)
}

const scoreOf = (card: RunCardView, words: string[]): number => {
  const scores = words.map(word => Math.max(scoreOfNames(card, word), scoreOfSynonyms(card.code, word)))
  return scores.every(score => score > 0) ? scores.reduce((sum, score) => sum + score, 0) : 0
}

const scoreOfNames = (card: RunCardView, word: string): number => {
  const codeWords = wordsOf(card.code)
  const names = [wordsOf(card.name.id), wordsOf(card.name.en)]
  if (codeWords.join('') === word || codeWords.includes(word)) return worth.code
  if (codeWords.join('').startsWith(word)) return worth.codeBeginning
  if (names.some(name => name[0]?.startsWith(word))) return worth.firstWord
  if (names.flat().some(part => part.startsWith(word))) return worth.word
  return word.length >= 3 && names.flat().some(part => part.includes(word)) ? worth.within : 0
}

const scoreOfSynonyms = (code: string, word: string): number => {
  const exact = synonyms[word]
  if (exact) {
    const rank = exact.indexOf(code)
    // The first meaning of a word is the likeliest.
    return rank < 0 ? 0 : worth.synonym + (exact.length - rank) / 10
  }
  if (word.length < 3) return 0
  return Object.entries(synonyms).some(([spoken, codes]) => spoken.startsWith(word) && codes.includes(code))
    ? worth.synonymBeginning
    : 0
}
