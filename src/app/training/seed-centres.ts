import { seedInformation } from '../../application/information/standard-entries.ts'
import type { Agency, Centre, DirectoryStore } from '../../application/ports/administration.ts'
import type { InformationStore } from '../../application/ports/information.ts'

/** The two centres whose published standards the product carries. A live installation changes them to its own. */
export const standardCentres: readonly Centre[] = [
  { code: 'SMG', name: 'Call Center 112 Kota Semarang', timeZone: 'Asia/Jakarta', profile: 'semarang' },
  { code: 'CLG', name: 'Layanan Kegawatdaruratan 112 Kota Cilegon', timeZone: 'Asia/Jakarta', profile: 'cilegon' },
]

/** Every agency that the standard run cards name. */
export const standardAgencies: readonly { code: string; name: string; transports?: true }[] = [
  { code: 'DAMKAR', name: 'Dinas Pemadam Kebakaran' },
  { code: 'DINKES', name: 'Dinas Kesehatan (Ambulans/PSC 119)', transports: true },
  { code: 'POLRES', name: 'Kepolisian Resor' },
  { code: 'PMI', name: 'Palang Merah Indonesia', transports: true },
  { code: 'BPBD', name: 'Badan Penanggulangan Bencana Daerah' },
  { code: 'PLN', name: 'PLN' },
  { code: 'PDAM', name: 'PDAM' },
  { code: 'PGN', name: 'Perusahaan Gas Negara' },
  { code: 'DISHUB', name: 'Dinas Perhubungan' },
  { code: 'DPU', name: 'Dinas Pekerjaan Umum' },
  { code: 'DLH', name: 'Dinas Lingkungan Hidup' },
  { code: 'DINSOS', name: 'Dinas Sosial' },
  { code: 'DISPERKIM', name: 'Dinas Perumahan dan Permukiman' },
  { code: 'SATPOLPP', name: 'Satuan Polisi Pamong Praja' },
  { code: 'BASARNAS', name: 'Basarnas' },
  { code: 'POLAIRUD', name: 'Polisi Air dan Udara' },
  { code: 'TNIAL', name: 'TNI Angkatan Laut' },
  { code: 'BKSDA', name: 'Balai Konservasi Sumber Daya Alam' },
  { code: 'DP3A', name: 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak' },
  { code: 'KAI', name: 'Kereta Api Indonesia' },
]

/** Adds what is missing; what an administrator changed stays. */
export const seedCentres = async (directory: DirectoryStore, information: InformationStore): Promise<void> => {
  for (const centre of standardCentres) {
    if (!(await directory.centre(centre.code))) {
      // first: a centre that is there gets none again, whatever became of them
      await seedInformation(information, centre)
      await directory.putCentre(centre)
    }
    const known = new Set((await directory.agencies(centre.code)).map(({ code }) => code))
    const series = centre.code === 'SMG' ? '1' : '2'
    for (const [index, { code, name, transports }] of standardAgencies.entries()) {
      if (known.has(code)) continue
      const agency: Agency = {
        centre: centre.code,
        code,
        name,
        transports: transports ?? false,
        dutyPhones: [`+62 000 ${series}${String(index + 1).padStart(3, '0')}`],
        commanderPhone: `+62 000 ${series}${String(index + 501).padStart(3, '0')}`,
        answerSeconds: null,
        active: true,
      }
      await directory.putAgency(agency)
    }
  }
}
