import { type Info, parse } from 'csv-parse/sync'
import { mostPlaces } from '../../application/places/create-places.ts'
import { inIndonesia } from '../../application/places/in-indonesia.ts'
import { placeKey } from '../../application/places/merge-places.ts'
import type { Place, PlaceKind } from '../../application/ports/places.ts'
import type { PlaceProblemCode } from '../../i18n/place-problems.ts'
import type { RefusalParams } from '../../i18n/refusals.ts'
import { plainWords } from '../../lib/plain-words.ts'
import { asWritten } from '../export/harmless.ts'
import { Refused } from '../http/refused.ts'

/** What is wrong with one row or feature. */
export interface Fault {
  /** line of the file, or the feature's number in it; both count from 1 */
  at: number
  code: PlaceProblemCode
  params: RefusalParams
}

export interface ReadPlaces {
  /** rows below the head */
  rows: number
  places: Place[]
  faults: Fault[]
}

type Column = 'name' | 'kind' | 'otherNames' | 'lat' | 'lng' | 'kecamatan' | 'kelurahan'

/** What heads a column: the first is what an export writes. */
export const columnNames: Readonly<Record<Column, readonly string[]>> = {
  kind: ['jenis', 'kind', 'type', 'tipe'],
  name: ['nama', 'name', 'nama_tempat'],
  otherNames: ['nama_lain', 'other_names', 'alias'],
  kelurahan: ['kelurahan', 'desa', 'kelurahan_desa', 'village'],
  kecamatan: ['kecamatan', 'kec', 'district'],
  lat: ['lat', 'lintang', 'latitude', 'y'],
  lng: ['lng', 'bujur', 'lon', 'long', 'longitude', 'x'],
}
const needed: readonly Column[] = ['name', 'kind', 'lat', 'lng']

/** What a row calls its kind: the first is what an export writes. */
export const kindNames: Readonly<Record<PlaceKind, readonly string[]>> = {
  kecamatan: ['kecamatan', 'kec', 'district'],
  kelurahan: ['kelurahan', 'kel', 'desa', 'village'],
  street: ['jalan', 'jl', 'gang', 'street', 'road'],
  landmark: ['tempat', 'patokan', 'lokasi', 'landmark', 'place'],
}
/** Between other names; signs that part columns cannot stand in a cell without quotes. */
export const otherNameSign = '|'

const longestName = 200
const mostOtherNames = 10
/** Degrees are kept to a tenth of a metre: a figure near the equator is never written with an exponent. */
const digits = 1e6
/** A longer row is no row of places. */
const longestRow = 10_000

/**
 * Reads a list of places: comma, semicolon or tab, with or without byte order mark and quotes, decimal point or comma.
 * Rows with a fault are left out and named.
 * @throws Refused `csvUnreadable`, `columnsMissing`, `tooManyPlaces`
 */
export const readPlaces = (text: string): ReadPlaces => {
  const { records, faults } = split(text)
  const [head, ...body] = records
  if (!head) throw new Refused('csvUnreadable')
  if (body.length > mostPlaces) throw new Refused('tooManyPlaces', { count: body.length, limit: mostPlaces })
  const cellOf = readHead(head.record)
  const places: Place[] = []
  const lineOf = new Map<string, number>()
  for (const { record, info } of body) {
    const place = readRow(column => cellOf(record, column))
    const key = 'code' in place ? '' : placeKey(place)
    const before = lineOf.get(key)
    if ('code' in place) faults.push({ at: info.lines, ...place })
    else if (before !== undefined) faults.push({ at: info.lines, code: 'twice', params: { line: before } })
    else {
      lineOf.set(key, info.lines)
      places.push(place)
    }
  }
  return {
    rows: body.length + faults.filter(isUnread).length,
    places,
    faults: faults.sort(byLine),
  }
}

const isUnread = ({ code }: Fault): boolean => code === 'rowUnreadable'
const byLine = (a: Fault, b: Fault): number => a.at - b.at

interface Row {
  record: string[]
  info: Info
}

const split = (text: string): { records: Row[]; faults: Fault[] } => {
  const faults: Fault[] = []
  try {
    const records = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
      info: true,
      max_record_size: longestRow,
      skip_records_with_error: true,
      on_skip: error => {
        const at = Number(error?.lines ?? 0)
        // a row with two faults is told of twice
        if (faults.at(-1)?.at !== at) faults.push({ at, code: 'rowUnreadable', params: {} })
        return undefined
      },
    }) as unknown as Row[]
    return { records, faults }
  } catch {
    // the library's own words are about its settings: what a person can do about it is in the refusal
    throw new Refused('csvUnreadable')
  }
}

/** The sign that stands most often in the first line. */
const separatorOf = (text: string): string => {
  const [head = ''] = text.split(/\r?\n/, 1)
  const count = (sign: string) => head.split(sign).length
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

const plainHead = (title: string): string => plainWords(title).join('_')

/** @throws Refused `columnsMissing` */
const readHead = (head: readonly string[]): ((record: readonly string[], column: Column) => string) => {
  const titles = head.map(plainHead)
  const at = (column: Column): number => titles.findIndex(title => columnNames[column].includes(title))
  const missing = needed.filter(column => at(column) < 0).map(column => columnNames[column][0] ?? column)
  if (missing.length) throw new Refused('columnsMissing', { columns: missing.join(', ') })
  return (record, column) => asWritten(record[at(column)] ?? '')
}

type RowFault = Omit<Fault, 'at'>
const fault = (code: PlaceProblemCode, params: RefusalParams = {}): RowFault => ({ code, params })

const readRow = (cell: (column: Column) => string): Place | RowFault => {
  const name = cell('name')
  if (name === '') return fault('nameMissing')
  const area = (column: Column): string | null => cell(column) || null
  const [kelurahan, kecamatan] = [area('kelurahan'), area('kecamatan')]
  const otherNames = cell('otherNames')
    .split(otherNameSign)
    .map(one => one.trim())
    .filter(Boolean)
  if ([name, kelurahan ?? '', kecamatan ?? '', ...otherNames].some(isUnfit)) return fault('nameUnfit')
  const kind = kindCalled(cell('kind'))
  if (!kind) return fault('kindUnknown', { given: cell('kind').slice(0, 60) })
  const point = readPoint(cell('lat'), cell('lng'))
  if ('code' in point) return point
  return {
    ...{ name, kind, otherNames: otherNames.slice(0, mostOtherNames), ...point },
    kecamatan: kind === 'kecamatan' ? null : kecamatan,
    kelurahan: kind === 'kecamatan' || kind === 'kelurahan' ? null : kelurahan,
  }
}

const isUnfit = (name: string): boolean => name.length > longestName || /\p{Cc}/u.test(name)

const kindCalled = (given: string): PlaceKind | undefined => {
  const word = plainHead(given)
  const found = Object.entries(kindNames).find(([, names]) => names.includes(word))
  return found?.[0] as PlaceKind | undefined
}

const readPoint = (lat: string, lng: string): Pick<Place, 'lat' | 'lng'> | RowFault => {
  const point = { lat: degrees(lat), lng: degrees(lng) }
  if (Number.isNaN(point.lat) || Number.isNaN(point.lng)) {
    return fault('pointUnreadable', { given: `${lat}, ${lng}`.slice(0, 60) })
  }
  if (inIndonesia(point)) return point
  return fault(inIndonesia({ lat: point.lng, lng: point.lat }) ? 'pointSwapped' : 'pointOutside')
}

const degrees = (text: string): number => {
  const plain = text.replace('−', '-').replace(',', '.')
  // a zero from below is a zero
  return /^-?\d{1,3}(\.\d{1,15})?$/.test(plain) ? Math.round(Number(plain) * digits) / digits || 0 : Number.NaN
}
