import { describe, expect, test } from 'vitest'
import type { IncidentView } from '../../src/application/views.ts'
import { type City, ok, oneCity, planOf } from './support/city.ts'

let city: City
const over: IncidentView[] = []

/** A centre with an archive: twelve incidents over two days, the newest first in `over`. */
oneCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR')
  for (let n = 1; n <= 12; n += 1) {
    const { id, calls } = await city.located()
    const words = `Gudang ${n % 2 ? 'ganjil' : 'genap'} nomor ${n}`
    ok(await city.app.incidents.answerIntake(city.sender(), id, { landmark: { known: words } }))
    await city.forgets({ ...(await city.incident(id)), calls })
    over.unshift(await city.incident(id))
    city.clock.adopt({ machine: city.machine.t, service: city.clock.now() + 7_200_000, rate: 1 })
  }
})

const numbers = (incidents: { number: string }[]) => incidents.map(({ number }) => number)
const archive = async (words: string, limit = 50, before?: number) =>
  numbers(await city.app.queries.archive('SMG', { words, limit, ...(before === undefined ? {} : { before }) }))

describe('the archive', () => {
  test('shows what is over, the newest first', async () => {
    expect(await archive('')).toEqual(numbers(over))
  })

  test('finds by the beginning of a number, whatever the case', async () => {
    expect(await archive('smg-260105')).toEqual(numbers(over).filter(number => number.startsWith('SMG-260105')))
    expect(await archive(over[3]?.number ?? '')).toEqual([over[3]?.number])
    expect(await archive('SMG-999')).toEqual([])
  })

  test('finds by words, all of them, each by its beginning', async () => {
    const even = over.filter(({ intake }) => JSON.stringify(intake.landmark).includes('genap'))
    expect(await archive('gudang gen')).toEqual(numbers(even))
    expect(await archive('  GENAP   gudang ')).toEqual(numbers(even))
    expect(await archive('gudang istana')).toEqual([])
    expect(await archive('rahasia')).toEqual(numbers(over))
  })

  test('goes on page by page, also by words', async () => {
    const seen: string[] = []
    for (let before: number | undefined; ; ) {
      const page = await city.app.queries.archive('SMG', {
        words: 'gudang',
        limit: 5,
        ...(before === undefined ? {} : { before }),
      })
      seen.push(...numbers(page))
      before = page.at(-1)?.openedAt
      if (page.length < 5) break
    }
    expect(seen).toEqual(numbers(over))
  })

  test('takes any words for words', async () => {
    for (const words of ['.*', '$where', '(', '\\', '{"$gt":""}', '"', '%', ' ']) {
      expect(await archive(words.padEnd(3)), words).toEqual(words.trim() === '' ? numbers(over) : [])
    }
  })
})

describe('nothing', () => {
  test('of one centre is shown in another', async () => {
    const open = await city.located()
    for (const list of [
      await city.app.queries.incidents('CLG'),
      await city.app.queries.calls('CLG', { openOnly: false, limit: 50 }),
      await city.app.queries.archive('CLG', { words: '', limit: 50 }),
      await city.app.queries.archive('CLG', { words: 'gudang', limit: 50 }),
      await city.app.queries.archive('CLG', { words: over[0]?.number ?? '', limit: 50 }),
    ]) {
      expect(list).toEqual([])
    }
    expect(numbers(await city.app.queries.incidents('SMG'))).toEqual([open.number])
    await city.stores.directory.putCentre({ code: 'CLG', name: 'CLG', timeZone: 'Asia/Jakarta', profile: 'cilegon' })
    const from = city.sender()
    const phone = '+62 000 777'
    const there = ok(await city.app.calls.open(from, { centre: 'CLG', callId: 'clg-1', phone, name: null }))
    expect(there.history).toEqual([])
    await city.forgets(open)
  })

  test('is missing from a list of many', async () => {
    const opened = await Promise.all(Array.from({ length: 40 }, () => city.rings(null)))
    const all = await city.app.queries.calls('SMG', { openOnly: true, limit: 100 })
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(opened.map(({ id }) => id)))
    expect(await city.app.queries.calls('SMG', { openOnly: true, limit: 7 })).toHaveLength(7)
  })
})

describe('an incident on the page', () => {
  test('says how each alert travels, what may be recorded, and what is asked next', async () => {
    const { id, allowed, missing } = await city.located()
    expect([...allowed].sort()).toEqual(['cancel', 'dispatch', 'handOver', 'merge', 'setPriority', 'submit'])
    expect(missing).toEqual(['c', 'e', 'f', 'g', 'h'])
    const sent = ok(
      await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead', 'PLN', 'POLRES inform'])),
    )
    expect(sent.assignments.map(({ agency, delivery }) => `${agency} ${delivery}`)).toEqual([
      'DAMKAR waiting',
      'PLN failed',
      'POLRES failed',
    ])
    await city.settles()
    const view = await city.incident(id)
    expect(view.assignments.map(({ delivery, required }) => [delivery, required])).toEqual([
      ['sent', true],
      ['failed', true],
      ['failed', false],
    ])
    expect(view.phoneTasks.map(({ agency, phone }) => [agency, phone])).toEqual([
      ['PLN', '+62 000 300'],
      ['POLRES', '+62 000 600'],
    ])
    expect(view.proposal.agencies.find(({ agency }) => agency === 'DAMKAR')?.channel).toBe('ok')
    expect(view.proposal.agencies.find(({ agency }) => agency === 'PLN')?.channel).toBe('none')
  })

  test('that does not exist is null', async () => {
    expect(await city.app.queries.incident('i-none')).toBeNull()
    expect(await city.app.queries.call('none')).toBeNull()
    const unknown = await city.app.incidents.submitIntake(city.sender(), 'i-none')
    expect(unknown).toMatchObject({ refusal: { code: 'notFound' } })
  })
})
