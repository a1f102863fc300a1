import { startAppProcess } from './app-process.ts'
import { NotAtRest } from './clock/settle.ts'
import { runDrill } from './run-drill.ts'
import { stories } from './stories/index.ts'

/** `npm run drill`: the real app in a process of its own, five calls in Semarang, judged by what the chats showed. */

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const app = await startAppProcess()
const interrupted = (): void => {
  process.exitCode = 130
  void app.stop().then(() => process.exit())
}
process.once('SIGINT', interrupted)
process.once('SIGTERM', interrupted)
try {
  if (!(await runDrill(app, stories, say))) process.exitCode = 1
} catch (error) {
  if (!(error instanceof NotAtRest)) throw error
  say(`drill: stopped, the system does not come to rest: ${error.message}`)
  process.exitCode = 1
} finally {
  await app.stop()
}
