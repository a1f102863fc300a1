import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkDataFile } from '../../../../src/embedded/document-store/check-data-file.ts'
import { DataFileError } from '../../../../src/embedded/document-store/data-file-error.ts'
import { Storage } from '../../../../src/embedded/document-store/storage.ts'
import { type Random, randomFrom } from '../kills/random.ts'
import { givenFolder, run, startStore } from './given-store.ts'

const PAGE = 4096
const TABLES = ['documents', 'entries', 'catalog']

let folder: string
let remove: () => Promise<void>
let file: string
/** A data file with all that one has: several levels, long values, free pages. */
let whole: Buffer
let used: number
let contents: string

beforeAll(async () => {
  ;({ folder, remove } = await givenFolder())
  file = join(folder, 'data.mdb')
  const store = await startStore(folder)
  const things = store.client.db().collection<{ _id: number }>('things')
  await things.createIndex({ n: 1 }, { unique: true })
  await things.createIndex({ tags: 1, text: -1 })
  for (let batch = 0; batch < 6; batch++) {
    const documents = Array.from({ length: 100 }, (_none, at) => {
      const _id = batch * 100 + at
      return { _id, n: _id, tags: [`a${at % 7}`, `b${at % 5}`], text: 'x'.repeat(at % 25 === 0 ? 9000 : at * 3) }
    })
    await things.insertMany(documents)
    await things.deleteMany({ n: { $gte: batch * 100, $lt: batch * 100 + 40 } })
  }
  await store.end('SIGKILL')
  whole = await readFile(file)
  used = (Math.max(...[0, PAGE].map(at => Number(whole.readBigUInt64LE(at + 144)))) + 1) * PAGE
  contents = await readAll(folder)
})

afterAll(() => remove())

/** Everything that the tables hold, as the store itself would read it. */
async function readAll(dbpath: string): Promise<string> {
  const storage = new Storage(dbpath)
  const tables = [storage.documents, storage.entries, storage.catalog]
  const all = tables.map(table => Array.from(table.getRange({}), ({ key, value }) => [hex(key), hex(value)]))
  await storage.close()
  return JSON.stringify(all)
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

const DAMAGES: Record<string, (bytes: Buffer, random: Random) => Buffer> = {
  'is cut off': (bytes, random) => bytes.subarray(0, random.below(used)),
  'lost a page to zeros': (bytes, random) => {
    const at = random.below(used / PAGE) * PAGE
    return bytes.fill(0, at, at + PAGE)
  },
  'had a page overwritten with rubbish': (bytes, random) => {
    const at = random.below(used / PAGE) * PAGE
    for (let byte = at; byte < at + PAGE; byte++) bytes[byte] = random.below(256)
    return bytes
  },
  'has a page twice': (bytes, random) => {
    const [from, to] = [random.below(used / PAGE) * PAGE, random.below(used / PAGE) * PAGE]
    bytes.copy(bytes, to, from, from + PAGE)
    return bytes
  },
  'has one wrong byte': (bytes, random) => flipped(bytes, random.below(used), random),
  'has a wrong byte in its head': (bytes, random) => flipped(bytes, random.below(2) * PAGE + random.below(168), random),
}

function flipped(bytes: Buffer, at: number, random: Random): Buffer {
  bytes[at] = (bytes[at] ?? 0) ^ (1 + random.below(255))
  return bytes
}

test.each(Object.entries(DAMAGES))(
  'a data file that %s is refused, or holds all that it held',
  async (_says, damage) => {
    const random = randomFrom(112)
    const torn = await givenFolder()
    let refused = 0
    for (let time = 0; time < 60; time++) {
      const bytes = damage(Buffer.from(whole), random)
      await writeFile(join(torn.folder, 'data.mdb'), bytes)
      try {
        checkDataFile(join(torn.folder, 'data.mdb'), TABLES)
      } catch (error) {
        expect(error).toBeInstanceOf(DataFileError)
        refused++
        continue
      }
      expect(await readAll(torn.folder)).toBe(contents)
    }
    expect(refused).toBeGreaterThan(5)
    await torn.remove()
  },
)

test('the refusal of a start is one line that says what, where and what to do, and leaves the file as it is', async () => {
  const torn = await givenFolder()
  const path = join(torn.folder, 'data.mdb')
  const bytes = whole.subarray(0, used - PAGE)
  await writeFile(path, bytes)
  const { code, out, err } = await run('--dbpath', torn.folder, '--port', '0')
  const what = `it is cut off: ${bytes.length} bytes of ${used}`
  const todo = 'it was left as it is: keep a copy, then restore DATA_DIR from the backup'
  expect({ code, out, err }).toEqual({
    code: 1,
    out: '',
    err: `document store: the data file ${path} is damaged (${what}); ${todo}\n`,
  })
  expect(await readFile(path)).toEqual(bytes)
  await torn.remove()
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['zeros', Buffer.alloc(20_000)],
  ['something else', Buffer.from('not a data file at all')],
])('a data file of %s is refused', async (_says, bytes) => {
  const torn = await givenFolder()
  const path = join(torn.folder, 'data.mdb')
  await writeFile(path, bytes)
  expect(() => checkDataFile(path, TABLES)).toThrow('it has no head of a data file')
  await torn.remove()
})

test.each(['lock.mdb', 'mongod.lock'])('rubbish in %s harms nothing', async name => {
  const torn = await givenFolder()
  await writeFile(join(torn.folder, 'data.mdb'), whole)
  const random = randomFrom(7)
  const rubbish = Buffer.from(Array.from({ length: 8192 }, () => random.below(256)))
  await writeFile(join(torn.folder, name), rubbish)
  const store = await startStore(torn.folder)
  expect(await store.client.db().collection('things').countDocuments()).toBe(360)
  await store.client.db().collection('things').insertOne({ n: -1 })
  expect(await store.end('SIGTERM')).toBe(0)
  await torn.remove()
})
