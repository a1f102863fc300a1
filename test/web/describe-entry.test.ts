import { expect, it } from 'vitest'
import type { TimelineEntryView } from '../../src/admin-api/contract/index.ts'
import { webId } from '../../src/i18n/web-id.ts'
import { describeEntry } from '../../src/web/plan/describe-entry.ts'

const told = (type: string, facts: TimelineEntryView['facts']): string => {
  const entry = { seq: 1, at: 0, recordedAt: 0, by: 'Operator Gladi', type, facts }
  const { title, detail } = describeEntry(entry, [], webId, 'id')
  return `${title} · ${detail}`
}

it.each([
  ['AttentionSettled', { agency: 'PLN', kind: 'declined' }, 'Sudah ditindaklanjuti · PLN · OPD menolak'],
  ['PhoneTaskDone', { agency: 'PLN', outcome: 'accepted' }, 'Tugas telepon selesai · PLN · Kami tangani'],
  ['UnitsNamed', { agency: 'DAMKAR', units: 'DMK-01, DMK-04' }, 'Unit dicatat · DAMKAR · DMK-01, DMK-04'],
  ['UnitMarked', { agency: 'DAMKAR', unit: 'DMK-01', mark: 'arrive' }, 'Kabar dari unit · DAMKAR · DMK-01: Tiba'],
  [
    'StepCorrected',
    { agency: 'DAMKAR', correction: 'retimed', text: 'salah dengar' },
    'Langkah dikoreksi · DAMKAR · Waktu salah: salah dengar',
  ],
])('a line of %s says about whom and what', (type, facts, line) => {
  expect(told(type, facts)).toBe(line)
})
