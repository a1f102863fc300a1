const ones = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']
const single = new Map<string, number>([
  ...ones.map((word, value) => [word, value] as const),
  ['sepuluh', 10],
  ['sebelas', 11],
  ['seorang', 1],
])
const digitOf = (word: string | undefined): number => (word === undefined ? -1 : ones.indexOf(word))

/** The number that a text begins with, in figures (at most four) or Indonesian words up to ninety-nine. */
export const readNumber = (text: string): { value: number; rest: string } | undefined => {
  const [, figures, afterFigures = ''] = /^(\d{1,3}(?:\.\d{3})+|\d{1,4})(?![\d.,]*\d)\s*(.*)$/s.exec(text) ?? []
  if (figures !== undefined) return { value: Number(figures.replaceAll('.', '')), rest: afterFigures }
  const [first = '', second, third] = text
    .toLowerCase()
    .split(/\s+/)
    .map(word => word.replace(/[^\p{L}].*$/u, ''))
  const digit = digitOf(first)
  if (digit > 0 && second === 'belas') return { value: 10 + digit, rest: after(text, 2) }
  if (digit > 1 && second === 'puluh') {
    const unit = digitOf(third)
    return unit > 0 ? { value: 10 * digit + unit, rest: after(text, 3) } : { value: 10 * digit, rest: after(text, 2) }
  }
  const [, stem, ending] = /^(\p{L}+?)(belas|puluh)$/u.exec(first) ?? []
  const joined = digitOf(stem)
  if (joined > 1 && ending !== undefined && !single.has(first)) {
    return { value: ending === 'belas' ? 10 + joined : 10 * joined, rest: after(text, 1) }
  }
  const value = single.get(first)
  return value === undefined ? undefined : { value, rest: after(text, 1) }
}

/** What follows the first words. */
const after = (text: string, words: number): string => text.trim().split(/\s+/).slice(words).join(' ')
