import { execFile } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { MongoClient } from 'mongodb'
import { expect, onTestFinished, test } from 'vitest'
import type { HealthView } from '../../src/admin-api/contract/index.ts'
import { findProcessesIn } from '../../src/embedded/children/process-identity.ts'
import { TestApp } from '../support/app.ts'
import { tempFolder } from '../support/temp-folder.ts'

const run = promisify(execFile)

/** The store's folder on a disk that gets no bigger: the kernel refuses to make its file any longer. */
const diskOf = (app: TestApp) => {
  const folder = join(app.dataDir, 'db')
  const [store] = findProcessesIn(folder, 'document-store/mongod.mjs')
  const limit = (bytes: number | 'unlimited') => run('prlimit', ['--pid', String(store?.pid), `--fsize=${bytes}:`])
  return {
    /** somebody else's files take what is left, down to the last small document */
    fills: async () => {
      await limit(statSync(join(folder, 'data.mdb')).size)
      const { documentStore } = JSON.parse(readFileSync(join(app.dataDir, 'run', 'ports.json'), 'utf8'))
      const client = await MongoClient.connect(`mongodb://127.0.0.1:${documentStore}/filler?directConnection=true`)
      for (const size of [20_000, 1_000, 10]) {
        const text = 'x'.repeat(size)
        for (let room = true; room; ) {
          room = await client
            .db()
            .collection('filler')
            .insertOne({ text })
            .then(
              () => true,
              error => error.code !== 14031 && Promise.reject(error),
            )
        }
      }
      await client.close()
    },
    hasRoomAgain: () => limit('unlimited'),
  }
}

test('a full disk: the page and the monitor say so, no press is confirmed; with room it counts, and nothing was lost', async () => {
  const app = await TestApp.start({ dataDir: join(tempFolder(), 'data') })
  onTestFinished(() => app.stop())
  const disk = diskOf(app)
  const incident = await app.emergency()
  const damkar = await app.chat('SMG/DAMKAR')
  await incident.sends('DAMKAR')
  await damkar.sees(incident.number, { with: 'Kami tangani' })

  await disk.fills()
  await damkar.sees(incident.number).presses('Kami tangani', { wait: 0 })
  const part = async (name: string) =>
    (await app.operator.get<HealthView>('/api/health')).parts.find(one => one.name === name)
  await expect
    .poll(() => part('Telegram'), { timeout: 30_000 })
    .toMatchObject({ status: 'degraded', state: 'inboxDown' })
  expect(await part('MongoDB writes')).toMatchObject({
    status: 'down',
    state: 'refusing',
    detail: 'disk penuh (14031)',
  })
  const monitor = await fetch(`${app.url}/healthz`)
  expect(monitor.status).toBe(503)
  expect((await monitor.json()).parts).toContainEqual({ name: 'MongoDB writes', status: 'down' })
  // reading goes on: the desk sees what it has
  expect(await incident.statusOf('DAMKAR')).toBe('notified')

  await disk.hasRoomAgain()
  await damkar.sees('KAMI TANGANI', { within: 60_000 })
  expect(await incident.statusOf('DAMKAR')).toBe('acknowledged')
  await expect.poll(() => part('MongoDB writes'), { timeout: 30_000 }).toMatchObject({ status: 'ok' })
  const acknowledged = (await incident.view()).timeline.filter(({ type }) => type === 'AssignmentAcknowledged')
  expect(acknowledged).toHaveLength(1)
}, 240_000)
