import type { Place, PlaceKind } from '../../../application/ports/places.ts'

/**
 * Places for training, written down by hand: where the scenarios play, and what callers name around there. The positions
 * are approximate; a live centre imports its own.
 */
const place = (
  kind: PlaceKind,
  name: string,
  [lat, lng]: readonly [number, number],
  kecamatan: string | null = null,
  kelurahan: string | null = null,
  otherNames: readonly string[] = [],
): Place => ({ name, kind, otherNames: [...otherNames], lat, lng, kecamatan, kelurahan })

const kecamatan = (name: string, lat: number, lng: number) => place('kecamatan', name, [lat, lng])
const kelurahan = (name: string, of: string, lat: number, lng: number) => place('kelurahan', name, [lat, lng], of)

const semarang: readonly Place[] = [
  kecamatan('Tugu', -6.97, 110.322),
  kecamatan('Ngaliyan', -7.003, 110.34),
  kecamatan('Mijen', -7.06, 110.31),
  kecamatan('Gunungpati', -7.085, 110.37),
  kecamatan('Semarang Barat', -6.985, 110.388),
  kecamatan('Semarang Utara', -6.958, 110.414),
  kecamatan('Semarang Tengah', -6.98, 110.417),
  kecamatan('Semarang Timur', -6.976, 110.437),
  kecamatan('Semarang Selatan', -6.997, 110.425),
  kecamatan('Gajahmungkur', -7.015, 110.405),
  kecamatan('Candisari', -7.017, 110.428),
  kecamatan('Gayamsari', -6.98, 110.45),
  kecamatan('Genuk', -6.96, 110.483),
  kecamatan('Pedurungan', -7.002, 110.477),
  kecamatan('Tembalang', -7.045, 110.465),
  kecamatan('Banyumanik', -7.07, 110.42),
  kelurahan('Bandarharjo', 'Semarang Utara', -6.9605, 110.4165),
  kelurahan('Tanjung Mas', 'Semarang Utara', -6.951, 110.428),
  kelurahan('Terboyo Kulon', 'Genuk', -6.953, 110.463),
  kelurahan('Terboyo Wetan', 'Genuk', -6.952, 110.473),
  kelurahan('Kaligawe', 'Gayamsari', -6.962, 110.451),
  kelurahan('Tlogosari Kulon', 'Pedurungan', -6.986, 110.461),
  kelurahan('Pleburan', 'Semarang Selatan', -6.996, 110.423),
  kelurahan('Karangayu', 'Semarang Barat', -6.983, 110.392),
  kelurahan('Sendangmulyo', 'Tembalang', -7.033, 110.47),
  kelurahan('Srondol Wetan', 'Banyumanik', -7.063, 110.419),
  place('street', 'Jl. Raya Kaligawe', [-6.9565, 110.4595], 'Genuk', null, ['Jalan Pantura Kaligawe']),
  place('street', 'Jl. Lodan Raya', [-6.9592, 110.4175], 'Semarang Utara', 'Bandarharjo', ['Lodan']),
  place('street', 'Jl. Prof. Hamka', [-7.003, 110.346], 'Ngaliyan', 'Ngaliyan', ['Jalan Profesor Hamka']),
  place('street', 'Jl. Pahlawan', [-6.9945, 110.4207], 'Semarang Selatan', 'Pleburan'),
  place('street', 'Jl. Jend. Sudirman', [-6.9825, 110.394], 'Semarang Barat', null),
  place('street', 'Jl. Jati Raya', [-7.0645, 110.4175], 'Banyumanik', 'Srondol Wetan'),
  place('landmark', 'RSI Sultan Agung', [-6.9555, 110.4612], 'Genuk', 'Terboyo Kulon', ['Rumah Sakit Islam Kaligawe']),
  place('landmark', 'Turunan Silayur', [-7.008, 110.344], 'Ngaliyan', 'Ngaliyan', ['Tanjakan Silayur']),
  place('landmark', 'Kantor Kecamatan Ngaliyan', [-6.9965, 110.3475], 'Ngaliyan', 'Ngaliyan'),
  place('landmark', 'Perum. Tlogosari', [-6.9865, 110.46], 'Pedurungan', 'Tlogosari Kulon'),
  place('landmark', 'Pasar Karangayu', [-6.9822, 110.3925], 'Semarang Barat', 'Karangayu'),
  place('landmark', 'Perum. Klipang', [-7.033, 110.469], 'Tembalang', 'Sendangmulyo'),
  place('landmark', 'Perumnas Banyumanik', [-7.064, 110.418], 'Banyumanik', 'Srondol Wetan'),
  place('landmark', 'Dermaga Tambaklorok', [-6.948, 110.433], 'Semarang Utara', 'Tanjung Mas', ['Tambak Lorok']),
  place('landmark', 'Pelabuhan Tanjung Emas', [-6.947, 110.424], 'Semarang Utara', 'Tanjung Mas'),
  place('landmark', 'Simpang Lima', [-6.9903, 110.4229], 'Semarang Selatan', null, ['Lapangan Pancasila']),
  place('landmark', 'Tugu Muda', [-6.9843, 110.4094], 'Semarang Tengah', null),
  place('landmark', 'Stasiun Tawang', [-6.9645, 110.4277], 'Semarang Utara', 'Tanjung Mas'),
]

const cilegon: readonly Place[] = [
  kecamatan('Pulomerak', -5.935, 106.008),
  kecamatan('Grogol', -5.972, 106.018),
  kecamatan('Purwakarta', -5.978, 106.056),
  kecamatan('Jombang', -6.001, 106.058),
  kecamatan('Citangkil', -6.015, 106.01),
  kecamatan('Ciwandan', -6.033, 105.962),
  kecamatan('Cilegon', -6.021, 106.05),
  kecamatan('Cibeber', -6.05, 106.055),
  kelurahan('Gunungsugih', 'Ciwandan', -6.029, 105.967),
  kelurahan('Tegal Ratu', 'Ciwandan', -6.02, 105.963),
  kelurahan('Gerem', 'Grogol', -5.978, 106.003),
  kelurahan('Mekarsari', 'Pulomerak', -5.94, 106.002),
  kelurahan('Sukmajaya', 'Jombang', -6.003, 106.048),
  kelurahan('Ciwedus', 'Cilegon', -6.022, 106.055),
  kelurahan('Kedaleman', 'Cibeber', -6.04, 106.042),
  kelurahan('Cikerai', 'Cibeber', -6.056, 106.06),
  place('street', 'Jl. Raya Anyer', [-6.0287, 105.9662], 'Ciwandan', 'Gunungsugih'),
  place('street', 'Jl. Raya Merak', [-5.9784, 106.0021], 'Grogol', 'Gerem'),
  place('street', 'Jl. Lingkar Selatan', [-6.0402, 106.0418], 'Cibeber', 'Kedaleman', ['JLS Cilegon']),
  place('street', 'Jl. Ahmad Yani', [-6.0023, 106.0489], 'Jombang', 'Sukmajaya', ['Jl. A. Yani']),
  place('landmark', 'Pelabuhan Merak', [-5.933, 105.998], 'Pulomerak', null, ['Dermaga Merak']),
  place('landmark', 'Kawasan Industri Ciwandan', [-6.026, 105.969], 'Ciwandan', null),
]

export const trainingPlaces: Readonly<Record<string, readonly Place[]>> = { SMG: semarang, CLG: cilegon }
