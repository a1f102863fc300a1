import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findProcessesIn } from '../../src/embedded/children/process-identity.ts'
import { TestApp } from '../support/app.ts'
import { tempFolder } from '../support/temp-folder.ts'

/** Machine ms after which a monitor counts no answer as none. */
const patienceMs = 10_000

/** What a monitor hears, and how long it waited at most. */
const monitorOf = (app: TestApp) => {
  let longestMs = 0
  return {
    asks: async () => {
      const began = performance.now()
      try {
        const response = await fetch(`${app.url}/healthz`)
        return { code: response.status, ...(await response.json()) }
      } finally {
        longestMs = Math.max(longestMs, performance.now() - began)
      }
    },
    longestMs: () => longestMs,
  }
}

test('a store that hangs: a monitor is told within its patience, and again when it goes on', async () => {
  const app = await TestApp.start({ dataDir: join(tempFolder(), 'data') })
  onTestFinished(() => app.stop())
  const [store] = findProcessesIn(join(app.dataDir, 'db'), 'document-store/mongod.mjs')
  if (!store) throw new Error('the app runs no store of its own')
  const goesOn = () => void process.kill(store.pid, 'SIGCONT')
  onTestFinished(goesOn)
  const monitor = monitorOf(app)
  await expect.poll(monitor.asks, { timeout: 30_000 }).toMatchObject({ code: 200, status: 'ok' })

  process.kill(store.pid, 'SIGSTOP')
  await expect.poll(monitor.asks, { timeout: 30_000 }).toMatchObject({ code: 503, status: 'down' })
  expect((await monitor.asks()).parts).toEqual(
    expect.arrayContaining([
      { name: 'MongoDB', status: 'down' },
      { name: 'Redis', status: 'ok' },
      { name: 'Telegram', status: expect.any(String) },
    ]),
  )

  goesOn()
  await expect.poll(monitor.asks, { timeout: 30_000 }).toMatchObject({ code: 200, status: 'ok' })
  expect(monitor.longestMs()).toBeLessThan(patienceMs)
})
