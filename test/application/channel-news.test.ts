import { describe, expect, test } from 'vitest'
import { Permanent } from '../../src/application/ports/channel.ts'
import { type City, eachCity, ok } from './support/city.ts'
import { Mortal } from './support/crashes.ts'

let city: City
const always = Number.POSITIVE_INFINITY

/** Siti supervises, Ana administers, Oka operates: each with a private chat. */
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'PLN')
  for (const [name, role] of [
    ['siti', 'supervisor'],
    ['ana', 'administrator'],
    ['oka', 'operator'],
  ] as const) {
    await city.pairs(name, { kind: 'user', user: await city.hires(name, false, role) })
  }
})

const out = { ok: false, detail: 'bot dikeluarkan' } as const
const membership = async (chat: string, now: { ok: true } | { ok: false; detail: string }) => {
  await city.app.chats.chatHealth('telegram', { chat }, now)
  await city.settles()
}
const news = (chat: string) => city.platform.texts(chat).filter(text => text.includes('SALURAN'))
const counts = (...chats: string[]) => chats.map(chat => news(chat).length)

describe('a chat that cannot be reached', () => {
  test('is told before any send fails, to administrators and supervisors, once; and once when it is back', async () => {
    await membership('DAMKAR', out)
    await membership('DAMKAR', out)
    expect(counts('siti', 'ana', 'oka', 'DAMKAR')).toEqual([1, 1, 0, 0])
    expect(news('ana')[0]).toMatch(/^🔴 SALURAN PUTUS – 112 SMG\n• grup DAMKAR \(DAMKAR\): bot dikeluarkan\n/)
    await membership('DAMKAR', { ok: true })
    expect(news('ana')[1]).toBe('🟢 SALURAN PULIH – 112 SMG\n• grup DAMKAR (DAMKAR)')
    await city.forward('10m', '60s')
    expect(counts('siti', 'ana')).toEqual([2, 2])
    await membership('DAMKAR', out)
    expect(counts('siti', 'ana')).toEqual([3, 3])
  })

  test('is told once however many alerts fail there', async () => {
    city.platform.fails('send', new Permanent('403 Forbidden: bot was kicked'), { chat: 'DAMKAR', times: always })
    await city.fire()
    await city.fire()
    expect(counts('siti', 'ana')).toEqual([1, 1])
    expect(news('siti')[0]).toContain('grup DAMKAR (DAMKAR): 403 Forbidden: bot was kicked')
    city.platform.heals()
    await city.fire()
    expect(news('siti')[1]).toContain('🟢')
    expect(counts('siti', 'ana')).toEqual([2, 2])
  })

  test('together with others is one message', async () => {
    await city.app.chats.chatHealth('telegram', { chat: 'DAMKAR' }, out)
    await city.app.chats.chatHealth('telegram', { chat: 'PLN' }, out)
    await city.settles()
    expect(counts('siti', 'ana')).toEqual([1, 1])
    for (const line of ['(2)', 'grup DAMKAR', 'grup PLN']) expect(news('siti')[0]).toContain(line)
  })

  test('and is well again before anybody was told is no news', async () => {
    await city.app.chats.chatHealth('telegram', { chat: 'DAMKAR' }, out)
    await city.app.chats.chatHealth('telegram', { chat: 'DAMKAR' }, { ok: true })
    await city.settles()
    expect(counts('siti', 'ana')).toEqual([0, 0])
  })

  test('that is a supervisor’s own is told to the others', async () => {
    await membership('siti', { ok: false, detail: 'bot diblokir' })
    expect(counts('siti', 'ana')).toEqual([0, 1])
    expect(news('ana')[0]).toContain('chat pribadi petugas 112 (siti): bot diblokir')
  })

  test('is told in the supervisors’ common chat when no private one works', async () => {
    await city.pairs('supervisors', { kind: 'supervisorsChat' })
    for (const chat of ['siti', 'ana']) await city.stores.chats.unbind(`SMG:${chat}`)
    await membership('DAMKAR', out)
    expect(counts('supervisors')).toEqual([1])
  })

  test('is told although the process died at any step of telling', async () => {
    for (let k = 1; ; k += 1) {
      await city.app.chats.chatHealth('telegram', { chat: 'DAMKAR' }, out)
      const before = news('ana').length
      const mortal = new Mortal(k)
      city.restarts({ stores: mortal.stores(city.stores) })
      await city.settles().catch(error => {
        if (!mortal.dead) throw error
      })
      city.restarts()
      await city.forward('45s')
      const told = news('ana').slice(before)
      expect(told.filter(text => !text.includes('ULANG')).length, `step ${k}`).toBeLessThanOrEqual(1)
      expect(told.length, `step ${k}`).toBeGreaterThan(0)
      await membership('DAMKAR', { ok: true })
      if (!mortal.dead) return expect(k).toBeGreaterThan(4)
    }
  })

  test('that is back shows what changed meanwhile', async () => {
    const { id } = await city.fire()
    const { id: assignment } = await city.assignment(id, 'DAMKAR')
    city.platform.fails('edit', new Permanent('403'), { chat: 'DAMKAR', times: always })
    ok(await city.app.incidents.recordAction(city.sender(), id, assignment, { action: 'acknowledge' }))
    await city.settles()
    city.platform.heals()
    expect(city.platform.sees('DAMKAR', 'SMG-').message.content.text).toContain('BELUM DIJAWAB')
    await membership('DAMKAR', { ok: true })
    expect(city.platform.sees('DAMKAR', 'SMG-').message.content.text).toContain('KAMI TANGANI')
  })

  test('the group that it was left for (a move) is well', async () => {
    await membership('DAMKAR', { ok: false, detail: 'bot tidak ada lagi di sana' })
    await city.app.chats.chatMoved('telegram', { chat: 'DAMKAR' }, { chat: '-100' })
    await city.settles()
    expect((await city.stores.chats.byId('SMG:DAMKAR'))?.health).toEqual({ status: 'ok' })
  })
})
