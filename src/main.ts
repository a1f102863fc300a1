import { pino } from 'pino'
import { startApp } from './app/start-app.ts'
import { ConfigError, describeConfig, readConfig } from './config.ts'
import { ChildStartError } from './embedded/children/child-spec.ts'
import { DataFolderError } from './embedded/stores/folder-lock.ts'
import { describeError } from './lib/describe-error.ts'

/** Errors that one line tells in full: a wrong setting, a folder that is taken, a store that does not start. */
const oneLine = [ConfigError, DataFolderError, ChildStartError]

/** Machine ms that an orderly stop may take. */
const stopWithinMs = 20_000

/** Errors may quote what people wrote: the log gets their kind, code and place only. */
const describe = (error: unknown): unknown => (error instanceof Error ? describeError(error) : error)

const main = async (): Promise<void> => {
  const config = readConfig()
  const log = pino({ level: config.logLevel, serializers: { err: describe, error: describe } })
  // Still starting: leaving the process takes the stores along.
  let stop = async (): Promise<void> => process.exit(0)
  let stopping = false
  const stopOnce = (): void => {
    // A terminal and npm both pass Ctrl+C on: the second one is the same wish.
    if (stopping) return
    stopping = true
    // Stores that are away must not keep us: whatever is unfinished is found again at the next start.
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    stop().catch(error => {
      log.error({ err: error }, 'the stop was not clean')
      process.exitCode = 1
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopOnce)

  log.info(describeConfig(config), 'starting')
  const app = await startApp(config, log)
  stop = app.stop
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  say('')
  say(
    config.mode === 'gladi' ? 'Tanggap 112 – GLADI (latihan): tidak ada pesan ke luar mesin ini.' : 'Tanggap 112 siap.',
  )
  if (app.url) say(`Halaman petugas   ${app.url}`)
  if (app.simulatorUrl) say(`Simulator grup    ${app.simulatorUrl}`)
  if (app.missingChromium) say(`WhatsApp          tidak ikut: tidak ada Chromium di ${app.missingChromium}`)
  for (const { role, name, path } of app.links) say(`Masuk ${role.padEnd(13)} ${app.url}${path}  (${name})`)
  say('Berhenti: Ctrl+C')
}

try {
  await main()
} catch (error) {
  if (!(error instanceof Error) || !oneLine.some(kind => error instanceof kind)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
