import { plainWords } from '../lib/plain-words.ts'

const maxWords = 400
const maxLength = 40

/**
 * The words of a text as the search knows them: lower case, without accents, each once. Very long words are cut and the
 * words beyond some hundred are left out, so that a hostile text cannot blow up the index.
 */
export function wordsOf(text: string): string[] {
  const found = new Set<string>()
  for (const word of plainWords(text)) {
    found.add([...word].slice(0, maxLength).join(''))
    if (found.size === maxWords) break
  }
  return [...found]
}
