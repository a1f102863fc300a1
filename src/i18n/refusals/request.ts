import { fixed, given, type Say, tooMany } from './sentence.ts'

/** Refusals of the HTTP API itself. */
export const requestRefusals = {
  signInNeeded: fixed('Silakan masuk dulu.', 'Please sign in first.'),
  signInRefused: fixed('Nama atau kata sandi salah.', 'The name or the password is wrong.'),
  linkInvalid: fixed(
    'Tautan masuk ini salah, sudah dipakai, atau kedaluwarsa; minta yang baru kepada administrator.',
    'This sign-in link is wrong, used or expired; ask the administrator for a new one.',
  ),
  tooManyAttempts: fixed(
    'Terlalu banyak percobaan masuk; coba lagi beberapa menit lagi.',
    'Too many sign-in attempts; try again in a few minutes.',
  ),
  forbidden: fixed('Peran Anda tidak boleh melakukan ini.', 'Your role may not do this.'),
  localOnly: fixed(
    'Hanya bisa dibuka dari komputer tempat aplikasi ini berjalan.',
    'Only reachable from the machine that runs this application.',
  ),
  otherOrigin: fixed(
    'Permintaan datang dari situs lain dan ditolak.',
    'The request came from another site and was refused.',
  ),
  invalidInput: fixed(
    'Isian tidak sesuai; periksa bagian yang ditandai.',
    'The input is not valid; check the parts named.',
  ),
  badRequest: fixed('Permintaan ini tidak bisa dibaca.', 'This request cannot be read.'),
  jsonMalformed: fixed('Isi permintaan bukan JSON yang sah.', 'The body of the request is no valid JSON.'),
  jsonExpected: fixed(
    'Isi permintaan harus JSON (Content-Type: application/json).',
    'The body of the request must be JSON (Content-Type: application/json).',
  ),
  idempotencyKeyMissing: fixed(
    'Permintaan ini memerlukan kepala Idempotency-Key: 8 sampai 64 huruf, angka, _ atau -.',
    'This request needs the header Idempotency-Key: 8 to 64 letters, digits, _ or -.',
  ),
  tooLarge: params => ({
    id: `Permintaan terlalu besar${given(params, 'limitKilobytes', ': paling banyak ', ' kB')}.`,
    en: `The request is too large${given(params, 'limitKilobytes', ': at most ', ' kB')}.`,
  }),
  unknownRoute: fixed('Alamat ini tidak ada.', 'There is nothing at this address.'),
  nameTaken: fixed('Nama itu sudah dipakai pengguna lain.', 'Another user has that name.'),
  unknownProfile: fixed('Profil SOP itu tidak dikenal.', 'That SOP profile is unknown.'),
  centreAtWork: params => ({
    id: `Pusat ini masih punya pekerjaan terbuka (panggilan: ${params.calls ?? 0}, kejadian: ${params.incidents ?? 0}); selesaikan dulu.`,
    en: `The centre still has open work (calls: ${params.calls ?? 0}, incidents: ${params.incidents ?? 0}); finish it first.`,
  }),
  agencyAtWork: params => ({
    id: `OPD${given(params, 'agency', ' ')} masih menangani kejadian terbuka${given(params, 'incidents', ': ')}; selesaikan atau ganti dulu.`,
    en: `Agency${given(params, 'agency', ' ')} still works on open incidents${given(params, 'incidents', ': ')}; finish or replace it first.`,
  }),
  codeSpent: fixed(
    'Kode pasang itu sudah dipakai; putuskan grupnya kalau tidak boleh lagi.',
    'That pairing code was used already; unbind the chat if it may not act any more.',
  ),
  lastAdministrator: fixed('Harus tetap ada satu administrator aktif.', 'One active administrator must remain.'),
  csvUnreadable: fixed(
    'Berkas ini tidak terbaca sebagai CSV. Simpan sebagai CSV (UTF-8) lalu coba lagi.',
    'This file cannot be read as CSV. Save it as CSV (UTF-8) and try again.',
  ),
  columnsMissing: params => ({
    id: `Kolom yang harus ada di baris pertama belum ada${given(params, 'columns', ': ')}.`,
    en: `Columns that the first line must name are missing${given(params, 'columns', ': ')}.`,
  }),
  geoJsonUnreadable: fixed(
    'Berkas ini bukan GeoJSON yang sah (FeatureCollection).',
    'This file is no valid GeoJSON (FeatureCollection).',
  ),
  outlinesTooMany: tooMany({ id: 'wilayah', en: 'districts' }, 1_000),
  outlinesTooFine: params => ({
    id: `Garis batas terlalu rinci${given(params, 'count', ' (', ' sudut)')}; sederhanakan sampai ${params.limit ?? 60_000} sudut.`,
    en: `The boundaries are too fine${given(params, 'count', ' (', ' corners)')}; simplify them to ${params.limit ?? 60_000} corners.`,
  }),
  internal: fixed(
    'Terjadi kesalahan di sistem dan sudah dicatat; silakan coba lagi.',
    'Something went wrong in the system and was recorded; please try again.',
  ),
} as const satisfies Record<string, Say>
