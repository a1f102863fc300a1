import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { EditionView, OutlinesPreview, PlacesPreview } from '../../src/admin-api/contract/index.ts'
import { mapView, placesFound, surroundings } from '../../src/admin-api/contract/places.ts'
import type { Client } from './support/client.ts'
import { startApi, type TestApi } from './support/start-api.ts'
import { asIncident, fullIntake, incidentPath, openIncident, said } from './support/story.ts'

let api: TestApi
let administrator: Client
let operator: Client
beforeAll(async () => {
  api = await startApi()
  administrator = await api.as('administrator')
  operator = await api.as('operator')
})
afterAll(() => api.stop())

const admin = (centre = 'SMG') => `/api/admin/centres/${centre}`
const preview = async (csv: string, mode = 'add', centre = 'SMG'): Promise<PlacesPreview> => {
  const answer = await administrator.post(`${admin(centre)}/gazetteer/preview`, { csv, mode })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as PlacesPreview
}
const take = async (csv: string, mode = 'add', centre = 'SMG', key: string = randomUUID()) => {
  const { basedOn } = await preview(csv, mode, centre)
  return administrator.post(`${admin(centre)}/gazetteer`, { csv, mode, basedOn }, key)
}
const search = async (words: string, centre = 'SMG', who = operator) => {
  const answer = await who.post(`/api/centres/${centre}/places/search`, { words })
  return placesFound.parse(answer.body).places.map(({ name }) => name)
}

const town = [
  'jenis,nama,nama_lain,kelurahan,kecamatan,lat,lng',
  'jalan,Jl. Raya Kaligawe,Pantura,,Genuk,-6.9565,110.4595',
  'tempat,"RSI, Sultan Agung",RSI|Rumah sakit Islam,Terboyo Kulon,Genuk,-6.9555,110.4612',
  'kelurahan,Kaligawe,,,Gayamsari,-6.962,110.451',
].join('\n')

describe('a list of places', () => {
  test('is shown before it is taken over, is found at once, and a second import renews and adds', async () => {
    expect(await search('kaligawe')).toEqual([])
    const seen = await preview(town)
    expect(seen).toMatchObject({ rows: 3, added: 3, changed: 0, removed: 0, total: 3, faulty: 0, basedOn: 0 })
    expect(await search('kaligawe')).toEqual([])
    expect((await take(town)).status).toBe(200)
    expect(await search('kaligawe')).toEqual(['Kaligawe', 'Jl. Raya Kaligawe'])
    expect(await search('rumah sakit islm')).toEqual(['RSI, Sultan Agung'])
    expect(await search('kaligawe', 'CLG')).toEqual([])

    const more = 'jenis;nama;kecamatan;lat;lng\r\nkel;kaligawe;Gayamsari;-6,963;110,452\r\nkec;Genuk;;-6,96;110,48\r\n'
    expect(await preview(more)).toMatchObject({ added: 1, changed: 1, same: 0, removed: 0, total: 4, basedOn: 1 })
    expect(await preview(more, 'replace')).toMatchObject({ added: 1, changed: 1, removed: 2, total: 2 })
    expect((await take(more)).status).toBe(200)
    expect(await search('genuk')).toEqual(['Genuk', 'Jl. Raya Kaligawe', 'RSI, Sultan Agung'])
  })

  test('leaves faulty rows out, and says of each which line it is and what is wrong', async () => {
    const csv = [
      '\uFEFFNama\tJenis\tLat\tLng',
      'Pasar Johar\ttempat\t-6.972\t110.4245',
      '\ttempat\t-6.9\t110.4',
      'Tanpa jenis\tdanau\t-6.9\t110.4',
      'Tertukar\ttempat\t110.4\t-6.9',
      'Di laut lepas\ttempat\t0\t0',
      '',
      'Bukan angka\ttempat\tselatan\t110.4',
      'pasar johar\tTempat\t-6.972\t110.4245',
      'Toko "Maju"\ttempat\t-6.9\t110.4',
    ].join('\n')
    const { faults, faulty, rows, added } = await preview(csv, 'replace')
    expect(faults.map(({ at, code }) => [at, code])).toEqual([
      [3, 'nameMissing'],
      [4, 'kindUnknown'],
      [5, 'pointSwapped'],
      [6, 'pointOutside'],
      [8, 'pointUnreadable'],
      [9, 'twice'],
      [10, 'rowUnreadable'],
    ])
    expect(faults[5]?.sentence.id).toBe('Sama dengan baris 2: jenis, nama, dan wilayahnya.')
    expect([rows, faulty, added]).toEqual([8, 7, 1])
    expect((await take(csv, 'replace', 'CLG')).body).toMatchObject({ edition: 1, count: 1, approximate: false })
    expect(await search('pasar', 'CLG')).toEqual(['Pasar Johar'])
  })

  test('comes back as it went out, formulas made harmless on the way', async () => {
    const risky = `${town}\ntempat,=1+HYPERLINK,,,,-6.9,110.4\ntempat,"Toko ""Maju""; jaya",,,,-6.91,110.41`
    await take(risky, 'replace')
    const exported = await administrator.get(`${admin()}/gazetteer/export.csv`)
    expect(exported.headers.get('content-disposition')).toBe('attachment; filename=nama-tempat-SMG.csv')
    expect(exported.body).toContain("'=1+HYPERLINK")
    const again = await preview(String(exported.body), 'replace')
    expect(again).toMatchObject({ rows: 5, added: 0, changed: 0, same: 5, removed: 0, faulty: 0 })
  })

  test('sent twice is taken over once; one that was prepared before another came is refused', async () => {
    const key = randomUUID()
    const { basedOn } = await preview(town, 'replace')
    const body = { csv: town, mode: 'replace', basedOn }
    const first = (await administrator.post(`${admin()}/gazetteer`, body, key)).body as EditionView
    const repeat = (await administrator.post(`${admin()}/gazetteer`, body, key)).body as EditionView
    expect(repeat).toEqual(first)
    expect(said(await administrator.post(`${admin()}/gazetteer`, body))).toEqual([409, 'changedMeanwhile'])
    expect((await preview(town)).basedOn).toBe(basedOn + 1)
  })

  test('that is none is refused with a sentence: no list, no columns, nothing usable, too much', async () => {
    const refused = async (csv: string, mode = 'replace') =>
      said(await administrator.post(`${admin()}/gazetteer`, { csv, mode, basedOn: 1 }))
    expect(await refused('')).toEqual([422, 'csvUnreadable'])
    expect(await refused('jenis,nama\nkec,Genuk')).toEqual([422, 'columnsMissing'])
    expect(await refused('jenis,nama,lat,lng\nkec,,1,1')).toEqual([422, 'nothingToImport'])
    const rows = Array.from({ length: 20_001 }, (_, n) => `jalan,Jalan ${n},-6.9,110.4`)
    expect(await refused(`jenis,nama,lat,lng\n${rows.join('\n')}`)).toEqual([422, 'tooManyPlaces'])
    expect(await refused('x'.repeat(7_000_000))).toEqual([413, 'tooLarge'])
    expect(said(await operator.post(`${admin()}/gazetteer/preview`, { csv: town, mode: 'add' }))).toEqual([
      403,
      'forbidden',
    ])
    expect(await search('kaligawe')).toEqual(['Kaligawe', 'Jl. Raya Kaligawe'])
  })

  test('of twenty thousand is taken over whole', async () => {
    const rows = Array.from({ length: 20_000 }, (_, n) => `jalan,Jalan Contoh ${n},-6.9,110.4`)
    expect((await take(`jenis,nama,lat,lng\n${rows.join('\n')}`, 'replace', 'CLG')).status).toBe(200)
    expect(await search('contoh 19999', 'CLG')).toEqual(['Jalan Contoh 19999'])
  })
})

const square = (west: number, south: number): number[][] => [
  [west, south],
  [west + 0.1, south],
  [west + 0.1, south + 0.1],
  [west, south + 0.1],
]
const feature = (name: unknown, geometry: unknown) => ({
  type: 'Feature',
  properties: { KODE: 'x', NAMOBJ: name },
  geometry,
})
const polygon = (west: number, south: number) => ({ type: 'Polygon', coordinates: [square(west, south)] })
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })

describe('outlines of districts', () => {
  const send = (geojson: string, path = '/preview', more: object = {}) =>
    administrator.post(`${admin()}/outlines${path}`, { geojson, ...more })

  test('are drawn before they are taken over; features that are no districts are named', async () => {
    const file = collection(
      feature('Genuk', polygon(110.45, -7)),
      feature('Pulau', { type: 'MultiPolygon', coordinates: [[square(110.1, -6)], [square(110.3, -6)]] }),
      feature('Titik', { type: 'Point', coordinates: [110, -7] }),
      feature(7, polygon(110.1, -7)),
      feature('Meter', polygon(436_000, 9_228_000)),
      feature('Garis', {
        type: 'Polygon',
        coordinates: [
          [
            [110, -7],
            [110.1, -7],
          ],
        ],
      }),
    )
    const seen = (await send(file)).body as OutlinesPreview
    expect(seen.outlines.map(({ name, polygons }) => [name, polygons.length])).toEqual([
      ['Genuk', 1],
      ['Pulau', 2],
    ])
    expect(seen.outlines[0]?.polygons[0]?.[0]?.at(-1)).toEqual([110.45, -7])
    expect(seen.faults.map(({ at, code }) => [at, code])).toEqual([
      [3, 'geometryUnfit'],
      [4, 'nameMissing'],
      [5, 'pointOutside'],
      [6, 'ringTooShort'],
    ])
    expect(seen).toMatchObject({ features: 6, nameProperty: 'NAMOBJ', basedOn: 0 })
    expect((await send(file, '', { basedOn: 0 })).body).toMatchObject({ edition: 1, count: 2 })
    const map = mapView.parse((await operator.get('/api/centres/SMG/map')).body)
    expect(map.outlines.map(({ name }) => name)).toEqual(['Genuk', 'Pulau'])
    expect([map.approximate, map.tiles]).toEqual([false, null])
  })

  test('a district that nobody named leaves the others their names', async () => {
    const nameless = { type: 'Feature', properties: {}, geometry: polygon(110.3, -7) }
    const seen = (await send(collection(nameless, feature('Genuk', polygon(110.45, -7))))).body as OutlinesPreview
    expect(seen).toMatchObject({ nameProperty: 'NAMOBJ', properties: ['KODE', 'NAMOBJ'] })
    expect(seen.outlines.map(({ name }) => name)).toEqual(['Genuk'])
    expect(seen.faults.map(({ at, code }) => [at, code])).toEqual([[1, 'nameMissing']])
  })

  test('that cannot be are refused', async () => {
    for (const wrong of ['', '{', '[]', '{"type":"Feature"}', '{"type":"FeatureCollection","features":7}']) {
      expect(said(await send(wrong))).toEqual([422, 'geoJsonUnreadable'])
    }
    expect(said(await send(collection(feature('', {})), '', { basedOn: 1 }))).toEqual([422, 'nothingToImport'])
    const many = Array.from({ length: 1_001 }, () => feature('x', polygon(110, -7)))
    expect(said(await send(collection(...many)))).toEqual([422, 'outlinesTooMany'])
    const fine = Array.from({ length: 61_000 }, (_, n) => [110 + n / 1e5, -7 + (n % 2) / 10])
    const rich = collection(feature('x', { type: 'Polygon', coordinates: [fine] }))
    expect(said(await send(rich))).toEqual([422, 'outlinesTooFine'])
    expect(said(await send(collection(feature('x', polygon(110, -7))), '', { basedOn: 0 }))).toEqual([
      409,
      'changedMeanwhile',
    ])
  })
})

describe('around a point', () => {
  const point = { lat: -6.95, lng: 110.5, accuracyMetres: 20 }
  const around = async (at: object, except?: string) => {
    const answer = await operator.post('/api/centres/SMG/places/around', { point: { ...point, ...at }, except })
    return surroundings.parse(answer.body)
  }

  test('earlier incidents within 50 m are told, open ones and those that are over; posts by their distance', async () => {
    const here = { ...fullIntake, point: { known: point } }
    const { incident: first } = await openIncident(operator)
    asIncident(await operator.patch(`${incidentPath(first)}/intake`, here))
    const { incident: second } = await openIncident(operator)
    asIncident(await operator.patch(`${incidentPath(second)}/intake`, here))
    asIncident(await operator.post(`${incidentPath(second)}/cancel`, { reason: 'Salah alamat' }))
    await api.stores.directory.putPost({
      ...{ centre: 'SMG', agency: 'DAMKAR', code: 'GENUK', name: 'Pos Genuk', area: { kelurahan: [], kecamatan: [] } },
      ...{ point: { lat: -6.95, lng: 110.509 }, dutyPhones: [], answerSeconds: null, active: true },
    })

    const found = await around({ lat: -6.9503 }, 'another')
    expect(found.earlier?.map(({ number, status, metres }) => [number, status, metres])).toEqual([
      [second.number, 'cancelled', 33],
      [first.number, 'intake', 33],
    ])
    expect(found.earlier?.[0]?.typeName?.id).toBe('Kebakaran bangunan/rumah')
    expect(found.posts).toEqual([{ agency: 'DAMKAR', code: 'GENUK', name: 'Pos Genuk', metres: 994 }])
    expect((await around({ lat: -6.9503 }, first.id)).earlier?.map(({ number }) => number)).toEqual([second.number])
    expect((await around({ lat: -6.951 })).earlier).toEqual([])
    expect((await around({ accuracyMetres: 500 })).earlier).toBeNull()
  })

  test('a point far outside the districts is told so, one just outside is not', async () => {
    expect((await around({})).farMetres).toBeNull()
    expect((await around({ lng: 110.58 })).farMetres).toBeNull()
    const { farMetres } = await around({ lat: -2.5, lng: 112 })
    expect(Math.round((farMetres ?? 0) / 1000)).toBeGreaterThan(300)
  })
})

test('pages may load the background from the tile server that is set, and from nowhere else', async () => {
  const sources = async (started: TestApi) => {
    const policy = (await started.nobody().get('/healthz')).headers.get('content-security-policy') ?? ''
    return policy.split(';').find(part => part.startsWith('img-src'))
  }
  expect(await sources(api)).toBe("img-src 'self' data: blob:")
  const mapTiles = { url: 'https://tile.example/{z}/{x}/{y}.png', attribution: '© Peta' }
  const withTiles = await startApi({ config: { mapTiles } })
  try {
    expect(await sources(withTiles)).toBe("img-src 'self' data: blob: https://tile.example")
    const client = await withTiles.as('operator')
    expect(mapView.parse((await client.get('/api/centres/SMG/map')).body).tiles).toEqual(mapTiles)
  } finally {
    await withTiles.stop()
  }
})

test('a file is read only from somebody who may send one', async () => {
  const statusFor = async (headers: Record<string, string>) => {
    const body = `{"csv":"${'x'.repeat(1_000_000)}`
    const json = { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() }
    return (await fetch(`${api.url}${admin()}/gazetteer`, { method: 'POST', headers: { ...headers, ...json }, body }))
      .status
  }
  expect(await statusFor({})).toBe(401)
  expect(await statusFor({ Cookie: operator.cookie ?? '' })).toBe(403)
  expect(await statusFor({ Cookie: administrator.cookie ?? '' })).toBe(400)
})
