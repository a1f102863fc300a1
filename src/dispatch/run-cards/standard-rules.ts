import type { SupportRule } from './run-card.ts'

/** Rules that hold for every type: the hurt need an ambulance, the trapped need rescuers. */
export const rulesForEveryType: readonly SupportRule[] = [
  { agency: 'DINKES', mode: 'alert', duty: 'act', when: 'injured' },
  { agency: 'DINKES', mode: 'alert', duty: 'act', when: 'sick' },
  { agency: 'DAMKAR', mode: 'alert', duty: 'act', when: 'trapped' },
]

/** Whom to ask next when an agency declines or hands back. */
export const substitutes: Readonly<Record<string, readonly string[]>> = {
  DAMKAR: ['BPBD', 'BASARNAS'],
  DINKES: ['PMI'],
  BPBD: ['DAMKAR', 'PMI'],
  DISPERKIM: ['BPBD'],
  BASARNAS: ['POLAIRUD', 'BPBD'],
  SATPOLPP: ['POLRES'],
  DINSOS: ['SATPOLPP'],
}
