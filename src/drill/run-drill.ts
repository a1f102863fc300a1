import { signIn } from './api/desk.ts'
import { openChats, stirringOf } from './chats/chats.ts'
import { holdClock } from './clock/drill-clock.ts'
import type { DrilledApp } from './drilled-app.ts'
import { createLook } from './observe.ts'
import { play } from './play.ts'
import { alertsLost, beginStories, type Played } from './played.ts'
import { figureDeviations, readFigures } from './report/clock-figures.ts'
import { createNarrator } from './report/narrator.ts'
import { storyReport } from './report/story-report.ts'
import type { Stage } from './story/stage.ts'
import type { Story } from './story/story.ts'

/** The whole drill against a running app; `say` gets every line. @returns whether all was as expected */
export const runDrill = async (
  app: Omit<DrilledApp, 'stop'>,
  stories: readonly Story[],
  say: (line: string) => void,
): Promise<boolean> => {
  const operator = await signIn(app.url, 'operator')
  const dispatcher = await signIn(app.url, 'dispatcher')
  const supervisor = await signIn(app.url, 'supervisor')
  const clock = await holdClock(operator, stirringOf(app), app.showTime)
  const chats = await openChats(app, clock.rest)
  const { restart } = app
  const stage: Stage = { operator, dispatcher, supervisor, chats, clock, restart, scenes: new Map() }
  const narrator = createNarrator(say)
  const played = beginStories(stories, stage)
  await play(played, stage, createLook(played, stage, narrator), narrator)
  for (const one of played) {
    const figures = await readFigures(one)
    one.deviations.push(...figureDeviations(one, figures))
    for (const line of ['', ...storyReport(one, figures)]) say(line)
  }
  return conclude(played, app.errors(), say)
}

const conclude = (played: readonly Played[], errors: readonly string[], say: (line: string) => void): boolean => {
  const good = played.filter(({ deviations }) => deviations.length === 0).length
  const lost = played.flatMap(one => alertsLost(one).map(agency => `${one.scene.number} ${agency}`))
  say('')
  for (const error of errors) say(`!! the app logged an error: ${error}`)
  for (const alert of lost) say(`!! alert lost: ${alert}`)
  say(`drill: ${played.length} scenarios, ${good} as expected, ${lost.length} alerts lost`)
  return good === played.length && lost.length === 0 && errors.length === 0
}
