import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NotAtRest } from './clock/settle.ts'
import { startDrilledApp } from './drilled-app.ts'
import { runDrill } from './run-drill.ts'
import { stories } from './stories/index.ts'

/** `npm run drill`: the real app in a process of its own, 21 scenarios in two cities, judged by what the chats showed. */

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const folder = mkdtempSync(join(tmpdir(), 'tanggap-drill-'))
const removeFolder = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

const drill = async (): Promise<void> => {
  const app = await startDrilledApp(folder)
  const interrupted = (): void => {
    process.exitCode = 130
    void app
      .stop()
      .then(removeFolder)
      .then(() => process.exit())
  }
  process.once('SIGINT', interrupted)
  process.once('SIGTERM', interrupted)
  try {
    if (!(await runDrill(app, stories, say))) process.exitCode = 1
  } finally {
    await app.stop()
  }
}

try {
  await drill()
} catch (error) {
  if (!(error instanceof NotAtRest)) throw error
  say(`drill: stopped, the system does not come to rest: ${error.message}`)
  process.exitCode = 1
} finally {
  removeFolder()
}
