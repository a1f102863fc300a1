import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { onInterrupt } from '../lib/on-interrupt.ts'
import { runChaos } from './run-chaos.ts'
import { startSystem } from './system/start-system.ts'

/**
 * `npm run chaos -- --seed S --minutes M`: the split app under faults of every kind, judged by what the groups really
 * showed. On loopback only; the same seed plans the same faults.
 */

const { values: wish } = parseArgs({
  options: { seed: { type: 'string' }, minutes: { type: 'string', default: '3' } },
})
const seed = Number(wish.seed ?? Math.floor(Date.now() % 1_000_000))
const minutes = Number(wish.minutes)
/** Longer runs find no more than more seeds do. */
const longestMinutes = 60

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const main = async (): Promise<void> => {
  if (!Number.isSafeInteger(seed) || !(minutes > 0 && minutes <= longestMinutes)) {
    say(`chaos: --seed is a whole number, --minutes more than 0 and at most ${longestMinutes}`)
    process.exitCode = 2
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-chaos-'))
  const starting = startSystem(folder)
  const putAway = async (): Promise<void> => {
    try {
      const system = await starting.catch(() => undefined)
      await system?.stop()
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  onInterrupt(putAway)
  try {
    if (!(await runChaos(await starting, { seed, runMs: minutes * 60_000, say }))) process.exitCode = 1
  } finally {
    await putAway()
  }
}

await main()
// a run that was too slow still waits for its parts, which are gone
process.exit()
