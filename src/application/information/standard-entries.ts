import type { InformationEntry, InformationStore } from '../ports/information.ts'

type Entry = Pick<InformationEntry, 'topic' | 'answer' | 'receiver' | 'phone' | 'referral'>

const entry = (
  topic: string,
  receiver: string | null,
  phone: string | null,
  answer: string,
  referral = true,
): Entry => ({
  topic,
  receiver,
  phone,
  answer,
  referral,
})

/** Public short codes are real; every other number cannot exist: a centre writes its own. */
const everywhere: readonly Entry[] = [
  entry(
    'Listrik padam',
    'PLN',
    '123',
    'Gangguan listrik dilaporkan ke PLN 123. Kabel putus atau trafo meledak: tetap 112.',
  ),
  entry('Air PDAM mati atau pipa bocor', 'PDAM', '+62 000 2001', 'Gangguan air dan pipa bocor dilaporkan ke PDAM.'),
  entry(
    'Laporan polisi yang tidak mendesak',
    'Polri',
    '110',
    'Kehilangan, penipuan, dan laporan lain ke polisi 110 atau polsek terdekat.',
  ),
  entry(
    'Rumah sakit dan jam besuk',
    'Rumah sakit',
    '+62 000 2002',
    'IGD rumah sakit buka 24 jam. Perlu ambulans: tetap 112.',
    false,
  ),
  entry(
    'Kamar rawat inap dan rujukan',
    'Dinas Kesehatan',
    '119',
    'Ketersediaan kamar dan rujukan ditanyakan ke PSC 119.',
  ),
  entry('Keluhan layanan publik', 'SP4N-LAPOR!', '1708', 'Keluhan layanan publik: lapor.go.id atau SMS 1708.'),
  entry('Kekerasan terhadap perempuan dan anak', 'SAPA', '129', 'Pendampingan: SAPA 129. Sedang terjadi: tetap 112.'),
  entry('Cuaca dan gempa', 'BMKG', '196', 'Prakiraan cuaca dan info gempa: BMKG 196 atau aplikasi Info BMKG.', false),
  entry('Penyalahgunaan narkotika', 'BNN', '184', 'Laporan dan rehabilitasi: BNN 184.'),
  entry(
    'Jalan rusak dan lampu jalan',
    'Dinas Pekerjaan Umum',
    '+62 000 2003',
    'Lubang jalan dan lampu mati dicatat dinas. Pohon tumbang menutup jalan: tetap 112.',
  ),
  entry(
    'Sampah dan kebersihan',
    'Dinas Lingkungan Hidup',
    '+62 000 2004',
    'Pengangkutan sampah: Dinas Lingkungan Hidup.',
  ),
]

const complaints: Readonly<Record<string, Entry>> = {
  semarang: entry('Pengaduan warga Kota Semarang', 'Lapor Semar', '+62 000 2005', 'Pengaduan warga: Lapor Semar.'),
  cilegon: entry(
    'Pengaduan warga Kota Cilegon',
    'Pemerintah Kota Cilegon',
    '+62 000 2006',
    'Pengaduan warga: kanal pengaduan Pemerintah Kota Cilegon.',
  ),
}

/** What a new centre tells its callers until it writes its own; what is there already stays. */
export const seedInformation = async (
  store: InformationStore,
  { code, profile }: { code: string; profile: string },
): Promise<void> => {
  const own = complaints[profile]
  for (const [index, fields] of [...everywhere, ...(own ? [own] : [])].entries()) {
    const id = `${code}-umum-${String(index + 1).padStart(2, '0')}`
    await store.add({ ...fields, id, centre: code, active: true, version: 1 })
  }
}
