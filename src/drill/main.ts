import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onInterrupt } from '../lib/on-interrupt.ts'
import { NotAtRest } from './clock/settle.ts'
import { NoChromium, startDrilledApp } from './drilled-app.ts'
import { runDrill } from './run-drill.ts'
import { stories } from './stories/index.ts'

/**
 * `npm run drill`: the real app in a process of its own, 21 scenarios in two cities, on Telegram and WhatsApp, judged by
 * what the chats showed.
 */

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** @throws what is no such end, but a fault of the drill */
const whyStopped = (error: unknown): string => {
  if (error instanceof NotAtRest) return `the system does not come to rest: ${error.message}`
  if (error instanceof NoChromium) {
    return `there is no Chromium at ${error.message} (CHROMIUM_PATH): part of the agencies are on WhatsApp`
  }
  throw error
}

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
  say(`drill: stopped, ${whyStopped(error)}`)
  process.exitCode = 1
} finally {
  await putAway()
}
