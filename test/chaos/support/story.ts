import type { AskedAlert, Deadline, IncidentEnd, ShownMessage } from '../../../src/chaos/evidence/evidence.ts'

/** Made-up evidence: one incident, one group, machine ms from 0. */
export const number = 'SMG-20260101-001'
export const other = 'SMG-20260101-002'
export const chat = 'SMG/DAMKAR'

export const cardText = (of = number, { marked = false, says = 'BELUM DIJAWAB, menunggu jawaban Anda' } = {}): string =>
  [
    ...(marked ? ['⚠️ ULANG, mungkin ganda'] : []),
    'KEBAKARAN (P1)',
    of,
    'Dinas Pemadam Kebakaran (DAMKAR), OPD utama',
    `Status: ${says}`,
  ].join('\n')

export const alert = (of = number, askedAt = 0): AskedAlert => ({
  incident: of,
  number: of,
  agency: 'DAMKAR',
  chat,
  rangAt: askedAt,
  askedAt,
  answeredAt: askedAt + 10,
})

export const card = (at: number, message = '1', options: Partial<ShownMessage> = {}): ShownMessage => ({
  at,
  chat,
  room: '1',
  message,
  text: cardText(),
  edit: false,
  ...options,
})

export const deadline = (options: Partial<Deadline> = {}): Deadline => ({
  number,
  chat,
  what: 'S4a DAMKAR rung 1',
  dueAt: 100_000,
  firedAt: 101_000,
  endedAt: null,
  says: ['⏰ PENGINGAT DAMKAR', number],
  ...options,
})

export const record = (options: Partial<IncidentEnd> = {}): IncidentEnd => ({
  number,
  status: 'dispatched',
  archivedAt: null,
  running: [],
  states: { DAMKAR: 'notified' },
  steps: [],
  ...options,
})
