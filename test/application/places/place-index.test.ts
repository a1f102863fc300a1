import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { trainingPlaces } from '../../../src/app/training/places/places.ts'
import { createPlaceIndex } from '../../../src/application/places/place-index.ts'
import { namingWords } from '../../../src/application/places/search-words.ts'
import type { Place } from '../../../src/application/ports/places.ts'

const places = trainingPlaces.SMG ?? []
const index = createPlaceIndex(places)
const names = (typed: string, limit = 3) => index.search(typed, limit).map(({ name }) => name)

describe('a place is found as callers say it', () => {
  it.each([
    ['kaligawe', ['Kaligawe', 'Jl. Raya Kaligawe', 'RSI Sultan Agung']],
    ['kaliga', ['Kaligawe', 'Jl. Raya Kaligawe', 'RSI Sultan Agung']],
    ['jl kaligawe', ['Jl. Raya Kaligawe']],
    ['jalan raya kaligawe', ['Jl. Raya Kaligawe']],
    ['kel. Kaligawe', ['Kaligawe']],
    ['kec ngaliyan', ['Ngaliyan']],
    ['SILAYUR', ['Turunan Silayur']],
    ['tanjakan silayur', ['Turunan Silayur']],
    ['psr karangayu', ['Pasar Karangayu']],
    ['profesor hamka', ['Jl. Prof. Hamka']],
    ['prof hamka', ['Jl. Prof. Hamka']],
    ['sudirman jend', ['Jl. Jend. Sudirman']],
    ['tlogosari pedurungan', ['Tlogosari Kulon']],
    ['Stasiún Tàwang', ['Stasiun Tawang']],
  ])('%s', (typed, expected) => {
    expect(names(typed, expected.length)).toEqual(expected)
  })

  it.each([
    ['a letter missing', 'kaligwe', 'Kaligawe'],
    ['a letter too many', 'kaliigawe', 'Kaligawe'],
    ['a wrong letter', 'kaligave', 'Kaligawe'],
    ['two in the wrong order', 'kalgiawe', 'Kaligawe'],
    ['a slip in a beginning', 'tmabakl', 'Dermaga Tambaklorok'],
    ['a slip in each word', 'simpnag limma', 'Simpang Lima'],
  ])('%s: %s', (_, typed, expected) => {
    expect(names(typed)[0]).toBe(expected)
  })

  it.each(['', '   ', '!!', 'zzz', 'kaligawe surabaya', 'xx', '\u202E\u0000'])('"%s" finds nothing', typed => {
    expect(names(typed)).toEqual([])
  })
})

describe('laws of the search', () => {
  const letters = fc
    .array(fc.constantFrom(...'abcdeiou'.split('')), { minLength: 4, maxLength: 9 })
    .map(all => all.join(''))
  const somePlace: fc.Arbitrary<Place> = fc.record({
    name: fc.array(letters, { minLength: 1, maxLength: 3 }).map(words => words.join(' ')),
    kind: fc.constantFrom('kelurahan', 'street', 'landmark', 'kecamatan'),
    otherNames: fc.array(letters, { maxLength: 2 }),
    lat: fc.constant(-6.9),
    lng: fc.constant(110.4),
    kecamatan: fc.option(letters),
    kelurahan: fc.option(letters),
  })
  const town = fc.array(somePlace, { minLength: 1, maxLength: 30 })

  it('finds every place by the beginnings of its words, in any order and any writing', () => {
    fc.assert(
      fc.property(town, fc.nat(), fc.integer({ min: 2, max: 9 }), (all, pick, length) => {
        const place = all[pick % all.length] as Place
        const typed = namingWords(place.name).map(word => word.slice(0, length).toUpperCase())
        expect(createPlaceIndex(all).search(typed.reverse().join(', '), all.length)).toContain(place)
      }),
    )
  })

  it('finds it with one error in a word, unless what was typed fits another place as it is', () => {
    fc.assert(
      fc.property(town, fc.nat(), fc.nat(), fc.constantFrom(...'xyz'.split('')), (all, pick, at, letter) => {
        const place = all[pick % all.length] as Place
        const [word = ''] = namingWords(place.name)
        const typed = word.slice(0, at % word.length) + letter + word.slice((at % word.length) + 1)
        expect(createPlaceIndex(all).search(typed, all.length)).toContain(place)
      }),
    )
  })

  it('never finds more than was asked for, nor anything twice', () => {
    fc.assert(
      fc.property(town, fc.string(), fc.integer({ min: 1, max: 10 }), (all, typed, limit) => {
        const found = createPlaceIndex(all).search(typed, limit)
        expect(found.length).toBeLessThanOrEqual(limit)
        expect(new Set(found).size).toBe(found.length)
      }),
    )
  })
})
