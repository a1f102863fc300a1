import { fixed, type Say } from './refusals/sentence.ts'

/** Why a row of a list of places, or a district of a GeoJSON file, was left out. */
export const placeProblemSentences = {
  rowUnreadable: fixed(
    'Baris tidak terbaca; periksa tanda petik dan pemisah kolomnya.',
    'The row cannot be read; check its quotes and separators.',
  ),
  nameMissing: fixed('Nama kosong.', 'The name is empty.'),
  nameUnfit: fixed(
    'Nama terlalu panjang (paling banyak 200 huruf) atau berisi lebih dari satu baris.',
    'The name is too long (200 characters at most) or has more than one line.',
  ),
  kindUnknown: params => ({
    id: `Jenis "${params.given ?? ''}" tidak dikenal; pakai kecamatan, kelurahan, jalan, atau tempat.`,
    en: `The kind "${params.given ?? ''}" is unknown; write kecamatan, kelurahan, jalan or tempat.`,
  }),
  pointUnreadable: params => ({
    id: `Koordinat "${params.given ?? ''}" bukan angka. Contoh: lat -6.9592, lng 110.4175.`,
    en: `The coordinates "${params.given ?? ''}" are no numbers. Example: lat -6.9592, lng 110.4175.`,
  }),
  pointSwapped: fixed(
    'Lintang dan bujur tertukar: di Indonesia lintang -11 sampai 6, bujur 95 sampai 141.',
    'Latitude and longitude are swapped: in Indonesia latitudes are -11 to 6, longitudes 95 to 141.',
  ),
  pointOutside: fixed(
    'Titik di luar Indonesia. Koordinat harus dalam derajat (WGS 84).',
    'The point is outside Indonesia. Coordinates must be degrees (WGS 84).',
  ),
  twice: params => ({
    id: `Sama dengan baris ${params.line ?? '–'}: jenis, nama, dan wilayahnya.`,
    en: `The same as line ${params.line ?? '–'}: kind, name and area.`,
  }),
  geometryUnfit: fixed(
    'Bukan bidang: hanya Polygon dan MultiPolygon yang dipakai.',
    'No area: only Polygon and MultiPolygon are used.',
  ),
  ringTooShort: fixed('Garis batas kurang dari tiga sudut.', 'A boundary has fewer than three corners.'),
} as const satisfies Record<string, Say>

export type PlaceProblemCode = keyof typeof placeProblemSentences
