import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Edition } from '../../src/application/ports/editions.ts'
import type { Place } from '../../src/application/ports/places.ts'
import { system } from '../../src/dispatch/vocabulary.ts'
import { t0 } from './builders.ts'
import { startTestStores, type TestStores, winners } from './support.ts'

let db: TestStores
beforeAll(async () => {
  db = await startTestStores()
})
afterAll(() => db.stop())

const town = (count: number, name = 'Jalan'): Place[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{
      name: `${name} ${n}`,
      kind: 'street',
      otherNames: [],
      lat: -6.9,
      lng: 110.4,
      kecamatan: 'Genuk',
      kelurahan: null,
    },
  }))
const edition = (centre: string, number: number, items: readonly unknown[], load = 'a'): Edition => ({
  ...{ centre, edition: number, load, count: items.length, at: t0, by: system, approximate: false },
})

test('a centre has no edition, then one, whole and in its order', async () => {
  const { places } = db.stores
  expect(await places.head('SMG')).toBeNull()
  expect(await places.current('SMG')).toBeNull()
  const items = town(2_500)
  const first = edition('SMG', 1, items)
  expect(await places.replace(first, items)).toBe(true)
  expect(await places.head('SMG')).toEqual(first)
  expect(await places.current('SMG')).toEqual({ edition: first, items })
  expect(await places.current('CLG')).toBeNull()
})

test('whoever reads while editions follow each other reads one of them whole', async () => {
  const { places } = db.stores
  await places.replace(edition('CLG', 1, town(1_200)), town(1_200))
  let writing = true
  const write = async () => {
    for (let number = 2; number <= 12; number += 1) {
      const items = town(1_200 + number, `Edisi ${number}`)
      expect(await places.replace(edition('CLG', number, items, `load ${number}`), items)).toBe(true)
    }
    writing = false
  }
  const read = async () => {
    while (writing) {
      const found = await places.current('CLG')
      const names = new Set(found?.items.map(({ name }) => name.replace(/ \d+$/, '')))
      expect([found?.items.length, names.size]).toEqual([found?.edition.count, 1])
    }
  }
  await Promise.all([write(), read(), read()])
  expect((await places.head('CLG'))?.edition).toBe(12)
})

test('of several imports at once one wins, and the winner is what everybody reads', async () => {
  const { places } = db.stores
  const own = (n: number) => town(1_100, `Impor ${n}`)
  const won = await winners(5, n => places.replace(edition('SMG', 2, own(n), `load ${n}`), own(n)))
  expect(won).toBe(1)
  const found = await places.current('SMG')
  const winner = Number(found?.edition.load.replace('load ', ''))
  expect(found?.items).toEqual(own(winner))
})

test('an edition that does not follow the present one is refused, also when it is sent again', async () => {
  const { places } = db.stores
  const items = town(3)
  expect(await places.replace(edition('SMG', 7, items), items)).toBe(false)
  expect(await places.replace(edition('SMG', 1, items), items)).toBe(false)
  expect((await places.head('SMG'))?.edition).toBe(2)
})
