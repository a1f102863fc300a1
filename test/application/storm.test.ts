import { expect, test } from 'vitest'
import type { Delivery } from '../../src/application/ports/deliveries.ts'
import { stormThresholds } from '../../src/dispatch/storm/storm.ts'
import { type City, eachCity, ok } from './support/city.ts'

/** A storm over the city: many incidents within minutes, told by what the groups were shown. */

const groups = ['DAMKAR', 'DINKES', 'PLN', 'POLRES', 'PMI'] as const
const incidents = 220

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

/** Incidents a second apart, each for one agency in turn. Returns their numbers, by agency. */
const strikes = async (count: number): Promise<Map<string, string[]>> => {
  const numbers = new Map<string, string[]>(groups.map(agency => [agency, []]))
  for (let index = 0; index < count; index++) {
    const { id, number } = await city.fire(`${group(index)} lead`)
    ids.push(id)
    numbers.get(group(index))?.push(number)
    await city.forward('1s')
  }
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
  await city.forward('14m', '20s')
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
  await city.forward('12m', '20s')
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
