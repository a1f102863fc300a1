import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onInterrupt } from '../lib/on-interrupt.ts'
import { NotAtRest } from './clock/settle.ts'
import { startDrilledApp } from './drilled-app.ts'
import { runDrill } from './run-drill.ts'
import { stories } from './stories/index.ts'

/** `npm run drill`: the real app in a process of its own, 21 scenarios in two cities, judged by what the chats showed. */

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const folder = mkdtempSync(join(tmpdir(), 'tanggap-drill-'))
const starting = startDrilledApp(folder)
const putAway = async (): Promise<void> => {
  try {
    const app = await starting.catch(() => undefined)
    await app?.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
onInterrupt(putAway)

try {
  if (!(await runDrill(await starting, stories, say))) process.exitCode = 1
} catch (error) {
  if (!(error instanceof NotAtRest)) throw error
  say(`drill: stopped, the system does not come to rest: ${error.message}`)
  process.exitCode = 1
} finally {
  await putAway()
}
