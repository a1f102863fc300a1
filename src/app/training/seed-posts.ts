import type { DirectoryStore, Post } from '../../application/ports/administration.ts'

type SeededPost = Pick<Post, 'centre' | 'agency' | 'code' | 'name' | 'area' | 'point'>

/** A few posts of each training city, to be proposed by area or nearness; a live installation has its own. */
export const trainingPosts: readonly SeededPost[] = [
  {
    centre: 'SMG',
    agency: 'DAMKAR',
    code: 'UTARA',
    name: 'Pos Semarang Utara',
    area: { kelurahan: ['Bandarharjo', 'Kuningan', 'Tanjung Mas'], kecamatan: ['Semarang Utara'] },
    point: { lat: -6.9609, lng: 110.4153 },
  },
  {
    centre: 'SMG',
    agency: 'DAMKAR',
    code: 'GENUK',
    name: 'Pos Genuk',
    area: { kelurahan: ['Terboyo Wetan'], kecamatan: ['Genuk', 'Pedurungan'] },
    point: { lat: -6.9563, lng: 110.4762 },
  },
  {
    centre: 'SMG',
    agency: 'DINKES',
    code: 'PKM-BANDARHARJO',
    name: 'Puskesmas Bandarharjo',
    area: { kelurahan: ['Bandarharjo', 'Dadapsari'], kecamatan: [] },
    point: { lat: -6.9625, lng: 110.4181 },
  },
  {
    centre: 'SMG',
    agency: 'DINKES',
    code: 'PKM-NGALIYAN',
    name: 'Puskesmas Ngaliyan',
    area: { kelurahan: [], kecamatan: ['Ngaliyan'] },
    point: { lat: -6.9979, lng: 110.3454 },
  },
  {
    centre: 'CLG',
    agency: 'DAMKAR',
    code: 'CIWANDAN',
    name: 'Pos Ciwandan',
    area: { kelurahan: ['Tegal Ratu'], kecamatan: ['Ciwandan', 'Citangkil'] },
    point: { lat: -6.0209, lng: 105.9588 },
  },
  {
    centre: 'CLG',
    agency: 'DINKES',
    code: 'PKM-PULOMERAK',
    name: 'Puskesmas Pulomerak',
    area: { kelurahan: ['Mekarsari', 'Tamansari'], kecamatan: ['Pulomerak'] },
    point: { lat: -5.9426, lng: 105.9999 },
  },
]

/** Adds what is missing; what an administrator changed stays. */
export const seedPosts = async (directory: DirectoryStore): Promise<void> => {
  for (const [index, post] of trainingPosts.entries()) {
    if (await directory.post(post.centre, post.agency, post.code)) continue
    const dutyPhones = [`+62 000 3${String(index + 1).padStart(3, '0')}`]
    await directory.putPost({ ...post, dutyPhones, answerSeconds: null, active: true })
  }
}
