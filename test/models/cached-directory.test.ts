import { afterAll, beforeAll, expect, test } from 'vitest'
import { cachedDirectory } from '../../src/models/cached-directory.ts'
import { startTestStores, type TestStores } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

const centre = { code: 'SMG', name: 'Call Center 112', timeZone: 'Asia/Jakarta', profile: 'semarang' }

test('what this process changes shows at once, what another changes within a second', async () => {
  let now = 0
  const ours = cachedDirectory(db.stores.directory, { now: () => now })
  expect(await ours.centre('SMG')).toBeNull()
  await ours.putCentre(centre)
  expect(await ours.centre('SMG')).toEqual(centre)

  await db.stores.directory.putCentre({ ...centre, name: 'Diganti di proses lain' })
  now = 999
  expect(await ours.centre('SMG')).toEqual(centre)
  now = 1_000
  expect(await ours.centre('SMG')).toMatchObject({ name: 'Diganti di proses lain' })
})

test('one second of questions is one query, and a failure is not kept', async () => {
  let asked = 0
  const counting = {
    ...db.stores.directory,
    users: async () => {
      asked += 1
      if (asked === 1) throw new Error('away')
      return db.stores.directory.users()
    },
  }
  const ours = cachedDirectory(counting, { now: () => 0 })
  await expect(ours.users()).rejects.toThrow('away')
  const [first, second] = await Promise.all([ours.users(), ours.users()])
  expect(first).toEqual(second)
  expect(asked).toBe(2)
})
