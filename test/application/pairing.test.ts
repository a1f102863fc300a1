import { describe, expect, test } from 'vitest'
import { ChatMoved, Permanent, Temporary } from '../../src/application/ports/channel.ts'
import type { Audience } from '../../src/application/ports/chats.ts'
import { type City, eachCity, ok } from './support/city.ts'

let city: City
let codes = 0
eachCity(found => {
  city = found
})

const agency = (code: string): Audience => ({ kind: 'agency', agency: code })

const codeFor = async (audience: Audience, centre = 'SMG') => {
  codes += 1
  const code = String(100_000 + codes)
  const expiresAt = city.clock.now() + 3_600_000
  await city.stores.chats.addCode({ code, centre, audience, createdBy: 'admin', expiresAt })
  return code
}
/** Somebody types the code in the chat. */
const types = (code: string, chat: string, thread?: number, isPrivate = false) =>
  city.app.chats.pair(city.person(chat, 'Budi', thread), code, { title: `Grup ${chat}`, private: isPrivate })

const pairs = async (chat: string, audience: Audience, thread?: number) => {
  const paired = ok(await types(await codeFor(audience), chat, thread))
  await city.settles()
  return paired
}
const invalid = { ok: false, refusal: { code: 'codeInvalid' } }

describe('a pairing code', () => {
  test('binds one chat once, and says who typed it', async () => {
    const code = await codeFor(agency('DAMKAR'))
    const chat = ok(await types(code, '-1'))
    expect(chat).toMatchObject({ audience: agency('DAMKAR'), title: 'Grup -1', health: { status: 'ok' } })
    expect(chat.pairedBy).toEqual({ kind: 'member', chat: chat.id, id: 'p-Budi', name: 'Budi' })
    expect(await city.stores.audit.list('SMG', 1)).toMatchObject([
      { what: 'chatPaired', subject: chat.id, by: { name: 'Budi' } },
    ])
    expect(await types(code, '-2')).toMatchObject(invalid)
    expect(await types(code, '-1')).toMatchObject(invalid)
  })

  test('typed in many chats at the same moment binds one of them', async () => {
    const code = await codeFor(agency('DAMKAR'))
    const outcomes = await Promise.all(['-1', '-2', '-3', '-4'].map(chat => types(code, chat)))
    expect(outcomes.filter(({ ok: done }) => done)).toHaveLength(1)
    expect(await city.stores.chats.list('SMG')).toHaveLength(1)
  })

  test.each<[string, Audience]>([
    ['a user', { kind: 'user', user: 'siti' }],
    ['a contact', { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' }],
  ])('for %s is refused in a group, and still good in a private chat', async (_, audience) => {
    const code = await codeFor(audience)
    expect(await types(code, '-1')).toMatchObject({ refusal: { code: 'privateChatNeeded' } })
    expect(await city.stores.chats.list('SMG')).toEqual([])
    expect(ok(await types(code, '11', undefined, true))).toMatchObject({ audience })
    expect(await types(code, '-1')).toMatchObject(invalid)
  })

  test.each<[string, Audience]>([
    ['an agency', agency('DAMKAR')],
    ['the supervisors', { kind: 'supervisorsChat' }],
  ])('for %s is refused in a private chat, and still good in a group', async (_, audience) => {
    const code = await codeFor(audience)
    expect(await types(code, '11', undefined, true)).toMatchObject({ refusal: { code: 'groupNeeded' } })
    expect(ok(await types(code, '-1'))).toMatchObject({ audience })
  })

  test('that is over is never said to be good elsewhere', async () => {
    const code = await codeFor({ kind: 'user', user: 'siti' })
    await city.forward('1h')
    expect(await types(code, '-1')).toMatchObject(invalid)
  })

  test('is good for an hour of service time only', async () => {
    const code = await codeFor(agency('DAMKAR'))
    await city.forward('1h')
    expect(await types(code, '-1')).toMatchObject(invalid)
  })

  test('does not bring back a chat that an administrator has unpaired', async () => {
    const code = await codeFor(agency('DAMKAR'))
    const { id } = ok(await types(code, '-1'))
    await city.stores.chats.unbind(id)
    expect(await types(code, '-1')).toMatchObject(invalid)
    expect(await city.stores.chats.list('SMG')).toEqual([])
  })
})

describe('a chat that is paired once more', () => {
  test('for the same agency stays the same chat: its cards live on', async () => {
    const first = await pairs('-1', agency('DAMKAR'))
    await city.fire()
    const again = await pairs('-1', agency('DAMKAR'))
    expect(again.id).toBe(first.id)
    expect(await city.presses(city.platform.sees('-1', 'SMG-'), 'Kami tangani')).toMatchObject({ kind: 'done' })
  })

  test('for another agency shows nothing of the first one, and its old buttons are dead', async () => {
    await pairs('-1', agency('DAMKAR'))
    const shown = await city.fire()
    const card = city.platform.sees('-1', shown.number)
    city.platform.fails('send', new Temporary('x'), { chat: '-1' })
    const waiting = await city.fire()
    await pairs('-1', agency('PLN'))
    await city.forward('60s', '10s')
    expect(city.platform.count('-1', waiting.number)).toBe(0)
    expect(await city.toPhone(waiting.id)).toContain('DAMKAR unreachable')
    expect(await city.presses(card, 'Kami tangani')).toMatchObject({ refusal: { code: 'otherChat' } })
    expect((await city.assignment(shown.id, 'DAMKAR')).status).toBe('notified')
    await city.fire('PLN lead')
    expect(city.platform.sees('-1', 'PLN, OPD utama')).toBeDefined()
  })

  test('for another centre belongs to that one only', async () => {
    await city.stores.directory.putCentre({ code: 'CLG', name: 'CLG', timeZone: 'Asia/Jakarta', profile: 'cilegon' })
    await pairs('-1', agency('DAMKAR'))
    ok(await types(await codeFor(agency('DAMKAR'), 'CLG'), '-1'))
    expect(await city.stores.chats.list('SMG')).toEqual([])
    const { id } = await city.fire()
    expect(city.platform.in('-1')).toEqual([])
    expect(await city.toPhone(id)).toEqual(['DAMKAR unreachable'])
  })
})

describe('an agency', () => {
  test('with two chats gets its alerts in the one that was paired last and works', async () => {
    await pairs('old', agency('DAMKAR'))
    await city.forward('1s')
    await pairs('new', agency('DAMKAR'))
    await city.fire()
    expect([city.platform.in('old').length, city.platform.in('new').length]).toEqual([0, 1])
    await city.app.chats.chatHealth('telegram', { chat: 'new' }, { ok: false, detail: 'kicked' })
    await city.fire()
    expect([city.platform.in('old').length, city.platform.in('new').length]).toEqual([1, 1])
  })

  test('that joins late gets every alert that waits for it, once', async () => {
    const first = await city.fire()
    const second = await city.fire()
    expect(await city.toPhone(first.id)).toEqual(['DAMKAR unreachable'])
    await pairs('-1', agency('DAMKAR'))
    for (const { id, number } of [first, second]) {
      expect(city.platform.count('-1', number)).toBe(1)
      expect(await city.toPhone(id)).toEqual([])
    }
    await pairs('-1', agency('DAMKAR'))
    expect(city.platform.in('-1')).toHaveLength(2)
  })

  test('that joins late gets nothing of what is over, and nothing that it was told by phone', async () => {
    const over = await city.fire()
    await city.forgets(over)
    const told = await city.fire()
    const [task] = (await city.incident(told.id)).phoneTasks
    ok(await city.app.incidents.recordPhoneTask(city.sender(), told.id, task?.id ?? '', { outcome: 'accepted' }))
    await pairs('-1', agency('DAMKAR'))
    expect(city.platform.in('-1')).toEqual([])
  })

  test('whose chat is back gets the alert that failed there', async () => {
    const chat = await pairs('-1', agency('DAMKAR'))
    city.platform.fails('send', new Permanent('403 kicked'), { chat: '-1', times: 2 })
    const { id, number } = await city.fire()
    for (const health of [{ ok: false, detail: 'kicked' }, { ok: true }, { ok: true }] as const) {
      await city.app.chats.chatHealth('telegram', { chat: '-1' }, health)
    }
    await city.settles()
    expect(city.platform.count('-1', number)).toBe(0)
    await city.app.chats.chatHealth('telegram', { chat: '-1' }, { ok: true })
    await city.settles()
    expect(city.platform.count('-1', number)).toBe(1)
    expect(await city.toPhone(id)).toEqual([])
    expect((await city.stores.chats.byId(chat.id))?.health).toEqual({ status: 'ok' })
  })

  test('whose chat is back while the alert still waits there sees it once', async () => {
    await pairs('-1', agency('DAMKAR'))
    city.platform.fails('send', new Temporary('x'), { chat: '-1', times: 2 })
    const { number } = await city.fire()
    await city.app.chats.chatHealth('telegram', { chat: '-1' }, { ok: false, detail: 'restricted' })
    await city.app.chats.chatHealth('telegram', { chat: '-1' }, { ok: true })
    await city.forward('10s', '1s')
    expect(city.platform.count('-1', number)).toBe(1)
  })
})

describe('a group that gets a new id', () => {
  test('sees its open cards anew, once; the numbers of its old messages mean nothing any more', async () => {
    await pairs('-1', agency('DAMKAR'))
    const over = await city.fire()
    await city.forgets(over)
    const { id, number } = await city.fire()
    await city.presses(city.platform.sees('-1', number), 'Kami tangani')
    const old = city.platform.sees('-1', number)
    for (let told = 0; told < 2; told += 1) {
      await city.app.chats.chatMoved('telegram', { chat: '-1' }, { chat: '-100' })
      await city.settles()
    }
    expect(city.platform.texts('-100')).toHaveLength(1)
    const card = city.platform.sees('-100', 'KAMI TANGANI – Budi')
    expect(await city.presses(card, 'Meluncur')).toMatchObject({ kind: 'done' })
    expect(card.message.content.text).toContain('MELUNCUR')
    expect(old.edits).toBe(1)
    const reply = { toMessageId: old.messageId, bytes: Uint8Array.of(1), caption: '', lines: {} }
    expect(await city.app.chats.photo('photo', city.person('-100', 'Budi'), reply)).toBeNull()
    expect((await city.assignment(id, 'DAMKAR')).status).toBe('enRoute')
  })

  test('while a card is edited goes on where it is now', async () => {
    await pairs('-1', agency('DAMKAR'))
    const { number } = await city.fire()
    city.platform.fails('edit', new ChatMoved('migrated', '-100'), { chat: '-1' })
    await city.presses(city.platform.sees('-1', number), 'Kami tangani')
    await city.forward('1s')
    expect(city.platform.texts('-100').map(text => text.includes('KAMI TANGANI'))).toEqual([true])
  })
})

describe('forum topics', () => {
  test('are chats of their own: each agency sees its own topic only', async () => {
    await pairs('-100', agency('DAMKAR'), 7)
    await pairs('-100', agency('PLN'), 9)
    await city.fire('DAMKAR lead', 'PLN')
    expect(
      city.platform
        .in('-100')
        .map(({ thread, message }) => [thread, message.content.text.includes('DAMKAR, OPD utama')]),
    ).toEqual([
      [7, true],
      [9, false],
    ])
    const [damkar] = city.platform.in('-100')
    if (!damkar) throw new Error('no card')
    expect(await city.presses({ ...damkar, thread: 9 }, 'Kami tangani')).toMatchObject({
      refusal: { code: 'otherChat' },
    })
    expect(await city.presses(damkar, 'Kami tangani')).toMatchObject({ kind: 'done' })
  })

  test('fall ill and move with their group', async () => {
    await pairs('-100', agency('DAMKAR'), 7)
    await pairs('-100', agency('PLN'), 9)
    await city.app.chats.chatHealth('telegram', { chat: '-100' }, { ok: false, detail: 'kicked' })
    const healths = async () => (await city.stores.chats.list('SMG')).map(({ health }) => health.status)
    expect(await healths()).toEqual(['down', 'down'])
    await city.app.chats.chatMoved('telegram', { chat: '-100' }, { chat: '-200' })
    const addresses = (await city.stores.chats.list('SMG')).map(({ address }) => address)
    expect(addresses).toEqual([
      { chat: '-200', thread: 7 },
      { chat: '-200', thread: 9 },
    ])
  })
})
