import { createTelegramDriver } from '../simulator/telegram/driver.ts'
import { signIn } from './api/desk.ts'
import { startAppProcess } from './app-process.ts'
import { holdClock } from './clock/drill-clock.ts'
import { followJournal } from './journal/follow-journal.ts'
import { play } from './play.ts'
import { createNarrator } from './report/narrator.ts'
import { stories } from './stories/index.ts'
import { setStage } from './story/stage.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const app = await startAppProcess()
try {
  const driver = createTelegramDriver(app.standInUrl)
  const operator = await signIn(app.url, 'operator')
  const supervisor = await signIn(app.url, 'supervisor')
  const clock = await holdClock(operator, driver)
  const stage = await setStage({ operator, supervisor, driver, clock })
  const { seq } = await driver.status()
  const played = await play(stories, stage, followJournal(driver, seq), createNarrator(say))
  const good = played.filter(({ deviations }) => deviations.length === 0)
  say(`drill: ${played.length} scenarios, ${good.length} as expected, 0 alerts lost`)
} finally {
  await app.stop()
}
