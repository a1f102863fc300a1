import { describe, expect, test } from 'vitest'
import { Permanent } from '../../src/application/ports/channel.ts'
import { type Delivery, lanes } from '../../src/application/ports/deliveries.ts'
import { stormThresholds } from '../../src/dispatch/storm/storm.ts'
import { type City, eachCity, ok, planOf } from './support/city.ts'

/** A storm over the city: many incidents within minutes, told by what the groups were shown. */

const groups = ['DAMKAR', 'DINKES', 'PLN', 'POLRES', 'PMI'] as const
const incidents = 60

let city: City
let ids: string[]
eachCity(async made => {
  city = made
  ids = []
  await city.pairsAgencies(...groups)
  const supervisor = await city.hires('pengawas', true)
  await city.pairs('PENGAWAS', { kind: 'user', user: supervisor })
  await city.pairs('RUANG', { kind: 'supervisorsChat' })
})

const group = (index: number): string => groups[index % groups.length] ?? 'DAMKAR'

/** How many incidents come in one breath. */
const breath = 10

/** Incidents a second apart, each for one agency in turn. Returns their numbers, by agency. */
const strikes = async (count: number): Promise<Map<string, string[]>> => {
  const numbers = new Map<string, string[]>(groups.map(agency => [agency, []]))
  for (let index = 0; index < count; index++) {
    const { id, number } = await city.located()
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf([`${group(index)} lead`])))
    ids.push(id)
    numbers.get(group(index))?.push(number)
    if (index % breath === breath - 1) await city.forward(`${breath}s`)
  }
  await city.settles()
  return numbers
}

const supervisorChats = ['PENGAWAS', 'RUANG']

/** What each delivery of the storm's incidents came to. */
const deliveries = async (): Promise<Delivery[]> => {
  const all = await Promise.all(ids.map(id => city.stores.deliveries.forIncident(id)))
  return all.flat()
}

const textOf = (chat: string, messageId: string | undefined): string =>
  city.platform.in(chat).find(shown => shown.messageId === messageId)?.message.content.text ?? ''

test('a storm: every alert by itself, few words to the supervisors, nothing lost, and it ends', async () => {
  const numbers = await strikes(incidents)
  for (const agency of groups) {
    for (const number of numbers.get(agency) ?? []) expect(city.platform.count(agency, number)).toBeGreaterThan(0)
  }

  // nobody answers: limits pass, agencies are to be phoned, each would ping the supervisors again and again
  await city.forward('14m', '60s')
  for (const chat of supervisorChats) {
    const board = city.platform.sees(chat, 'MODE BADAI')
    expect(board.message.content.text).toContain(`Kejadian terbuka: ${incidents}`)
    expect(city.platform.in(chat).length).toBeLessThan(20)
  }
  const told = await deliveries()
  const pings = told.filter(({ content }) => content.kind === 'clockPing' || content.kind === 'helpPing')
  expect(pings.length).toBeGreaterThan(incidents)
  for (const { content, status } of told) if (content.kind === 'alert') expect(status).toBe('sent')

  // every incident is called off: the storm has nothing left to say
  for (const id of ids) ok(await city.app.incidents.cancel(city.sender(), id, 'selesai'))
  await city.settles()
  await city.forward('12m', '60s')
  for (const chat of supervisorChats) expect(city.platform.count(chat, 'Pesan peringatan')).toBe(0)
  for (const chat of supervisorChats) expect(city.platform.count(chat, 'Peringatan kembali dikirim')).toBe(1)
  expect(await city.stores.storms.of(city.centre)).toMatchObject({ most: incidents, closed: true })

  // whatever was not sent by itself stands in a message that was, with its number where the message is a list
  const settled = await deliveries()
  expect(settled.filter(({ status }) => status !== 'sent' && status !== 'digested')).toEqual([])
  for (const { chat, content, digest } of settled.filter(({ status }) => status === 'digested')) {
    const by = await city.stores.deliveries.byId(digest ?? '')
    expect(by?.status).toBe('sent')
    if (by?.content.kind !== 'digest' || !('incident' in content)) continue
    const incident = await city.incident(content.incident)
    expect(textOf(chat.slice(city.centre.length + 1), by.messageId)).toContain(incident.number)
  }
  expect(city.errors()).toEqual([])
}, 400_000)

test('below the threshold everything comes by itself', async () => {
  await strikes(stormThresholds.begins - 1)
  expect(city.platform.count('PENGAWAS', 'MODE BADAI')).toBe(0)
}, 60_000)

test('an alert that pacing holds back for a minute also takes its next rung, and still goes out, without any queue', async () => {
  await city.pairs('PIKET', { kind: 'contact', agency: 'PLN', duty: 'dutyOfficer' })
  const group = `${city.centre}:PLN`
  let held = true
  city.restarts({
    pacing: {
      slot: async chat => (held && chat === group ? 5_000 : 0),
      pause: async () => undefined,
      waiting: async () => new Set(),
      quiet: async () => true,
    },
    wakeUps: { chat: () => undefined, inbox: () => undefined, relay: () => undefined, due: () => undefined },
  })
  const sweepOnly = async (span: string): Promise<void> => {
    await city.forward(span)
    for (const chat of await city.stores.deliveries.chatsWaiting(city.machine.now(), 100)) {
      await city.app.work.drainChat(chat)
    }
  }
  const { id } = await city.located()
  ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['PLN lead'])))
  await sweepOnly('59s')
  expect(city.platform.in('PIKET')).toEqual([])
  await sweepOnly('2s')
  expect(city.platform.in('PLN')).toEqual([])
  expect(city.platform.in('PIKET')).toHaveLength(1)
  held = false
  await sweepOnly('5s')
  expect(city.platform.in('PLN').length).toBe(1)
}, 60_000)

describe('what a board would have said', () => {
  const always = Number.POSITIVE_INFINITY
  const blocked = new Permanent('403 Forbidden: bot was blocked by the user')

  /** A storm is on in this centre, and its boards stand in their chats. */
  const storms = async (centre = city.centre): Promise<void> => {
    await city.stores.storms.begin(centre, { since: city.clock.now(), most: stormThresholds.begins }, null)
    await city.settles()
  }
  /** DAMKAR declines: a call for help, told to the supervisors. */
  const declines = async (): Promise<string> => {
    const { number } = await city.fire('DAMKAR lead')
    await city.presses(city.platform.sees('DAMKAR', number), 'Tidak bisa')
    await city.presses(city.platform.sees('DAMKAR', number), 'Tidak ada unit')
    return number
  }

  test('is read by whoever supervises two centres with one chat: each storm has its own board there', async () => {
    await city.stores.directory.putCentre({ code: 'CLG', name: '112', timeZone: 'Asia/Jakarta', profile: 'cilegon' })
    await city.pairs('PENGAWAS', { kind: 'user', user: `${city.centre}-pengawas` }, { centre: 'CLG' })
    await storms('CLG')
    const before = await declines()
    expect(city.platform.sees('PENGAWAS', before).message.content.text).not.toContain('MODE BADAI')
    await storms()
    const during = await declines()
    expect(city.platform.sees('PENGAWAS', during).message.content.text).toContain('MODE BADAI')
  })

  test('comes all the same where somebody deleted the board: it comes anew', async () => {
    await storms()
    await declines()
    city.platform.deletes(city.platform.sees('PENGAWAS', 'MODE BADAI'))
    // within the minutes in which a board does not ring again
    const number = await declines()
    await city.forward('15s')
    expect(city.platform.sees('PENGAWAS', 'MODE BADAI').message.content.text).toContain(number)
  })

  test('reaches the common chat where the only supervisor has blocked the bot, at the first send or at an edit', async () => {
    await storms()
    await declines()
    city.platform.fails('edit', blocked, { chat: 'PENGAWAS', times: always })
    city.platform.fails('send', blocked, { chat: 'PENGAWAS', times: always })
    // within the minutes in which a board does not ring again
    const number = await declines()
    await city.forward('15s')
    await city.settles()
    const rung = city.platform.in('RUANG').filter(({ message }) => message.content.text.includes(number))
    expect(rung.length).toBeGreaterThan(0)
    const pings = (await deliveriesOf(number)).filter(({ content }) => content.kind === 'helpPing')
    expect(pings.map(({ chat }) => chat)).toContain(`${city.centre}:RUANG`)
  })

  const deliveriesOf = async (number: string): Promise<Delivery[]> => {
    const open = await city.stores.incidents.list({ centre: city.centre, statuses: ['dispatched'], limit: 10 })
    return city.stores.deliveries.forIncident(open.find(one => one.number === number)?.id ?? '')
  }
})

test('a digest names what came due first, however much else is held: nothing turns in circles', async () => {
  await city.stores.storms.begin(city.centre, { since: city.clock.now(), most: stormThresholds.begins }, null)
  await city.settles()
  const { id, assignments } = await city.fire('PLN lead')
  const held = (n: number, createdAt: number, notBefore: number): Delivery => ({
    id: `held-${n}`,
    chat: `${city.centre}:PLN`,
    lane: lanes.aside,
    content: { kind: 'closure', incident: id, assignment: assignments[0]?.id ?? '' },
    status: 'queued',
    attempt: 0,
    doubtful: false,
    notBefore,
    createdAt,
  })
  const now = city.clock.now()
  const later = Array.from({ length: 45 }, (_, n) => held(n, now - 1_000, city.machine.now() + 60_000))
  await city.stores.deliveries.add([...later, held(45, now, 0)])
  await city.app.work.drainChat(`${city.centre}:PLN`)
  expect((await city.stores.deliveries.byId('held-45'))?.status).toBe('digested')
}, 20_000)
