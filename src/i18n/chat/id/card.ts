/** The sentences of an incident's card and of the messages that belong to it. */

export const banners = {
  doubtful: '⚠️ ULANG, mungkin ganda',
  training: '🟡 GLADI – LATIHAN',
  cancelled: '❌ DIBATALKAN',
  merged: '🔗 DIGABUNG dengan kejadian lain',
  handedOver: '📨 DISERAHKAN ke pusat 112 lain',
  closed: '✅ DITUTUP',
  declined: '✋ TIDAK BISA',
  handedBack: '↩ DIKEMBALIKAN',
  stoodDown: '🛑 PENUGASAN DIHENTIKAN',
} as const

export const headline = (type: string | null, priority: number): string =>
  `${(type ?? 'Kejadian darurat').toUpperCase()} — P${priority}`

export const addressee = (name: string, agency: string, post: string | undefined, role: string): string =>
  [name === agency ? agency : `${name} (${agency})`, ...(post === undefined ? [] : [post]), role].join(', ')

export const unknown = 'tidak diketahui'
export const notAsked = 'belum ditanyakan'
export const passable = (yes: boolean): string => (yes ? 'bisa masuk' : 'TIDAK bisa masuk')
export const none = 'tidak ada'

export const labels = {
  landmark: 'Patokan: ',
  place: '📍 ',
  condition: 'Kondisi: ',
  passable: 'Roda 4: ',
  handlingSoFar: 'Penanganan awal: ',
  countedOtherwise: 'Pelapor lain menyebut: ',
  victims: 'Korban: ',
  hazards: 'Bahaya: ',
  otherAgencies: 'OPD lain:',
  status: 'Status: ',
  takenBy: 'Diambil oleh ',
  backup: 'Minta bantuan: ',
  obstacle: 'Kendala: ',
  remark: 'Laporan dikembalikan: ',
  reason: 'Alasan: ',
  replacedBy: 'Diganti oleh: ',
  outcome: 'Hasil: ',
  photos: 'Foto: ',
  reporting: 'Laporan: ',
  units: 'Unit: ',
} as const

/** who has begun the report, and until when it waits */
export const reportBegun = (name: string): string => `sedang diisi ${name}`
export const reportWaits = (name: string, time: string): string => `ditunda ${name} sampai ${time}`

export const mapLabel = 'Buka peta'
export const accuracy = (metres: number): string => ` (ketelitian ±${Math.round(metres)} m)`
export const detailAfterTaking = 'Rincian: pilih Lihat detail setelah Kami tangani'
export const detailNow = 'Rincian: pilih Lihat detail'
export const detailByRadio = 'Rincian: tanyakan kepada 112'
/** in the place of words that a group must not read; after the end there is no detail any more */
export const withheld = { open: 'pilih Lihat detail', shut: 'tanyakan kepada 112' } as const
export const cutMark = '… (selengkapnya: Lihat detail)'

/** The agency's own standing, with who and when. `by` and `time` are empty while nobody answered. */
export const ownStatus = {
  alerting: () => 'BELUM DIJAWAB, menunggu jawaban Anda',
  notified: () => 'BELUM DIJAWAB, menunggu jawaban Anda',
  received: (by: string, time: string) => `sudah diketahui – ${by}, ${time}`,
  acknowledged: (by: string, time: string) => `KAMI TANGANI – ${by}, ${time}`,
  enRoute: (by: string, time: string) => `MELUNCUR – ${by}, ${time}`,
  onScene: (by: string, time: string) => `DI LOKASI – ${by}, ${time}`,
  transporting: (by: string, time: string) => `MEMBAWA KE RS – ${by}, ${time}`,
  cleared: (by: string, time: string) => `SELESAI, laporan belum masuk – ${by}, ${time}`,
  reported: (by: string, time: string) => `LAPORAN TERKIRIM, menunggu 112 – ${by}, ${time}`,
  reportAccepted: (by: string, time: string) => `LAPORAN DITERIMA 112 – ${by}, ${time}`,
  reportWaived: (by: string, time: string) => `SELESAI TANPA LAPORAN – ${by}, ${time}`,
  declined: (by: string, time: string) => `TIDAK BISA – ${by}, ${time}`,
  handedBack: (by: string, time: string) => `DIKEMBALIKAN – ${by}, ${time}`,
  stoodDown: (by: string, time: string) => `DIHENTIKAN – ${by}, ${time}`,
} as const

/** after what 112 recorded for the agency */
export const recordedBy = (via: string): string => ` (dicatat operator, ${via})`
/** after what 112 put right later */
export const corrected = ' (dikoreksi 112)'

/** The question that stands above a menu's buttons. */
export const menuQuestions = {
  declineReason: 'Mengapa tidak bisa? Pilih alasannya:',
  outcome: 'Bagaimana hasilnya? Pilih satu, lalu kirim laporannya:',
  clear: 'Benar sudah selesai?',
  notFound: 'Benar tidak ditemukan apa-apa di lokasi?',
  handBack: 'Benar tugas ini dikembalikan ke 112?',
  units: 'Unit mana? Pilih yang terjadi:',
} as const
