import { states } from '../cards/card-words.ts'
import type { Played } from '../played.ts'
import type { Figure } from './clock-figures.ts'
import { minutes, table } from './words.ts'

const roles = { lead: 'utama', support: 'pendukung' } as const

/** What became of one scenario: its agencies, each clock against its limit, the reminders shown, the verdict. */
export const storyReport = ({ story, scene, deviations }: Played, figures: readonly Figure[]): string[] => [
  `Skenario ${story.id} – ${story.title}`,
  ...(scene.number === '' ? [] : [`Kejadian ${scene.number}`, '', ...agencyTable(scene), '']),
  ...clockTable(figures),
  '',
  deviations.length === 0 ? 'Hasil: sesuai' : `Hasil: MENYIMPANG (${deviations.length})`,
  ...deviations.map(text => `  !! ${text}`),
]

const agencyTable = ({ board, cards }: Played['scene']): string[] =>
  table([
    ['OPD', 'peran', 'lewat', 'akhirnya'],
    ...board
      .cards()
      .map(({ owner, state }) => [
        owner.agency,
        owner.duty === 'inform' ? 'untuk diketahui' : roles[owner.role],
        cards.get(owner.agency)?.platform ?? '–',
        states[state].others,
      ]),
  ])

const clockTable = (figures: readonly Figure[]): string[] =>
  table(
    [
      ['jam', 'waktu', 'batas', 'hasil', 'pengingat'],
      ...figures.map(({ name, seconds, limitSeconds, outcome, pings }) => [
        name,
        minutes(seconds),
        minutes(limitSeconds),
        outcome,
        String(pings),
      ]),
    ],
    [1, 2, 4],
  )
