import { DriverError } from '../simulator/shared/control-client.ts'
import { ApiRefusal } from './api/desk.ts'
import type { Look } from './observe.ts'
import type { Played } from './played.ts'
import type { Narrator } from './report/narrator.ts'
import type { Stage } from './story/stage.ts'
import { Deviation, type Step, whoOf } from './story/story.ts'

/** Seconds on either side of what the time alone brings about: before it nothing may show, after it all must. */
const toleranceSeconds = 1
/** Seconds for which nothing may stir when all stories are told: no clock outlives its incident. */
const aftermathSeconds = 1_800

/** Plays all stories along one line of time; each step is judged before the next begins. */
export const play = async (played: readonly Played[], stage: Stage, look: Look, narrator: Narrator): Promise<void> => {
  const { clock } = stage
  const broken = new Set<Played>()

  const take = async (one: Played, step: Step, at: number): Promise<void> => {
    await clock.goTo(step.byTime ? at - toleranceSeconds : at)
    await look([], one)
    if (step.byTime) await clock.goTo(at + toleranceSeconds)
    narrator.step(clock.elapsed(), one.story, step)
    const expected = await step.play(one.scene)
    await clock.rest()
    await look(expected, one)
  }

  for (const { one, step, at } of timeline(played)) {
    if (broken.has(one)) continue
    try {
      await take(one, step, at)
    } catch (error) {
      if (!isDeviation(error)) throw error
      broken.add(one)
      one.deviations.push(`${whoOf(one.story, step)} ${step.what}: ${error.message}`)
      narrator.deviation(one.story, `${error.message} (the rest of the story is not played)`)
    }
  }
  const [first] = played
  if (!first) return
  await clock.goTo(clock.elapsed() + aftermathSeconds)
  await look([], first)
}

const timeline = (played: readonly Played[]): { one: Played; step: Step; at: number }[] =>
  played
    .flatMap(one => one.story.steps.map(step => ({ one, step, at: one.story.startsAt + step.at })))
    .toSorted((a, b) => a.at - b.at)

/** What a story can go wrong with; anything else is a fault of the drill itself. */
const isDeviation = (error: unknown): error is Error =>
  error instanceof Deviation || error instanceof ApiRefusal || error instanceof DriverError
