import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Redis } from 'ioredis'
import { MongoClient } from 'mongodb'
import { expect, onTestFinished, test } from 'vitest'
import { findProcessesIn } from '../src/embedded/children/process-identity.ts'
import { tempFolder } from './support/temp-folder.ts'

interface Stores {
  readonly process: ChildProcess
  readonly mongoUri: string
  readonly redisUrl: string
}

/** Runs `npm run stores`' program as a process of its own; what is still running when the test ends is stopped. */
function run(dataDir: string, env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/stores-main.ts'], {
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(async () => {
    await ended(child, 'SIGTERM')
  })
  return child
}

async function stores(dataDir: string, env?: Record<string, string>): Promise<Stores> {
  const child = run(dataDir, env)
  const printed = new Map<string, string>()
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = '', ...value] = line.split('=')
    printed.set(name, value.join('='))
    if (printed.size === 2) break
  }
  const { MONGODB_URI: mongoUri, REDIS_URL: redisUrl } = Object.fromEntries(printed)
  if (!mongoUri || !redisUrl) throw new Error('the stores did not start')
  return { process: child, mongoUri, redisUrl }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'exit')
  }
  return child.exitCode
}

const running = (dataDir: string) => [
  ...findProcessesIn(join(realpathSync(dataDir), 'redis'), 'redis-server'),
  ...findProcessesIn(join(realpathSync(dataDir), 'db'), 'mongod.mjs'),
]

async function write({ mongoUri, redisUrl }: Stores, key: string): Promise<void> {
  await withClients({ mongoUri, redisUrl }, async (mongo, redis) => {
    await mongo.db().collection<{ _id: string }>('kejadian').insertOne({ _id: key })
    await redis.set(key, 'ada')
  })
}

async function read({ mongoUri, redisUrl }: Stores, key: string): Promise<unknown> {
  return withClients({ mongoUri, redisUrl }, async (mongo, redis) => [
    await mongo.db().collection<{ _id: string }>('kejadian').findOne({ _id: key }),
    await redis.get(key),
  ])
}

async function withClients<T>(
  { mongoUri, redisUrl }: Pick<Stores, 'mongoUri' | 'redisUrl'>,
  work: (mongo: MongoClient, redis: Redis) => Promise<T>,
): Promise<T> {
  const redis = new Redis(redisUrl)
  const mongo = await MongoClient.connect(mongoUri)
  try {
    return await work(mongo, redis)
  } finally {
    redis.disconnect()
    await mongo.close()
  }
}

test('the stores print their addresses, serve, and leave nothing running when they are stopped', async () => {
  const dataDir = tempFolder()
  const first = await stores(dataDir)
  expect(running(dataDir)).toHaveLength(2)
  await write(first, 'satu')
  expect(await ended(first.process, 'SIGTERM')).toBe(0)
  expect(running(dataDir)).toEqual([])

  const second = await stores(dataDir)
  expect(await read(second, 'satu')).toEqual([{ _id: 'satu' }, 'ada'])
})

test('after kill -9 of everything at once every acknowledged write is there', async () => {
  const dataDir = tempFolder()
  const first = await stores(dataDir)
  await write(first, 'satu')
  const children = running(dataDir)
  first.process.kill('SIGKILL')
  for (const { pid } of children) process.kill(pid, 'SIGKILL')
  await once(first.process, 'exit')
  expect(await read(await stores(dataDir), 'satu')).toEqual([{ _id: 'satu' }, 'ada'])
})

test('orphans of a killed parent are ended; the addresses and what was written meanwhile stay', async () => {
  const dataDir = tempFolder()
  const first = await stores(dataDir)
  await ended(first.process, 'SIGKILL')
  const orphans = running(dataDir)
  expect(orphans).toHaveLength(2)
  await write(first, 'dua')

  const second = await stores(dataDir)
  expect({ ...second, process: undefined }).toEqual({ ...first, process: undefined })
  expect(await read(second, 'dua')).toEqual([{ _id: 'dua' }, 'ada'])
  const now = running(dataDir).map(({ pid }) => pid)
  expect(now).toHaveLength(2)
  expect(orphans.filter(({ pid }) => now.includes(pid))).toEqual([])
})

test('a second app on the same folder is refused in one line and harms nothing', async () => {
  const dataDir = tempFolder()
  const first = await stores(dataDir)
  expect(await refusal(run(dataDir))).toBe(
    `data folder ${dataDir} is in use by the running process ${first.process.pid}: stop it first, or set DATA_DIR\n`,
  )
  await write(first, 'tiga')
  expect(await read(first, 'tiga')).toEqual([{ _id: 'tiga' }, 'ada'])
})

test('what has a server already is not started', async () => {
  const dataDir = tempFolder()
  const mongoUri = 'mongodb://127.0.0.1:9/elsewhere'
  expect((await stores(dataDir, { MONGODB_URI: mongoUri })).mongoUri).toBe(mongoUri)
  expect(running(dataDir)).toHaveLength(1)
})

test('a wrong setting stops the start in one line', async () => {
  expect(await refusal(run(tempFolder(), { MODE: 'prod' }))).toBe('MODE must be gladi or live\n')
})

test('a data folder that cannot be written stops the start in one line', async () => {
  const file = join(tempFolder(), 'file')
  writeFileSync(file, '')
  expect(await refusal(run(join(file, 'data')))).toBe(
    `data folder ${file}/data cannot be written (ENOTDIR): set DATA_DIR\n`,
  )
})

async function refusal(child: ChildProcess): Promise<string> {
  let text = ''
  child.stderr?.on('data', chunk => {
    text += chunk
  })
  const [exitCode] = await once(child, 'close')
  expect(exitCode).toBe(1)
  return text
}
