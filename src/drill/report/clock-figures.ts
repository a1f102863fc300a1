import { type CallRecord, type ClockFigure, nameOfClock } from '../api/views.ts'
import type { Played } from '../played.ts'

/** One time limit as it ended, beside what the chats really showed of it. */
export interface Figure {
  /** "S4a DINKES", "S5" */
  name: string
  seconds: number
  limitSeconds: number
  outcome: 'tepat waktu' | 'LEWAT' | 'tidak dihitung' | 'MASIH BERJALAN'
  /** reminders of it that chats showed */
  pings: number
}

/** Every clock of the story's calls and incident, read at the end. */
export const readFigures = async ({ scene }: Played): Promise<Figure[]> => {
  const { operator, clock } = scene.stage
  const calls = await Promise.all(scene.calls.map(call => operator.get<CallRecord>(scene.pathOfCall(call))))
  const ofIncident = scene.incident === '' ? [] : (await scene.record()).clocks
  const now = clock.now()
  return [...calls.flatMap(call => call.clocks), ...ofIncident].map(figure => ({
    name: nameOfClock(figure),
    seconds: ((figure.stoppedAt ?? now) - figure.startedAt) / 1000,
    limitSeconds: figure.limitSeconds,
    outcome: outcomeOf(figure),
    pings: scene.shown.filter(({ expected }) => expected.clock === nameOfClock(figure)).length,
  }))
}

const outcomeOf = ({ state, startedAt, stoppedAt = startedAt, limitSeconds }: ClockFigure): Figure['outcome'] => {
  if (state === 'running') return 'MASIH BERJALAN'
  if (state === 'ended') return 'tidak dihitung'
  return stoppedAt - startedAt > limitSeconds * 1000 ? 'LEWAT' : 'tepat waktu'
}

/** Clocks that ended otherwise than the story says. */
export const figureDeviations = ({ story }: Played, figures: readonly Figure[]): string[] => {
  const late = story.late ?? []
  const running = figures.filter(({ outcome }) => outcome === 'MASIH BERJALAN')
  const surprises = figures.filter(({ name, outcome }) => (outcome === 'LEWAT') !== late.includes(name))
  const missing = late.filter(name => figures.every(figure => figure.name !== name))
  return [
    ...running.map(({ name }) => `the clock ${name} still runs`),
    ...surprises.map(({ name, outcome }) => `the clock ${name} ended "${outcome}"`),
    ...missing.map(name => `the clock ${name} never ran`),
  ]
}
