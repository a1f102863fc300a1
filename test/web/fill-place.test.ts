import { expect, test } from 'vitest'
import type { PlaceView } from '../../src/admin-api/contract/index.ts'
import { fillPlace } from '../../src/web/places/fill-place.ts'

const kaligawe: PlaceView = {
  ...{ name: 'Jl. Raya Kaligawe', kind: 'street', otherNames: [], lat: -6.9565, lng: 110.4595 },
  ...{ kecamatan: 'Genuk', kelurahan: null },
}
const hospital: PlaceView = {
  ...{ name: 'RSI Sultan Agung', kind: 'landmark', otherNames: [], lat: -6.9555, lng: 110.4612 },
  ...{ kecamatan: 'Genuk', kelurahan: 'Terboyo Kulon' },
}
const filled = {
  point: { known: { lat: -6.9565, lng: 110.4595, accuracyMetres: 500 } },
  location: { known: 'Kec. Genuk' },
  address: { known: 'Jl. Raya Kaligawe' },
}

test('a place fills what has no answer yet, and what was typed to find it', () => {
  expect(fillPlace(kaligawe, 'address', { address: { known: 'kaliga' } }, {})).toEqual({ set: filled, offered: {} })
})

test('what the operator answered stays, and the place is only offered', () => {
  const point = { known: { lat: -6.95, lng: 110.46, accuracyMetres: 10 } }
  const answers = { address: { known: 'kaliga' }, location: 'unknown' as const, point }
  expect(fillPlace(kaligawe, 'address', answers, {})).toEqual({
    set: { address: filled.address },
    offered: { location: filled.location, point: filled.point },
  })
  expect(fillPlace(kaligawe, 'address', { ...filled, address: { known: 'kali' } }, {}).offered).toEqual({})
})

test('what an earlier pick filled in is filled anew, what was changed since is not', () => {
  const { set, offered } = fillPlace(hospital, 'landmark', { ...filled, landmark: { known: 'rsi' } }, filled)
  expect(set).toEqual({
    point: { known: { lat: -6.9555, lng: 110.4612, accuracyMetres: 100 } },
    location: { known: 'Kel. Terboyo Kulon, Kec. Genuk' },
    landmark: { known: 'RSI Sultan Agung' },
  })
  expect(offered).toEqual({})
  const corrected = { ...filled, location: { known: 'Kec. Genuk, dekat tol' } }
  expect(fillPlace(hospital, 'landmark', corrected, filled).offered).toEqual({
    location: { known: 'Kel. Terboyo Kulon, Kec. Genuk' },
  })
})

test('a district says where, and no address', () => {
  const genuk: PlaceView = { ...kaligawe, name: 'Genuk', kind: 'kecamatan', kecamatan: null }
  expect(fillPlace(genuk, 'address', { address: { known: 'genuk' } }, {})).toEqual({
    set: { location: filled.location, point: { known: { lat: -6.9565, lng: 110.4595, accuracyMetres: 3_000 } } },
    offered: {},
  })
})
