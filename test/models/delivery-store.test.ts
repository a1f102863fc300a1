import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Delivery, type DeliveryStore, lanes, sendLeaseMs } from '../../src/application/ports/deliveries.ts'
import { alert, delivery, t0 } from './builders.ts'
import { startTestStores, type TestStores, winners } from './support.ts'

let db: TestStores
let store: DeliveryStore
let chat = ''
let chats = 0
const now = 1_000_000

beforeAll(async () => {
  db = await startTestStores()
  store = db.stores.deliveries
})
beforeEach(() => {
  chats += 1
  chat = `chat-${chats}`
})
afterAll(() => db.stop())

const inChat = (id: string, change: Partial<Delivery> = {}) => delivery(`${chat}/${id}`, { chat, ...change })

async function claimNext(at = now): Promise<Delivery> {
  const next = await store.next(chat, at)
  const claimed = next && (await store.claim(next, at))
  if (!claimed) throw new Error('nothing to claim')
  return claimed
}

async function sendAll(): Promise<string[]> {
  const order: string[] = []
  for (let next = await store.next(chat, now); next; next = await store.next(chat, now)) {
    const { id, attempt } = await claimNext()
    await store.sent(id, attempt, t0, `m-${order.length}`)
    order.push(id.slice(chat.length + 1))
  }
  return order
}

describe('deliveries', () => {
  test('adding twice is adding once', async () => {
    const both = [inChat('a'), inChat('b')]
    expect(await store.add(both)).toBe(2)
    expect(await store.add([...both, inChat('c')])).toBe(1)
    expect(await store.add([])).toBe(0)
    const all = await winners(5, async () => (await store.add([inChat('d')])) === 1)
    expect(all).toBe(1)
  })

  test('what was stored comes back as it was', async () => {
    const given = inChat('same', {
      content: { kind: 'notice', code: 'x', params: { 'a.b': '<&_*>', $n: 1 }, replyTo: '5' },
      token: 'tok',
    })
    await store.add([given])
    expect(await store.byId(given.id)).toEqual(given)
    expect(await store.byId('none')).toBeNull()
  })

  test('a chat sends by lane, then age, then arrival', async () => {
    await store.add([
      inChat('edit', { lane: lanes.edit }),
      inChat('ping', { lane: lanes.ping }),
      inChat('late alert', { createdAt: t0 + 5 }),
      inChat('first'),
      inChat('second'),
    ])
    await store.add([
      inChat('third'),
      inChat('prompt', { lane: lanes.prompt }),
      inChat('oldest', { createdAt: t0 - 5 }),
    ])
    expect(await sendAll()).toEqual(['oldest', 'first', 'second', 'third', 'late alert', 'ping', 'prompt', 'edit'])
  })

  test('of many that claim one delivery exactly one gets it', async () => {
    await store.add([inChat('a')])
    const next = await store.next(chat, now)
    if (!next) throw new Error('nothing')
    expect(await winners(20, () => store.claim(next, now))).toBe(1)
    expect(await store.byId(next.id)).toMatchObject({ status: 'sending', attempt: 1, notBefore: now + sendLeaseMs })
  })

  test('a claim that is given back leaves everything as it was, and is undone once', async () => {
    const given = inChat('a')
    await store.add([given])
    const claimed = await claimNext()
    await store.giveBack(claimed, given)
    expect(await store.byId(given.id)).toEqual(given)
    expect((await claimNext()).attempt).toBe(1)
    expect(await store.sent(given.id, 1, t0, 'm')).toBe(true)
    await store.giveBack(claimed, given)
    expect(await store.byId(given.id)).toMatchObject({ status: 'sent', messageId: 'm' })
  })

  test('one that another sender left in the middle stays doubtful when it is given back', async () => {
    await store.add([inChat('a')])
    await claimNext()
    const left = await store.next(chat, now + sendLeaseMs)
    if (!left) throw new Error('nothing')
    const claimed = await store.claim(left, now + sendLeaseMs)
    if (!claimed) throw new Error('not claimed')
    await store.giveBack(claimed, left)
    expect(await store.byId(left.id)).toMatchObject({ status: 'ambiguous', doubtful: true, attempt: 1 })
    expect(await store.next(chat, now + sendLeaseMs)).not.toBeNull()
  })

  test('a chat sends one at a time, even when different ones are claimed at the same moment', async () => {
    const five = ['a', 'b', 'c', 'd', 'e'].map(id => inChat(id))
    await store.add(five)
    expect(await winners(5, n => store.claim(five[n] as Delivery, now))).toBe(1)
    expect(await store.next(chat, now)).toBeNull()
    await store.add([inChat('other', { chat: `${chat}-other` })])
    expect(await store.next(`${chat}-other`, now)).not.toBeNull()
  })

  test('a lease that ran out comes back doubtful; the silent sender can settle nothing any more', async () => {
    await store.add([inChat('a'), inChat('b')])
    const silent = await claimNext()
    expect(await store.next(chat, now + sendLeaseMs - 1)).toBeNull()
    const later = now + sendLeaseMs
    const again = await claimNext(later)
    expect(again).toMatchObject({ id: silent.id, attempt: 2, doubtful: true, status: 'sending' })
    expect(await store.sent(silent.id, silent.attempt, t0, 'm')).toBe(false)
    expect(await store.retry(silent.id, silent.attempt, { notBefore: 0, doubtful: false })).toBe(false)
    expect(await store.fail(silent.id, silent.attempt, 'x')).toBe(false)
    expect(await store.sent(again.id, again.attempt, t0, 'm')).toBe(true)
    expect((await claimNext(later)).id).toBe(`${chat}/b`)
  })

  test('a slow sender that lost its turn, and whose message nobody tried again, has sent it all the same', async () => {
    await store.add([inChat('slow', { lane: lanes.ping }), inChat('alert')])
    const alert = await claimNext()
    expect(await store.sent(alert.id, alert.attempt, t0, 'm1')).toBe(true)
    const slow = await claimNext()
    await store.add([inChat('next')])
    await claimNext(now + sendLeaseMs)
    expect((await store.byId(slow.id))?.status).toBe('ambiguous')
    expect(await store.sent(slow.id, slow.attempt, t0, 'm2')).toBe(true)
    expect(await store.byId(slow.id)).toMatchObject({ status: 'sent', messageId: 'm2' })
  })

  test('an alert passes a ping whose sender went silent; the ping is doubtful afterwards', async () => {
    await store.add([inChat('ping', { lane: lanes.ping })])
    await claimNext()
    await store.add([inChat('alert')])
    expect(await store.next(chat, now)).toBeNull()
    const later = now + sendLeaseMs
    const first = await claimNext(later)
    expect(first.id).toBe(`${chat}/alert`)
    expect(first.doubtful).toBe(false)
    await store.sent(first.id, first.attempt, t0, 'm')
    expect(await claimNext(later)).toMatchObject({ id: `${chat}/ping`, doubtful: true, attempt: 2 })
  })

  test('back in the queue it waits, keeps its place, and stays doubtful once it was', async () => {
    await store.add([inChat('a'), inChat('b')])
    const first = await claimNext()
    await store.retry(first.id, first.attempt, { notBefore: now + 500, doubtful: true })
    expect(await store.byId(first.id)).toMatchObject({ status: 'ambiguous', doubtful: true })
    expect(await store.next(chat, now + 499)).toBeNull()
    const second = await claimNext(now + 500)
    expect(second.id).toBe(first.id)
    await store.retry(second.id, second.attempt, { notBefore: 0, doubtful: false })
    expect(await claimNext()).toMatchObject({ id: first.id, doubtful: true, attempt: 3 })
  })

  test('what was put aside waits for its time without holding anybody back, and goes last', async () => {
    await store.add([inChat('bad'), inChat('worse'), inChat('good', { lane: lanes.prompt })])
    for (const wait of [500, 300]) {
      const { id, attempt } = await claimNext()
      await store.retry(id, attempt, { notBefore: now + wait, doubtful: false, aside: true })
    }
    const good = await claimNext()
    expect(good.id).toBe(`${chat}/good`)
    await store.sent(good.id, good.attempt, t0, 'm')
    expect(await store.next(chat, now + 299)).toBeNull()
    expect((await store.next(chat, now + 300))?.id).toBe(`${chat}/worse`)
    await store.add([inChat('new alert')])
    expect((await store.next(chat, now + 500))?.id).toBe(`${chat}/new alert`)
  })

  test('a word about an incident lets its alert that was put aside go first, once', async () => {
    const about = (incident: string) => ({ kind: 'closure', incident, assignment: 'a' }) as const
    const alertOf = { kind: 'alert', incident: 'i', assignment: 'a' } as const
    await store.add([inChat('alert', { content: alertOf })])
    const putAside = async () => {
      const { id, attempt } = await claimNext()
      expect(id).toBe(`${chat}/alert`)
      await store.retry(id, attempt, { notBefore: now + 30_000, doubtful: false, aside: true })
    }
    await putAside()
    await store.add([
      inChat('other', { content: about('j'), lane: lanes.ping }),
      inChat('word', { content: about('i'), lane: lanes.prompt }),
    ])
    const other = await claimNext()
    expect(await store.letAlertGoFirst(other)).toBe(false)
    await store.sent(other.id, other.attempt, t0, 'm1')
    const word = await store.next(chat, now)
    expect(word && (await store.letAlertGoFirst(word))).toBe(true)
    await putAside()
    const again = await store.next(chat, now)
    expect(again?.id).toBe(`${chat}/word`)
    expect(again && (await store.letAlertGoFirst(again))).toBe(false)
  })

  test('the first reading of a message counts; one that nobody wrote down as sent was not read', async () => {
    await store.add([inChat('a'), inChat('b')])
    expect(await sendAll()).toEqual(['a', 'b'])
    expect(await store.read(chat, 'm-0', t0 + 9)).toMatchObject({ id: inChat('a').id, status: 'sent', readAt: t0 + 9 })
    expect(await store.read(chat, 'm-0', t0 + 20)).toMatchObject({ readAt: t0 + 9 })
    expect(await store.read(chat, 'm-7', t0)).toBeNull()
    expect(await store.read('elsewhere', 'm-1', t0)).toBeNull()
    expect(await store.byId(inChat('b').id)).not.toHaveProperty('readAt')
  })

  test('one that failed can be queued once more', async () => {
    await store.add([inChat('a')])
    const { id, attempt } = await claimNext()
    expect(await store.revive(id)).toBe(false)
    await store.fail(id, attempt, '403 kicked')
    expect(await store.next(chat, now)).toBeNull()
    expect(await winners(5, () => store.revive(id))).toBe(1)
    expect(await claimNext()).toMatchObject({ id, attempt: 2, doubtful: false })
    expect((await store.byId(id))?.failure).toBeUndefined()
  })

  test('sent and failed ones are never sent again', async () => {
    await store.add([inChat('a'), inChat('b'), inChat('d')])
    const sent = await claimNext()
    expect(await store.sent(sent.id, sent.attempt, t0 + 9, '77')).toBe(true)
    expect(await store.byMessage(chat, '77')).toMatchObject({
      id: sent.id,
      status: 'sent',
      sentAt: t0 + 9,
      messageId: '77',
    })
    await store.forgetMessages(chat)
    expect(await store.byMessage(chat, '77')).toBeNull()
    const failed = await claimNext()
    expect(await store.fail(failed.id, failed.attempt, '403 kicked')).toBe(true)
    expect(await store.byId(failed.id)).toMatchObject({ status: 'failed', failure: '403 kicked' })
    expect(await sendAll()).toEqual(['d'])
    expect(await store.claim(sent, now)).toBeNull()
  })

  test('the sweep finds the chats that have something sendable, the longest waiting first', async () => {
    const sweep = async (at: number) =>
      (await store.chatsWaiting(at, 100)).filter(found => found.startsWith(`${chat}-`))
    const to = (name: string, change: Partial<Delivery>) =>
      delivery(`${chat}/${name}`, { chat: `${chat}-${name}`, ...change })
    await store.add([
      to('late', { notBefore: now }),
      to('soon', { notBefore: 5 }),
      to('not yet', { notBefore: now + 1 }),
    ])
    await store.add([delivery(`${chat}/more`, { chat: `${chat}-late` })])
    expect((await sweep(now)).sort()).toEqual([`${chat}-late`, `${chat}-soon`])
    const soon = await store.next(`${chat}-soon`, now)
    if (!soon) throw new Error('nothing')
    await store.claim(soon, now)
    expect(await sweep(now)).toEqual([`${chat}-late`])
    expect(await sweep(now + sendLeaseMs)).toContain(`${chat}-soon`)
    expect(await store.chatsWaiting(now + sendLeaseMs, 1)).toHaveLength(1)
  })

  test('an incident knows its deliveries in order; the unsent are counted', async () => {
    const before = await store.countUnsent()
    const about = (id: string, createdAt: number) => inChat(id, { content: alert(chat), createdAt })
    await store.add([about('later', t0 + 1), about('one', t0), about('two', t0)])
    await store.add([inChat('no incident', { content: { kind: 'notice', code: 'x', params: {} } })])
    const ids = (await store.forIncident(chat)).map(({ id }) => id.slice(chat.length + 1))
    expect(ids).toEqual(['one', 'two', 'later'])
    expect((await store.countUnsent()) - before).toBe(4)
    await sendAll()
    expect(await store.countUnsent()).toBe(before)
  })
})
