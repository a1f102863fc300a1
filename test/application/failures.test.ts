import { describe, expect, test } from 'vitest'
import {
  Ambiguous,
  ChatMoved,
  Permanent,
  RateLimited,
  Refused,
  Temporary,
} from '../../src/application/ports/channel.ts'
import { renderer } from '../../src/bots/rendering/renderer.ts'
import { type City, eachCity, ok, planOf } from './support/city.ts'

let city: City
const always = Number.POSITIVE_INFINITY
const doubtful = 'ULANG, mungkin ganda'

eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'PLN')
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
})

const health = async (chat: string) => (await city.stores.chats.byId(`SMG:${chat}`))?.health
const healthy = { status: 'ok' }

/** How many requests the chat has seen, refused ones too. */
const tries = (chat = 'DAMKAR') => city.platform.requests.filter(request => request.chat === chat).length

describe('an alert whose sending fails', () => {
  test('for a moment: it goes again, unmarked, and nobody is bothered', async () => {
    city.platform.fails('send', new Temporary('ECONNREFUSED'), { chat: 'DAMKAR' })
    const { id } = await city.fire()
    expect(city.platform.in('DAMKAR')).toEqual([])
    expect((await city.assignment(id, 'DAMKAR')).delivery).toBe('waiting')
    await city.forward('0.499s')
    expect(tries()).toBe(1)
    await city.forward('0.001s')
    expect(city.platform.count('DAMKAR', doubtful)).toBe(0)
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
    expect(await city.assignment(id, 'DAMKAR')).toMatchObject({ status: 'notified', delivery: 'sent' })
    expect(await city.toPhone(id)).toEqual([])
    expect(city.platform.in('supervisors')).toEqual([])
  })

  test('again and again: after three tries somebody is told to phone, and it is tried on until it works', async () => {
    city.platform.fails('send', new Temporary('ECONNREFUSED'), { chat: 'DAMKAR', times: always })
    const { id } = await city.fire()
    await city.forward('0.5s')
    expect(await city.toPhone(id)).toEqual([])
    await city.forward('1s')
    expect(tries()).toBe(3)
    expect(await city.toPhone(id)).toEqual(['DAMKAR unreachable'])
    city.platform.sees('supervisors', '📵 DAMKAR TIDAK TERJANGKAU')
    await city.forward('60s', '5s')
    expect(tries()).toBeGreaterThan(5)
    city.platform.heals()
    await city.forward('30s')
    expect(city.platform.count('DAMKAR', 'BELUM DIJAWAB')).toBe(1)
    expect(await city.toPhone(id)).toEqual([])
    expect(city.platform.count('supervisors', '📵')).toBe(1)
  })

  test('until the desk writes about it: the group reads the alert first, the words below it', async () => {
    city.platform.fails('send', new Temporary('ECONNREFUSED'), { chat: 'DAMKAR', times: always })
    const { id, number } = await city.fire()
    await city.forward('60s', '5s')
    const before = tries()
    city.platform.heals()
    ok(await city.app.incidents.sendMessage(city.sender(), id, { text: 'Akses dari Jl. Lodan II' }))
    await city.settles()
    expect(tries()).toBe(before + 2)
    const [alert, words] = city.platform.texts('DAMKAR')
    expect(alert).toContain('BELUM DIJAWAB')
    expect(words).toContain('Akses dari Jl. Lodan II')
    expect(words).toContain(number)
  })

  test('with a lost answer: it goes again and says so; buttons and replies of both copies work', async () => {
    city.platform.fails('send', new Ambiguous('timeout'), { chat: 'DAMKAR', shown: true })
    const { id } = await city.fire()
    expect(await city.assignment(id, 'DAMKAR')).toMatchObject({ status: 'alerting', delivery: 'doubtful' })
    await city.forward('1s')
    const [lost, known] = city.platform.in('DAMKAR')
    expect(lost?.message.content.text).not.toContain(doubtful)
    expect(known?.message.content.text).toContain(doubtful)
    if (!lost) throw new Error('nothing was shown')
    expect(await city.presses(lost, 'Kami tangani')).toMatchObject({ kind: 'done', code: 'acknowledge' })
    for (const copy of city.platform.in('DAMKAR')) expect(copy.message.content.text).toContain('KAMI TANGANI – Budi')
    const photo = { toMessageId: lost.messageId, bytes: jpeg, caption: '', lines: {} }
    expect(await city.app.chats.photo('photo-1', city.person('DAMKAR', 'Budi'), photo)).toMatchObject({
      code: 'photoReceived',
    })
    expect((await city.incident(id)).photos).toHaveLength(1)
  })

  test('with a lost answer, and the lost copy is pressed first: no second copy comes', async () => {
    city.platform.fails('send', new Ambiguous('timeout'), { chat: 'DAMKAR', shown: true })
    const { id } = await city.fire()
    const [lost] = city.platform.in('DAMKAR')
    if (!lost) throw new Error('nothing was shown')
    await city.presses(lost, 'Meluncur')
    await city.forward('60s')
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
    expect(lost.message.content.text).toContain('MELUNCUR – Budi')
    expect((await city.assignment(id, 'DAMKAR')).status).toBe('enRoute')
    expect(await city.stores.deliveries.countUnsent()).toBe(0)
  })

  test('because the chat is gone: red at once, a phone task, an alarm; nothing more is sent there by itself', async () => {
    city.platform.fails('send', new Permanent('403 kicked'), { chat: 'DAMKAR', times: always })
    const { id } = await city.fire()
    expect(await health('DAMKAR')).toMatchObject({ status: 'down', detail: '403 kicked' })
    expect(await city.toPhone(id)).toEqual(['DAMKAR unreachable'])
    expect((await city.assignment(id, 'DAMKAR')).delivery).toBe('failed')
    expect(city.platform.count('supervisors', '📵 DAMKAR TIDAK TERJANGKAU')).toBe(1)
    expect(city.changes).toContainEqual({ topic: 'channel', id: 'SMG:DAMKAR' })
    await city.forward('60s', '10s')
    expect(tries()).toBe(1)
  })

  test('to a chat that was red: the phone task comes at once, the alert goes all the same and heals the chat', async () => {
    city.platform.fails('send', new Permanent('401 token'), { chat: 'DAMKAR', times: always })
    const first = await city.fire()
    city.platform.heals()
    const second = await city.fire()
    expect(await health('DAMKAR')).toEqual(healthy)
    for (const { id, number } of [first, second]) {
      city.platform.sees('DAMKAR', number)
      expect(await city.toPhone(id)).toEqual([])
      expect((await city.assignment(id, 'DAMKAR')).status).toBe('notified')
    }
  })

  test('because the chat is gone, while the agency has another that works: the alert goes there, nobody phones', async () => {
    await city.forward('1s')
    await city.pairs('DAMKAR lama', { kind: 'agency', agency: 'DAMKAR' }, { pairedAt: 0 })
    city.platform.fails('send', new Permanent('403'), { chat: 'DAMKAR', times: always })
    const { id } = await city.fire()
    await city.presses(city.platform.sees('DAMKAR lama', 'BELUM DIJAWAB'), 'Kami tangani')
    expect(await city.toPhone(id)).toEqual([])
    city.platform.fails('send', new Permanent('403'), { chat: 'DAMKAR lama', times: always })
    const other = await city.fire()
    expect(await city.toPhone(other.id)).toEqual(['DAMKAR unreachable'])
  })

  test('because the platform refuses the message: once more short and plain, with its buttons', async () => {
    city.platform.fails('send', new Refused('400 what'), { chat: 'DAMKAR' })
    const { id } = await city.fire()
    const [card] = city.platform.in('DAMKAR')
    expect(card?.message.content.spans).toEqual([])
    expect(card?.message.buttons.flat().length).toBeGreaterThan(0)
    expect((await city.assignment(id, 'DAMKAR')).status).toBe('notified')
  })

  test('because even the plain one is refused: a phone task, and the chat stays well', async () => {
    city.platform.fails('send', new Refused('400 what'), { chat: 'DAMKAR', times: 2 })
    const { id } = await city.fire()
    expect(await city.toPhone(id)).toEqual(['DAMKAR unreachable'])
    expect(await health('DAMKAR')).toEqual(healthy)
    expect(tries()).toBe(2)
  })

  test('because the platform wants a pause: this chat only, never earlier, however fast the service clock runs', async () => {
    city.platform.fails('send', new RateLimited('429', 30), { chat: 'DAMKAR' })
    await city.fire('DAMKAR lead', 'PLN')
    expect(city.platform.in('PLN')).toHaveLength(1)
    expect(city.pauses).toEqual([{ chat: 'SMG:DAMKAR', ms: 30_000 }])
    await city.forward('29.999s')
    expect(tries()).toBe(1)
    await city.forward('0.001s')
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
    for (const [rate, ms] of [
      [60, 500],
      [0.5, 60_000],
      [0, 30_000],
    ] as const) {
      city.clock.adopt({ machine: city.machine.t, service: city.clock.now(), rate })
      city.platform.fails('send', new RateLimited('429', 30), { chat: 'DAMKAR' })
      await city.fire()
      expect(city.pauses.at(-1)?.ms).toBe(ms)
      city.machine.t += 60_000
      await city.settles()
    }
  })

  test('because the platform wants a pause: nothing newer of the chat goes earlier either, also when Redis forgot it', async () => {
    await city.fire()
    city.platform.fails('send', new RateLimited('429', 30), { chat: 'DAMKAR' })
    const late = await city.fire()
    const before = tries()
    city.restarts()
    const { id: assignment } = await city.assignment(late.id, 'DAMKAR')
    ok(await city.app.incidents.recordAction(city.sender(), late.id, assignment, { action: 'acknowledge' }))
    await city.fire()
    await city.forward('29.999s')
    expect(tries()).toBe(before)
    await city.forward('0.001s')
    expect(city.platform.in('DAMKAR')).toHaveLength(3)
    expect(city.platform.sees('DAMKAR', late.number).message.content.text).toContain('KAMI TANGANI')
  })

  test('because the chat has a new id: it is bound anew and sent there', async () => {
    city.platform.fails('send', new ChatMoved('migrated', '-100777'), { chat: 'DAMKAR' })
    const { id } = await city.fire()
    await city.presses(city.platform.sees('-100777', 'BELUM DIJAWAB'), 'Kami tangani')
    expect((await city.assignment(id, 'DAMKAR')).status).toBe('acknowledged')
    expect(await city.stores.chats.byAddress('telegram', { chat: 'DAMKAR' })).toBeNull()
  })

  test('because the chat moves in circles: somebody phones, and nothing spins', async () => {
    city.platform.fails('send', new ChatMoved('migrated', 'DAMKAR'), { chat: 'DAMKAR', times: always })
    const { id } = await city.fire()
    expect(tries()).toBe(3)
    city.platform.heals()
    expect((await city.incident(id)).phoneTasks.length).toBeGreaterThan(0)
    await city.forward('30s')
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
  })
})

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0])

describe('one bad message', () => {
  /** Cards of this incident cannot be made: a fault of ours. */
  const cannotRender = (number: string) => {
    const card: typeof renderer.card = (facts, ...rest) => {
      if (facts.incident.number === number) throw new Error('bug in the renderer')
      return renderer.card(facts, ...rest)
    }
    city.restarts({ renderer: { ...renderer, card } })
  }

  test('that cannot be made holds back no other, is not lost, and becomes a phone task', async () => {
    const incident = await city.located()
    cannotRender(incident.number)
    ok(await city.app.incidents.dispatch(city.sender(), incident.id, planOf(['DAMKAR lead'])))
    await city.settles()
    const other = await city.fire()
    city.platform.sees('DAMKAR', other.number)
    await city.forward('5s', '1s')
    expect(await city.toPhone(incident.id)).toEqual(['DAMKAR unreachable'])
    expect(city.errors()).toContain('a message could not be made')
    city.restarts()
    await city.forward('30s', '10s')
    city.platform.sees('DAMKAR', incident.number)
    expect(city.platform.count('DAMKAR', doubtful)).toBe(0)
    expect(await city.toPhone(incident.id)).toEqual([])
  })

  test('whose edit cannot be made holds back no other card', async () => {
    const bad = await city.fire()
    const good = await city.fire()
    cannotRender(bad.number)
    const { incidents } = city.app
    for (const { id } of [bad, good]) {
      const { id: assignment } = await city.assignment(id, 'DAMKAR')
      ok(await incidents.recordAction(city.sender(), id, assignment, { action: 'acknowledge' }))
    }
    await city.settles()
    expect(city.platform.sees('DAMKAR', good.number).message.content.text).toContain('KAMI TANGANI')
    city.restarts()
    await city.forward('10s')
    expect(city.platform.sees('DAMKAR', bad.number).message.content.text).toContain('KAMI TANGANI')
  })

  test('that keeps losing its answer lets the others pass after three tries', async () => {
    city.platform.fails('send', new Ambiguous('500'), { chat: 'DAMKAR', times: 3 })
    const bad = await city.fire()
    const good = await city.fire()
    await city.forward('2s', '0.5s')
    const order = city.platform.requests.filter(({ chat }) => chat === 'DAMKAR').map(({ text }) => text)
    expect(order.slice(0, 3).every(text => text.includes(bad.number))).toBe(true)
    expect(order[3]).toContain(good.number)
  })

  test('was shown, but that could not be kept: the repeat says so, and a card that is known needs none', async () => {
    const { deliveries } = city.stores
    const broken = new Set(['SMG:DAMKAR', 'SMG:supervisors'])
    const sent: typeof deliveries.sent = async (id, ...args) => {
      const chat = (await deliveries.byId(id))?.chat ?? ''
      if (broken.delete(chat)) throw new Error('the database is away')
      return deliveries.sent(id, ...args)
    }
    city.restarts({ stores: { ...city.stores, deliveries: { ...deliveries, sent } } })
    const { id } = await city.fire('DAMKAR lead', 'POLRES inform')
    await city.forward('60s')
    expect(city.platform.texts('supervisors').map(text => text.includes(doubtful))).toEqual([false, true])
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
    expect((await city.assignment(id, 'DAMKAR')).delivery).toBe('sent')
    expect(await city.stores.deliveries.countUnsent()).toBe(0)
  })
})

describe('an edit that fails', () => {
  const taken = async () => {
    const { id, number } = await city.fire()
    const { id: assignment } = await city.assignment(id, 'DAMKAR')
    const acknowledge = async () => {
      ok(await city.app.incidents.recordAction(city.sender(), id, assignment, { action: 'acknowledge' }))
      await city.settles()
    }
    return { id, number, acknowledge }
  }
  const card = () => city.platform.sees('DAMKAR', 'SMG-')

  test.each([
    ['for a moment', new Temporary('x'), '2s'],
    ['because of a pause', new RateLimited('429', 20), '20s'],
    ['because of a fault of its own', new Error('unexpected'), '8s'],
  ])('%s: it is made later', async (_, error, wait) => {
    const { acknowledge } = await taken()
    city.platform.fails('edit', error, { chat: 'DAMKAR' })
    await acknowledge()
    expect(card().edits).toBe(0)
    await city.forward(`${Number(wait.slice(0, -1)) - 0.001}s`)
    expect(card().edits).toBe(0)
    await city.forward('0.001s')
    expect(card().message.content.text).toContain('KAMI TANGANI')
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
  })

  test('because the card was deleted: a new card comes, with live buttons', async () => {
    const { acknowledge, id } = await taken()
    city.platform.deletes(card())
    await acknowledge()
    const [fresh, ...more] = city.platform.in('DAMKAR')
    expect(more).toEqual([])
    if (!fresh) throw new Error('no new card')
    expect(fresh.message.content.text).toContain('KAMI TANGANI')
    expect(await city.presses(fresh, 'Meluncur')).toMatchObject({ kind: 'done' })
    expect(fresh.message.content.text).toContain('MELUNCUR')
    expect((await city.assignment(id, 'DAMKAR')).status).toBe('enRoute')
  })

  test('because one of two copies was deleted: the other is edited, and no third comes', async () => {
    city.platform.fails('send', new Ambiguous('lost'), { chat: 'DAMKAR', shown: true })
    const { acknowledge } = await taken()
    await city.forward('1s')
    const [first, second] = city.platform.in('DAMKAR')
    if (!first || !second) throw new Error('two copies were expected')
    await city.pressesVerb(first, 'detail')
    city.platform.deletes(first)
    await acknowledge()
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
    expect(card().message.content.text).toContain('KAMI TANGANI')
  })

  test('because the chat is gone: red, and no card lags for ever', async () => {
    const { acknowledge } = await taken()
    city.platform.fails('edit', new Permanent('403'), { chat: 'DAMKAR' })
    await acknowledge()
    expect(await health('DAMKAR')).toMatchObject({ status: 'down' })
    expect(await city.stores.cards.countLagging()).toBe(0)
  })

  test('because the chat has a new id: the card comes anew where the group is now', async () => {
    const { acknowledge } = await taken()
    city.platform.fails('edit', new ChatMoved('migrated', '-100'), { chat: 'DAMKAR' })
    await acknowledge()
    await city.forward('0.5s')
    expect(city.platform.sees('-100', 'KAMI TANGANI').message.buttons).not.toEqual([])
  })

  test('because the platform wants a pause: an alert that comes meanwhile waits too', async () => {
    const { acknowledge } = await taken()
    city.platform.fails('edit', new RateLimited('429', 20), { chat: 'DAMKAR' })
    await acknowledge()
    const before = tries()
    const { number } = await city.fire()
    expect(tries()).toBe(before)
    await city.forward('20s')
    city.platform.sees('DAMKAR', number)
    expect(card().message.content.text).toContain(number)
  })

  test('for ever: it is tried ever more rarely, and an alert goes at once', async () => {
    const { acknowledge } = await taken()
    city.platform.fails('edit', new Temporary('500'), { chat: 'DAMKAR', times: always })
    const before = tries()
    await acknowledge()
    await city.forward('60s', '0.5s')
    expect(tries() - before).toBeLessThanOrEqual(6)
    const { number } = await city.fire()
    city.platform.sees('DAMKAR', number)
    city.platform.heals()
    await city.forward('30s')
    expect(city.platform.count('DAMKAR', 'KAMI TANGANI')).toBe(1)
  })

  test('because the platform refuses it in any form: the card comes anew, nothing is swallowed', async () => {
    const { acknowledge } = await taken()
    city.platform.fails('edit', new Refused('400'), { chat: 'DAMKAR', times: 2 })
    await acknowledge()
    expect(city.platform.in('DAMKAR')).toHaveLength(2)
    expect(card().message.content.text).toContain('KAMI TANGANI')
    expect(city.errors()).toContain('an edit is refused in any form')
  })

  test('of many copies: each takes a place of its own in the chat’s pace, the newest first', async () => {
    city.platform.fails('send', new Ambiguous('lost'), { chat: 'DAMKAR', shown: true })
    const { acknowledge } = await taken()
    await city.forward('1s')
    const [lost, known] = city.platform.in('DAMKAR')
    if (!lost || !known) throw new Error('two copies were expected')
    await city.pressesVerb(lost, 'detail')
    let slots = 1
    const slot = async () => (slots-- > 0 ? 0 : 60_000)
    city.restarts({ pacing: { ...city.deps.pacing, slot } })
    const edits = [lost.edits, known.edits]
    await acknowledge()
    const newest = lost
    expect([lost.edits, known.edits]).toEqual([(edits[0] ?? 0) + 1, edits[1]])
    slots = 1
    await city.forward('60s')
    expect(known.message.content.text).toContain('KAMI TANGANI')
    expect(newest.edits).toBe((edits[0] ?? 0) + 1)
    expect(await city.stores.cards.countLagging()).toBe(0)
  })

  test('because the platform refuses its form: it is shown plainly, and the next change as ever', async () => {
    const { acknowledge } = await taken()
    city.platform.fails('edit', new Refused('400'), { chat: 'DAMKAR' })
    await acknowledge()
    expect(card().message.content).toMatchObject({ text: expect.stringContaining('KAMI TANGANI'), spans: [] })
    await city.pressesVerb(card(), 'depart')
    expect(card().message.content.text).toContain('MELUNCUR')
  })
})

describe('a closure notice', () => {
  const closing = async () => {
    const { id } = await city.fire()
    const { id: assignment } = await city.assignment(id, 'DAMKAR')
    const { incidents } = city.app
    for (const action of ['acknowledge', 'arrive', 'clear'] as const) {
      ok(await incidents.recordAction(city.sender(), id, assignment, { action }))
    }
    ok(await incidents.recordReport(city.sender(), id, assignment, { outcome: 'handled', text: 'Api padam' }))
    ok(await incidents.acceptReport(city.sender(), id, assignment))
    await city.settles()
    return id
  }

  test('is shown, then the incident goes to the archive', async () => {
    const id = await closing()
    ok(await city.app.incidents.close(city.sender(), id))
    await city.settles()
    expect(city.platform.count('DAMKAR', 'Api padam')).toBe(0)
    expect((await city.incident(id)).status).toBe('archived')
    expect(await city.toPhone(id)).toEqual([])
  })

  test('that can never be shown holds up nothing: somebody phones', async () => {
    const id = await closing()
    city.platform.fails('send', new Permanent('403'), { chat: 'DAMKAR', times: always })
    ok(await city.app.incidents.close(city.sender(), id))
    await city.settles()
    expect((await city.incident(id)).status).toBe('archived')
    expect(await city.toPhone(id)).toEqual(['DAMKAR closure'])
  })

  test('that does not get through for a while does not hold it up for long', async () => {
    const id = await closing()
    city.platform.fails('send', new Temporary('x'), { chat: 'DAMKAR', times: always })
    ok(await city.app.incidents.close(city.sender(), id))
    await city.settles()
    expect((await city.incident(id)).status).toBe('closed')
    await city.forward('2s', '0.5s')
    expect((await city.incident(id)).status).toBe('archived')
  })
})

describe('a chat that was unpaired', () => {
  test('while an alert waited for it: the incident hears that it did not arrive', async () => {
    city.platform.fails('send', new Temporary('x'), { chat: 'DAMKAR' })
    const { id } = await city.fire()
    await city.stores.chats.unbind('SMG:DAMKAR')
    await city.forward('1s')
    expect(await city.toPhone(id)).toEqual(['DAMKAR unreachable'])
    expect(city.platform.in('DAMKAR')).toEqual([])
    expect(await city.stores.deliveries.countUnsent()).toBe(0)
  })

  test('after its card was shown: nothing is edited there any more, and its buttons do nothing', async () => {
    const { id } = await city.fire()
    const card = city.platform.sees('DAMKAR', 'BELUM DIJAWAB')
    await city.stores.chats.unbind('SMG:DAMKAR')
    const { id: assignment } = await city.assignment(id, 'DAMKAR')
    ok(await city.app.incidents.recordAction(city.sender(), id, assignment, { action: 'acknowledge' }))
    await city.settles()
    expect(card.edits).toBe(0)
    expect(await city.stores.cards.countLagging()).toBe(0)
    expect(await city.presses(card, 'Kami tangani')).toMatchObject({ refusal: { code: 'unknownChat' } })
  })
})
