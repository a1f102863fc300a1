import type { ProfileEdit } from '../../../admin-api/contract/index.ts'
import { same } from '../rebase.ts'

export type ClockEdit = ProfileEdit['clocks'][number]
export type LadderEdit = ProfileEdit['ladders']['desk']
export type RungEdit = LadderEdit['rungs'][number]
export type Basis = 'seed' | 'reading' | 'internal'

/** Minutes and seconds, or hours before them, as typed: 4:00, 1:02:03; null for anything else. In seconds. */
export const parseSpan = (typed: string): number | null => {
  const match = /^(?:(\d{1,3})[:.])?(\d{1,3})[:.]([0-5]\d)$/.exec(typed.trim())
  if (!match) return null
  const [, hours = '0', minutes = '0', seconds = '0'] = match
  if (match[1] !== undefined && Number(minutes) > 59) return null
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)
}

/** What a clock measures and allows; its name may change without touching the published figure. */
const figureOf = ({ start, stop, targetSeconds, limitSeconds = targetSeconds }: ClockEdit) => ({
  ...{ start, stop: [...stop].sort(), targetSeconds, limitSeconds },
})

/**
 * What a clock rests on while it is edited: whoever departs from a figure of the city's document has an internal target
 * and sees that figure. The server judges anew when it is asked.
 */
export const basisOf = (
  clock: ClockEdit,
  inForce: ClockEdit | undefined,
): Pick<ClockEdit, 'published'> & { basis: Basis } => {
  const basis = (inForce?.basis ?? 'internal') as Basis
  if (!inForce || basis === 'internal') return { basis, ...(inForce?.published && { published: inForce.published }) }
  if (same(figureOf(clock), figureOf(inForce))) return { basis }
  const { targetSeconds, limitSeconds } = inForce
  return { basis: 'internal', published: { targetSeconds, ...(limitSeconds !== undefined && { limitSeconds }) } }
}

/** A ladder's part of the limit as people say it: 75 for three quarters. */
export const percentOf = (at: number): number => Math.round(at * 100)

/** Names are given once: of two ladders of one clock no rung may have the name of another. */
const nameFor = (taken: readonly string[]): string =>
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(letter => `step${letter}`).find(name => !taken.includes(name)) ?? 'stepZZ'

/** A rung above the last one; `named` where its fraction alone might be another ladder's. */
export const nextRung = ({ rungs }: LadderEdit, named: boolean): RungEdit => {
  const at = Math.round(((rungs.at(-1)?.at ?? 0.75) + 0.25) * 100) / 100
  const taken = rungs.flatMap(({ name }) => (name === undefined ? [] : [name]))
  return { at, ping: [], ...(named && { name: nameFor(taken) }) }
}

/** Clocks whose target or limit cannot be read. */
export const unfinishedClocks = ({ clocks }: ProfileEdit): string[] =>
  clocks
    .filter(({ targetSeconds, limitSeconds = 1 }) => targetSeconds <= 0 || limitSeconds <= 0)
    .map(({ id }) => `clocks.${id}`)
