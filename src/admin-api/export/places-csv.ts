import type { Place } from '../../application/ports/places.ts'
import { columnNames, kindNames, otherNameSign } from '../import/read-places.ts'
import { harmless } from './harmless.ts'
import { writeCsv } from './to-csv.ts'

const columns = ['kind', 'name', 'otherNames', 'kelurahan', 'kecamatan', 'lat', 'lng'] as const

/** The gazetteer as the import reads it again: semicolons and decimal points, so that no figure is taken for a thousand. */
export const placesCsv = (places: readonly Place[]): string =>
  writeCsv(
    [
      columns.map(column => columnNames[column][0] ?? column),
      ...places.map(({ kind, name, otherNames, kelurahan, kecamatan, lat, lng }) => [
        kindNames[kind][0] ?? kind,
        ...[name, otherNames.join(otherNameSign), kelurahan ?? '', kecamatan ?? ''].map(harmless),
        String(lat),
        String(lng),
      ]),
    ],
    ';',
  )
