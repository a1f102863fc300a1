import type { IncidentFacts } from '../../../src/application/ports/renderer.ts'
import type { Assignment, Step, StepChange } from '../../../src/dispatch/incident/assignment.ts'
import type { Incident, MergedPhase } from '../../../src/dispatch/incident/incident.ts'
import { standingOf } from '../../../src/dispatch/incident/standing.ts'
import { semarang } from '../../../src/dispatch/profiles/semarang.ts'
import { substitutes } from '../../../src/dispatch/run-cards/standard-rules.ts'
import type { Actor, Instant } from '../../../src/dispatch/vocabulary.ts'

/** 14.05.00 WIB on a Tuesday. */
export const t0: Instant = Date.UTC(2026, 2, 10, 7, 5)
export const minutes = (count: number): number => count * 60_000
export const token = 'tok_0123456789abcdef'

export const budi: Actor = { kind: 'member', chat: 'c1', id: '7', name: 'Budi <&_*' }
export const sari: Actor = { kind: 'user', id: 'u1', name: 'Sari' }

/** Steps one minute apart, the first at 14.05 WIB. */
export const steps = (...changes: (StepChange | { by: Actor; change: StepChange })[]): Step[] =>
  changes.map((given, index) => {
    const { by, change } = 'change' in given ? given : { by: budi, change: given }
    const at = t0 + minutes(index)
    return { seq: index + 10, at, recordedAt: at, by, change }
  })

type FieldAction = Extract<StepChange, { kind: 'action' }>['action']
export const did = (action: FieldAction): StepChange => ({ kind: 'action', action })
export const notified: StepChange = { kind: 'notified', via: 'channel' }

export const assignment = (agency: string, made: Step[], change: Partial<Assignment> = {}): Assignment => ({
  id: `SMG-1/${agency}/1`,
  agency,
  role: 'support',
  duty: 'act',
  firstPlan: true,
  transports: false,
  createdAt: t0,
  steps: made,
  standing: standingOf(made),
  ...change,
})

export const lead = (...changes: Parameters<typeof steps>): Assignment =>
  assignment('DAMKAR', steps(...changes), { role: 'lead' })

export const words: Record<string, string> = {
  'text/address': 'Jl. Lodan <gang & permukiman>',
  'text/location': 'Bandarharjo, Semarang Utara',
  'text/landmark': 'dekat *musala* (fiktif)',
  'text/condition': 'Api di atap_rumah, 100% <b>merambat</b>',
  'text/handling': 'warga menyiram pakai selang',
  'text/reporter': 'Pelapor Rahasia',
  'text/remark': 'sebutkan jumlah unit',
  'text/reason': 'salah alamat',
}

export const incident = (assignments: Assignment[], change: Partial<Incident> = {}): Incident => ({
  id: 'i1',
  centre: 'SMG',
  number: 'SMG-260310-0007',
  profile: { id: 'semarang', version: 1 },
  handling: 'operator-owns',
  phase: { status: 'dispatched' },
  calls: ['call1'],
  callOpenedAt: t0 - minutes(5),
  classifiedAt: t0 - minutes(4),
  openedAt: t0 - minutes(4),
  submittedAt: t0 - minutes(1),
  readyAt: t0 - minutes(1),
  intake: {
    reporter: { known: 'text/reporter' },
    type: { known: 'KBK-BGN' },
    location: { known: 'text/location' },
    address: { known: 'text/address' },
    landmark: { known: 'text/landmark' },
    point: { known: { lat: -6.9592, lng: 110.4175, accuracyMetres: 300 } },
    condition: { known: 'text/condition' },
    passable: { known: false },
    handlingSoFar: { known: 'text/handling' },
    victims: { known: { injured: 1, trapped: 2, dead: 0 } },
    hazards: ['fire', 'child'],
  },
  priority: 1,
  restricted: false,
  assignments,
  closures: {},
  fired: [],
  silencedUntil: {},
  takenBy: {},
  phoneTasks: [],
  attention: [],
  lastSeq: 20,
  lastChangeAt: t0,
  ...change,
})

export const facts = (of: Incident, change: Partial<Omit<IncidentFacts, 'incident'>> = {}): IncidentFacts => ({
  incident: of,
  profile: semarang,
  substitutes,
  texts: new Map(Object.entries(words)),
  centre: { code: 'SMG', name: '112 Semarang', timeZone: 'Asia/Jakarta' },
  agencyNames: new Map([
    ['DAMKAR', 'Dinas Pemadam Kebakaran'],
    ['BPBD', 'BPBD'],
    ['BASARNAS', 'Kantor SAR'],
  ]),
  postNames: new Map(),
  phones: new Map(of.assignments.filter(({ agency }) => agency === 'DAMKAR').map(({ id }) => [id, ['+62 000 113']])),
  typeName: { id: 'Kebakaran bangunan/rumah', en: 'Structure fire' },
  photoCount: 0,
  now: t0 + minutes(60),
  training: false,
  ...change,
})

/** What a message looks like with markup made visible: bold in ** **, links as [label](url). */
export const shown = ({
  text,
  spans,
}: {
  text: string
  spans: { kind: string; offset: number; length: number; url?: string }[]
}): string =>
  [...spans]
    .sort((a, b) => b.offset - a.offset)
    .reduce((all, { kind, offset, length, url }) => {
      const inside = all.slice(offset, offset + length)
      const marked = kind === 'link' ? `[${inside}](${url})` : `**${inside}**`
      return all.slice(0, offset) + marked + all.slice(offset + length)
    }, text)

export const labels = (rows: { label: string }[][]): string[][] => rows.map(row => row.map(({ label }) => label))

/** The incident went into another one, with these agencies carried along or at work there already. */
export const mergedInto = (into: string, { carried = [], shared = [] }: Partial<MergedPhase> = {}): MergedPhase => ({
  status: 'merged',
  at: t0,
  by: sari,
  into,
  number: 'SMG-260310-0003',
  move: 'i1@9',
  carried,
  shared,
  before: { status: 'dispatched' },
  open: { phoneTasks: [], items: [] },
})
