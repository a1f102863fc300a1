import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { refusalOf } from '../given-mongo.ts'
import { givenFolder, startStore } from './given-store.ts'

const run = promisify(execFile)
const MEGABYTE = 1024 ** 2

/** The kernel refuses the store to make any file longer: a write beyond it fails as on a full disk. */
async function limitFiles(pid: number | undefined, bytes: number | 'unlimited') {
  await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`])
}

test('a full disk: writes are refused with MongoDB’s code, all is there to be read, and with room it goes on', async () => {
  const { folder, remove } = await givenFolder()
  onTestFinished(remove)
  const store = await startStore(folder)
  const things = store.client.db().collection<{ _id: number; n: number; text: string }>('things')
  await things.createIndex({ n: 1 }, { unique: true })
  await limitFiles(store.process.pid, 16 * MEGABYTE)
  let _id = 0
  const insert = async () => {
    await things.insertOne({ _id, n: _id, text: 'x'.repeat(20_000) })
    _id++
  }
  const refusal = await refusalOf(
    (async () => {
      for (;;) await insert()
    })(),
  )
  expect(refusal).toMatchObject({ code: 14031, codeName: 'OutOfDiskSpace' })
  expect(refusal.message).toContain('the disk of the document store is full, nothing was changed: make room')
  expect(_id).toBeGreaterThan(100)
  // Each kind of write is refused, alone or with others, and reading goes on beside it.
  const text = 'y'.repeat(100_000)
  const outcomes = await Promise.allSettled([
    things.insertOne({ _id: -1, n: -1, text }),
    things.updateOne({ _id: 0 }, { $set: { text } }),
    things.findOneAndUpdate({ _id: 0 }, { $set: { text } }),
    things.findOne({ _id: 0 }),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled'])
  expect(await things.countDocuments({ text: 'x'.repeat(20_000) })).toBe(_id)
  expect(await things.find({ n: { $gte: 0 } }).toArray()).toHaveLength(_id)

  // A restart on the full disk reads as before.
  await limitFiles(store.process.pid, 'unlimited')
  await insert()
  await store.end('SIGKILL')
  const again = await startStore(folder)
  await limitFiles(again.process.pid, (await stat(join(folder, 'data.mdb'))).size)
  const kept = again.client.db().collection<{ _id: number; n: number }>('things')
  expect((await kept.find().toArray()).map(thing => thing._id)).toEqual(Array.from({ length: _id }, (_none, at) => at))
  await limitFiles(again.process.pid, 'unlimited')
  await kept.insertOne({ _id, n: _id })
  expect(await again.end('SIGTERM')).toBe(0)
})
