import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placesCsv } from '../../src/admin-api/export/places-csv.ts'
import { readPlaces } from '../../src/admin-api/import/read-places.ts'
import { placeKey } from '../../src/application/places/merge-places.ts'
import { type Place, placeKinds } from '../../src/application/ports/places.ts'

const word = fc
  .string({ unit: fc.constantFrom('a', 'B', ' ', '=', "'", '-', ';', ',', '"', 'é'), minLength: 1, maxLength: 12 })
  .map(text => text.trim())
  .filter(text => text !== '')
const area = fc.option(word)
const degrees = (min: number, max: number) => fc.integer({ min, max }).map(millionths => millionths / 1e6)
const place: fc.Arbitrary<Place> = fc
  .record({
    name: word,
    kind: fc.constantFrom(...placeKinds),
    otherNames: fc.array(word, { maxLength: 3 }),
    lat: fc.oneof(degrees(-11_000_000, 6_000_000), degrees(-9, 9)),
    lng: degrees(95_000_000, 141_000_000),
    kecamatan: area,
    kelurahan: area,
  })
  .map(found => ({
    ...found,
    kecamatan: found.kind === 'kecamatan' ? null : found.kecamatan,
    kelurahan: found.kind === 'kecamatan' || found.kind === 'kelurahan' ? null : found.kelurahan,
  }))

test('what is exported is read again as it was, formulas and the equator too', () => {
  fc.assert(
    fc.property(fc.uniqueArray(place, { selector: placeKey, maxLength: 6 }), places => {
      expect(readPlaces(placesCsv(places))).toEqual({ rows: places.length, places, faults: [] })
    }),
  )
})
