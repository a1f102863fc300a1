import { spanInWords } from './format.ts'
import type { Facts } from './notices.ts'
import { buttonLabels } from './words.ts'

/** What a popup says after a press; Telegram shows at most 200 characters. */

export const done = {
  acknowledge: 'Tercatat: Kami tangani.',
  decline: 'Pilih alasannya di kartu.',
  depart: 'Tercatat: Meluncur. Hati-hati di jalan.',
  arrive: 'Tercatat: Tiba di lokasi.',
  obstacle: 'Tercatat: Kendala. 112 diberi tahu.',
  requestBackup: 'Tercatat: Minta bantuan. 112 diberi tahu.',
  transport: 'Tercatat: Bawa ke RS.',
  arriveHospital: 'Tercatat: Tiba di RS.',
  clear: 'Yakin? Jawab di kartu.',
  notFound: 'Yakin? Jawab di kartu.',
  handBack: 'Yakin? Jawab di kartu.',
  report: 'Pilih hasilnya di kartu.',
  receive: 'Tercatat: Diterima.',
  undo: 'Diurungkan.',
  confirm: 'Tercatat.',
  back: 'Tidak jadi.',
  'reason:notOurs': 'Tercatat: Tidak bisa. 112 mencari pengganti.',
  'reason:noUnit': 'Tercatat: Tidak bisa. 112 mencari pengganti.',
  'reason:outOfArea': 'Tercatat: Tidak bisa. 112 mencari pengganti.',
  'reason:duplicate': 'Tercatat: Tidak bisa. 112 diberi tahu.',
  'reason:handledAlready': 'Tercatat: Tidak bisa. 112 diberi tahu.',
  'outcome:handled': 'Sekarang balas pesan laporan.',
  'outcome:nothingFound': 'Sekarang balas pesan laporan.',
  'outcome:referred': 'Sekarang balas pesan laporan.',
  'outcome:transferred': 'Sekarang balas pesan laporan.',
  detail: '',
  takeEscalation: 'Tercatat: Anda tangani. Peringatan ini diam 10 menit.',
} as const

export const busy = 'Diproses… lihat kartunya sebentar lagi.'
export const forged = 'Tombol ini tidak dikenal; tidak ada yang diubah.'
export const detailSent = 'Rincian dikirim ke chat pribadi Anda dengan bot ini.'
export const detailRest = ' … Lengkap: buka chat pribadi dengan bot, tekan Mulai, tekan Lihat detail lagi.'
export const privateReady = 'Siap. Sekarang tekan Lihat detail sekali lagi di kartu; rinciannya masuk ke sini.'

/** Refusals that can say more in a chat than anywhere else: who did what, how long ago. `ago` in seconds. */
export const refused = {
  alreadyDone: (facts: Facts, ago: number | null) =>
    `Sudah dicatat${what(facts)}${by(facts)}${since(ago)}. Tidak ada yang diubah.`,
  notNow: (facts: Facts, ago: number | null) =>
    `Tidak bisa sekarang${what(facts)}. Keadaan terakhir${by(facts)}${since(ago)}: lihat kartunya.`,
} as const

const what = ({ action }: Facts): string =>
  typeof action === 'string' && action in buttonLabels ? `: ${buttonLabels[action as keyof typeof buttonLabels]}` : ''
const by = ({ by: name }: Facts): string => (name === undefined || name === '' ? '' : ` oleh ${name}`)
const since = (ago: number | null): string => (ago === null ? '' : `, ${spanInWords(ago)} lalu`)

/** Lines of "Lihat detail", in the order in which a crew needs them. */
export const detailLabels = {
  number: 'Nomor',
  reporterPhone: 'Telepon pelapor',
  reporterName: 'Pelapor',
  condition: 'Kondisi',
  victims: 'Korban',
  hazards: 'Bahaya',
  handlingSoFar: 'Penanganan awal',
  address: 'Alamat',
  location: 'Lokasi',
  landmark: 'Patokan',
} as const
