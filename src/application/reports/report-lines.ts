import type { ReportLines } from '../../dispatch/incident/assignment.ts'
import { readNumber } from './number-words.ts'

type Key = 'korban' | 'unit' | 'tindakan' | 'kendala'

/**
 * A line of ours: "Korban: 2", "- KORBAN = dua", "2) *Unit* – 3 mobil". Bullets, numbering and stars before the word are
 * habits of chats; a dash counts only with a space or a figure beside it ("korban-korban" is a word).
 */
const lineStart =
  /^[\s>*_•·–—-]*(?:\d{1,2}[.)]\s*)?[*_]*(?:jumlah\s+)?(korban|unit|tindakan|kendala)[*_]*\s*(?:[:=][*_]*|(?<=\s)[-–—]|[-–—](?=[\s\d]))\s*(.*)$/i

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
      found.set(open, `${found.get(open) ?? ''} ${rest.trim()}`.trim())
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

const none = /^(nihil|tidak ada|tdk ada|tak ada|tidak|nol|kosong|-)(?![\p{L}\d])/iu
const notPeople = /^(th|thn|tahun|bulan|hari|jam|menit|mobil|motor|unit|rumah|km|m|meter|di|dari|ke|lantai|lt)\b/i

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
  const found = readNumber(part.replace(/^\s*(?:sekitar|kurang lebih|kira-kira|±|\+-)?\s*/i, ''))
  return found === undefined || notPeople.test(found.rest) ? undefined : found.value
}
