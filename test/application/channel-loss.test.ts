import { expect, test } from 'vitest'
import { EditClosed, Temporary } from '../../src/application/ports/channel.ts'
import { type City, eachCity, ok } from './support/city.ts'
import { Platform } from './support/platform.ts'

let city: City
let whatsApp: Platform
/** whether anything can go out there now */
let ready = true

/** PLN is on WhatsApp, DAMKAR on both, DINKES on Telegram; Siti supervises and Ana administers, on Telegram. */
eachCity(async found => {
  city = found
  whatsApp = new Platform()
  ready = true
  city.restarts({
    channels: new Map([
      ['telegram', city.platform.channel],
      ['whatsapp', { ...whatsApp.channel, name: 'whatsapp', ready: () => ready }],
    ]),
  })
  await city.pairsAgencies('DAMKAR', 'DINKES')
  for (const agency of ['PLN', 'DAMKAR']) {
    await city.pairs(`${agency}-wa`, { kind: 'agency', agency }, { channel: 'whatsapp' })
  }
  for (const [name, role] of [
    ['siti', 'supervisor'],
    ['ana', 'administrator'],
  ] as const) {
    await city.pairs(name, { kind: 'user', user: await city.hires(name, true, role) })
  }
})

const loses = async (outage = 'o1') => {
  await city.app.work.channelLost('whatsapp', outage)
  await city.settles()
}
const plnOf = async (id: string) => (await city.assignment(id, 'PLN')).id
const answers = async (id: string) => {
  ok(await city.app.incidents.recordAction(city.sender(), id, await plnOf(id), { action: 'acknowledge' }))
  await city.settles()
}
/** PLN works it off by radio, and its report is accepted: it can be closed. */
const reports = async (id: string) => {
  const [pln, { incidents }] = [await plnOf(id), city.app]
  for (const action of ['acknowledge', 'arrive', 'clear'] as const) {
    ok(await incidents.recordAction(city.sender(), id, pln, { action }))
  }
  ok(await incidents.recordReport(city.sender(), id, pln, { outcome: 'handled', text: 'Beres' }))
  ok(await incidents.acceptReport(city.sender(), id, pln))
  await city.settles()
}
const news = (chat: string) => city.platform.texts(chat).filter(text => text.includes('SALURAN'))

test('a channel that is lost: whoever has the alert there is phoned at once, administrators and supervisors are told', async () => {
  const { id } = await city.fire('DAMKAR lead', 'PLN', 'DINKES')
  expect(whatsApp.texts('PLN-wa')).toHaveLength(1)
  expect(await city.toPhone(id)).toEqual([])
  await loses()
  expect(await city.toPhone(id)).toEqual(['PLN unanswered'])
  expect(news('siti')).toEqual([expect.stringContaining('saluran whatsapp terputus')])
  expect(news('ana')).toHaveLength(1)
  await loses()
  expect(await city.toPhone(id)).toEqual(['PLN unanswered'])
  expect(news('ana')).toHaveLength(1)
})

test('an agency that has answered, or is reached elsewhere, is left alone', async () => {
  const { id } = await city.fire('DAMKAR lead', 'PLN')
  const [shown] = whatsApp.in('PLN-wa')
  if (!shown) throw new Error('no card')
  const from = { ...city.person('PLN-wa', 'Wati'), channel: 'whatsapp' as const }
  const token = (await city.stores.deliveries.forIncident(id)).find(({ chat }) => chat.endsWith('PLN-wa'))?.token ?? ''
  await city.app.chats.press('wa-1', from, { token, verb: 'acknowledge', messageId: shown.messageId })
  await city.settles()
  await loses()
  expect(await city.toPhone(id)).toEqual([])
})

test('news that waits in a channel that is lost is phoned at once; when it comes through after all, nobody need phone', async () => {
  const { id } = await city.fire('PLN lead')
  await answers(id)
  ready = false
  ok(await city.app.incidents.answerIntake(city.sender(), id, { location: { known: 'Jl. Pemuda 1' } }))
  await city.settles()
  expect(await city.toPhone(id)).toEqual([])
  await city.forward('1m')
  await loses()
  expect(await city.toPhone(id)).toEqual(['PLN update'])
  ready = true
  await city.app.work.channelBack('whatsapp')
  await city.forward('1s')
  expect(whatsApp.texts('PLN-wa').filter(text => text.includes('PEMBARUAN'))).toHaveLength(1)
  expect(await city.toPhone(id)).toEqual([])
})

test('a notice of the end that waits in a channel that is lost holds up no archive, nor does one of later', async () => {
  const [before, after] = [await city.fire('PLN lead'), await city.fire('PLN lead')]
  for (const { id } of [before, after]) await reports(id)
  ready = false
  ok(await city.app.incidents.close(city.sender(), before.id))
  await city.settles()
  expect((await city.incident(before.id)).status).toBe('closed')
  await loses()
  ok(await city.app.incidents.close(city.sender(), after.id))
  await city.settles()
  for (const { id } of [before, after]) {
    expect((await city.incident(id)).status).toBe('archived')
    expect(await city.toPhone(id)).toEqual(['PLN closure'])
  }
})

test('while it is lost, a new alert goes to the next contact at once; when it is back, the waiting alert comes', async () => {
  whatsApp.fails('send', new Temporary('not linked'), { times: Number.POSITIVE_INFINITY })
  await loses()
  const { id } = await city.fire('PLN lead')
  expect(await city.toPhone(id)).toEqual(['PLN unreachable'])
  whatsApp.heals()
  await city.app.work.channelBack('whatsapp')
  await city.forward('2s')
  await city.settles()
  expect(whatsApp.texts('PLN-wa')).toHaveLength(1)
  expect(news('ana')).toEqual([expect.stringContaining('🔴'), expect.stringContaining('🟢')])
})

test('a channel that mends itself for a moment: nobody is phoned, no try is counted, and the alert comes before its reminder', async () => {
  ready = false
  const { id } = await city.fire('PLN lead')
  for (let second = 0; second < 20; second++) await city.forward('1s')
  expect(whatsApp.requests).toEqual([])
  expect(await city.toPhone(id)).toEqual([])
  ready = true
  await city.forward('1s')
  expect(whatsApp.texts('PLN-wa')).toHaveLength(1)
  expect(whatsApp.texts('PLN-wa')[0]).not.toContain('ULANG')
  await city.forward('4m')
  const [alert, ...later] = whatsApp.texts('PLN-wa')
  expect(alert).toContain('BELUM DIJAWAB')
  expect(later.filter(text => text.includes('PENGINGAT'))).not.toEqual([])
})

test('a card that is too old to edit: the news comes once, quoting it, and is what later news edits', async () => {
  const { id } = await city.fire('PLN lead')
  const [card] = whatsApp.in('PLN-wa')
  if (!card) throw new Error('no card')
  whatsApp.fails('edit', new EditClosed('older than fifteen minutes'), { messageId: card.messageId, times: 99 })
  const change = async (condition: string) => {
    await city.app.incidents.answerIntake(city.sender(), id, { condition: { known: condition } })
    await city.settles()
  }
  await change('Asap tebal')
  const [, follow, ...more] = whatsApp.in('PLN-wa')
  expect(more).toEqual([])
  expect(follow?.message.replyTo).toBe(card.messageId)
  expect(follow?.message.content.text).toContain('Asap tebal')
  await change('Api padam')
  expect(whatsApp.in('PLN-wa')).toHaveLength(2)
  expect(whatsApp.in('PLN-wa')[1]?.message.content.text).toContain('Api padam')
})
