import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { HealthView } from '../../src/admin-api/contract/index.ts'
import { createChangeBuffer } from '../../src/admin-api/live/change-buffer.ts'
import type { Client } from './support/client.ts'
import { EventReader } from './support/event-reader.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { asCall } from './support/story.ts'

let api: TestApi
let operator: Client
beforeAll(async () => {
  api = await startApi({ config: { heartbeatMs: 20 } })
  operator = await api.as('operator')
})
afterAll(() => api.stop())

const smg = '/api/centres/SMG/events'
const change = (id: string, centre = 'SMG') => api.live.publish({ centre, topic: 'incident', id })
const openStreams = async () => ((await operator.get('/api/health')).body as HealthView).liveStreams

test('a change reaches the centre that it is about, with an id, and no other centre', async () => {
  const here = await EventReader.open(operator, smg)
  const there = await EventReader.open(operator, '/api/centres/CLG/events')
  expect(here.headers['content-type']).toContain('text/event-stream')
  expect(here.headers['cache-control']).toBe('no-store')
  await Promise.all([here.nextId(), there.nextId()])
  change('one')
  change('two', 'CLG')
  const [first, second] = await Promise.all([here.nextEvent(), there.nextEvent()])
  expect([first.event, first.data]).toEqual(['change', '{"topic":"incident","id":"one"}'])
  expect(second.data).toBe('{"topic":"incident","id":"two"}')
  expect(first.id).toMatch(/^[\w-]{12}:\d+$/)
  here.close()
  there.close()
})

test('what operators do is a change', async () => {
  const stream = await EventReader.open(operator, smg)
  await stream.nextId()
  const call = asCall(await operator.post('/api/centres/SMG/calls'), 201)
  expect((await stream.nextEvent()).data).toBe(JSON.stringify({ topic: 'call', id: call.id }))
  stream.close()
})

test.each(['header', 'query'])('a reader that comes back gets what it missed (%s)', async way => {
  const before = await EventReader.open(operator, smg)
  const seen = await before.nextId()
  before.close()
  change('missed-1')
  change('elsewhere', 'CLG')
  change('missed-2')
  const again =
    way === 'header'
      ? await EventReader.open(operator, smg, { 'Last-Event-ID': seen })
      : await EventReader.open(operator, `${smg}?since=${encodeURIComponent(seen)}`)
  const missed = [await again.nextEvent(), await again.nextEvent()]
  expect(missed.map(({ data }) => data)).toEqual([
    '{"topic":"incident","id":"missed-1"}',
    '{"topic":"incident","id":"missed-2"}',
  ])
  change('now')
  expect((await again.nextEvent()).data).toBe('{"topic":"incident","id":"now"}')
  again.close()
})

test.each(['otherprocess:5', 'nonsense', ':', '-1'])('an id that is not known (%s) is answered by reset', async id => {
  const stream = await EventReader.open(operator, smg, { 'Last-Event-ID': id })
  expect((await stream.nextEvent()).event).toBe('reset')
  change('after-reset')
  expect((await stream.nextEvent()).data).toContain('after-reset')
  stream.close()
})

test('an id of this process that lies too far back, or in the future, is not known either', async () => {
  const first = await EventReader.open(operator, smg)
  const seen = await first.nextId()
  first.close()
  const [epoch = '', sequence] = seen.split(':')
  for (let count = 0; count <= 1000; count += 1) change(`flood-${count}`, 'CLG')
  for (const id of [seen, `${epoch}:${Number(sequence) + 5000}`]) {
    const stream = await EventReader.open(operator, smg, { 'Last-Event-ID': id })
    expect((await stream.nextEvent()).event).toBe('reset')
    stream.close()
  }
})

test('the buffer keeps its last changes and knows where they began', () => {
  const buffer = createChangeBuffer(3)
  expect(buffer.after(0)).toEqual([])
  for (const id of ['a', 'b', 'c', 'd']) buffer.add({ centre: 'SMG', topic: 'call', id })
  expect(buffer.after(0)).toBeNull()
  expect(buffer.after(1)?.map(({ id }) => id)).toEqual(['b', 'c', 'd'])
  expect(buffer.after(3)?.map(({ id }) => id)).toEqual(['d'])
  expect(buffer.after(4)).toEqual([])
  expect(buffer.after(5)).toBeNull()
})

test('a heartbeat keeps the line open', async () => {
  const stream = await EventReader.open(operator, smg)
  expect((await stream.next(block => block.comment === 'ping')).comment).toBe('ping')
  stream.close()
})

test('the stream ends when its session does: signed out, user shut out, time over', async () => {
  const signedOut = await api.as('dispatcher')
  const stream = await EventReader.open(signedOut, smg)
  await stream.nextId()
  await signedOut.delete('/api/session')
  await stream.ended()

  const supervisor = await api.as('supervisor')
  const second = await EventReader.open(supervisor, smg)
  await second.nextId()
  const user = await api.stores.directory.user('gladi-supervisor')
  if (!user) throw new Error('no training supervisor')
  await api.stores.directory.putUser({ ...user, active: false })
  await second.ended()
})

test('the stream of a centre ends when its reader belongs there no longer', async () => {
  const dispatcher = await api.as('dispatcher')
  const [there, here] = [
    await EventReader.open(dispatcher, '/api/centres/CLG/events'),
    await EventReader.open(dispatcher, smg),
  ]
  await Promise.all([there.nextId(), here.nextId()])
  const user = await api.stores.directory.user('gladi-dispatcher')
  if (!user) throw new Error('no training dispatcher')
  await api.stores.directory.putUser({ ...user, centres: ['SMG'] })
  await there.ended()
  change('still-here')
  expect((await here.nextEvent()).data).toContain('still-here')
  here.close()
})

test('a session has twenty streams at most: the oldest gives way', async () => {
  const streams: EventReader[] = []
  for (let count = 0; count < 21; count += 1) streams.push(await EventReader.open(operator, smg))
  await streams[0]?.ended()
  expect(await openStreams()).toBe(20)
  for (const stream of streams) stream.close()
  await vi.waitFor(async () => expect(await openStreams()).toBe(0))
})

test('readers that go leave nothing behind', async () => {
  const streams = await Promise.all(Array.from({ length: 10 }, () => EventReader.open(operator, smg)))
  await Promise.all(streams.map(stream => stream.nextId()))
  for (const stream of streams) stream.close()
  await vi.waitFor(async () => expect(await openStreams()).toBe(0))
  expect(api.live.listeners()).toBe(1)
})

test('close ends every stream, lets go of the feed and takes no new reader', async () => {
  const other = await startApi()
  try {
    const reader = await other.as('operator')
    const stream = await EventReader.open(reader, smg)
    await stream.nextId()
    other.api.close()
    await stream.ended()
    expect(other.live.listeners()).toBe(0)
    await (await EventReader.open(reader, smg)).ended()
  } finally {
    await other.stop()
  }
})
