import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startDocumentStore } from '../../../../src/embedded/document-store/start-document-store.ts'
import { refusalOf } from '../given-mongo.ts'
import { givenFolder, run, startStore } from './given-store.ts'

let folder: string
let remove: () => Promise<void>

beforeEach(async () => {
  ;({ folder, remove } = await givenFolder())
})

afterEach(() => remove())

test('says which MongoDB it follows', async () => {
  expect(await run('--version')).toEqual({ code: 0, out: 'db version v7.0.14\n', err: '' })
})

test('a folder has one owner', async () => {
  const store = await startStore(folder)
  const second = await run('--dbpath', folder, '--port', '0')
  const line = `document store: the data folder ${folder} is in use by process ${store.process.pid}\n`
  expect(second).toEqual({ code: 1, out: '', err: line })
  expect(await store.client.db().command({ ping: 1 })).toEqual({ ok: 1 })
  await store.end('SIGTERM')
})

test('a dead owner is no owner', async () => {
  const store = await startStore(folder)
  expect(await readFile(join(folder, 'mongod.lock'), 'utf8')).toBe(`${store.process.pid}\n`)
  expect(await store.end('SIGKILL')).toBeNull()
  const next = await startStore(folder)
  expect(await next.end('SIGTERM')).toBe(0)
  expect((await stat(join(folder, 'mongod.lock'))).size).toBe(0)
})

test('listens on loopback only, on a port that is free', async () => {
  const address = await run('--dbpath', folder, '--bind_ip', '0.0.0.0')
  expect(address).toMatchObject({ code: 1, err: expect.stringContaining('loopback only') })
  const store = await startStore(folder)
  const port = String(store.client.options.hosts[0]?.port)
  const other = await givenFolder()
  const taken = await run('--dbpath', other.folder, '--port', port)
  expect(taken).toMatchObject({ code: 1, err: expect.stringContaining('address already in use') })
  await other.remove()
  await store.end('SIGTERM')
})

test('rubbish on a connection ends that connection only', async () => {
  const store = await startStore(folder)
  const port = store.client.options.hosts[0]?.port ?? 0
  for (const rubbish of [
    'GET / HTTP/1.1\r\n\r\n',
    Buffer.alloc(64, 0xff),
    Buffer.from('30000000010000000000000000000000', 'hex'),
    Buffer.concat([Buffer.from('1a0000000100000000000000dd0700000000000000', 'hex'), Buffer.alloc(5, 1)]),
  ]) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => socket.destroy())
    const closed = once(socket, 'close')
    socket.end(rubbish)
    await closed
  }
  expect(await store.client.db().command({ ping: 1 })).toEqual({ ok: 1 })
  await store.end('SIGTERM')
})

test('a command that cannot be carried out fails alone, not with those that share its transaction', async () => {
  const store = await startStore(folder)
  const things = store.client.db().collection<{ _id: number }>('things')
  await things.insertOne({ _id: 0 })
  // No BSON library can write a document that claims to be another class.
  const impossible = things.updateOne({ _id: 0 }, { $set: { 'a._bsontype': 'ObjectId' } })
  const writes = Array.from({ length: 30 }, (_none, at) => things.insertOne({ _id: at + 1 }))
  expect((await refusalOf(impossible)).code).toBe(1)
  await Promise.all(writes)
  expect(await things.find().toArray()).toHaveLength(31)
  await store.end('SIGTERM')
})

test('runs inside a process too, and lets it go', async () => {
  const store = await startDocumentStore({ dbpath: folder, port: 0, host: '127.0.0.1' })
  await expect(startDocumentStore({ dbpath: folder, port: 0, host: '127.0.0.1' })).rejects.toThrow(
    'is in use by process',
  )
  expect(store.port).toBeGreaterThan(0)
  await store.close()
  const again = await startDocumentStore({ dbpath: folder, port: store.port, host: '127.0.0.1' })
  await again.close()
})
