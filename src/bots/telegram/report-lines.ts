import type { ReportLines } from '../../dispatch/incident/assignment.ts'

type Key = 'korban' | 'unit' | 'tindakan' | 'kendala'
const lineStart = /^\s*(korban|unit|tindakan|kendala)\s*[:=]\s*(.*)$/i

/**
 * Figures that a crew wrote in lines of their own: "Korban: 2 luka". Lines without a word of ours belong to the line
 * above, up to a blank one. The raw text is kept elsewhere, so what is not understood is not lost.
 */
export const readReportLines = (text: string): ReportLines => {
  const found = new Map<Key, string>()
  let open: Key | undefined
  for (const line of text.split(/\r?\n/)) {
    const [, word, rest = ''] = lineStart.exec(line) ?? []
    if (word !== undefined) {
      open = word.toLowerCase() as Key
      found.set(open, rest.trim())
    } else if (line.trim() === '') {
      open = undefined
    } else if (open !== undefined) {
      found.set(open, `${found.get(open) ?? ''} ${line.trim()}`.trim())
    }
  }
  const victims = countVictims(found.get('korban') ?? '')
  return {
    ...(victims === undefined ? {} : { victims }),
    ...filled('units', found.get('unit')),
    ...filled('actions', found.get('tindakan')),
    ...filled('obstacles', found.get('kendala')),
  }
}

const filled = (key: 'units' | 'actions' | 'obstacles', value: string | undefined): ReportLines =>
  value ? { [key]: value } : {}

const none = /^(nihil|tidak ada|tdk ada|nol|kosong|-)(?![\p{L}\d])/iu
const numberWords = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh']
const notPeople = /^(th|thn|tahun|bulan|hari|jam|menit|mobil|motor|unit|rumah|km|m|meter)\b/i

/** "2 luka, 1 meninggal" is 3, "nihil" is 0; undefined when no number stands in front. What is in brackets explains. */
export const countVictims = (text: string): number | undefined => {
  const plain = text.replace(/\([^)]*\)/g, ' ').trim()
  if (none.test(plain)) return 0
  const counts = plain
    .split(/[,;+/]|\bdan\b|&/i)
    .map(countAtStart)
    .filter(count => count !== undefined)
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0)
}

const countAtStart = (part: string): number | undefined => {
  const [, first = '', rest = ''] =
    /^\s*(?:sekitar|kurang lebih|kira-kira|±|\+-)?\s*([\p{L}\d]+)\s*(.*)$/iu.exec(part) ?? []
  if (notPeople.test(rest)) return undefined
  if (/^\d{1,4}$/.test(first)) return Number(first)
  const word = numberWords.indexOf(first.toLowerCase())
  return word === -1 ? undefined : word
}
