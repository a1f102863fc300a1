import { spanInWords } from './format.ts'
import type { Facts } from './notices.ts'
import { buttonLabels } from './words.ts'

/** What a popup says after a press; Telegram shows at most 200 characters. */

/** By the code that the application gives: the action that was recorded, or the question that the card now asks. */
export const done = {
  acknowledge: 'Tercatat: Kami tangani.',
  depart: 'Tercatat: Meluncur. Hati-hati di jalan.',
  arrive: 'Tercatat: Tiba di lokasi.',
  obstacle: 'Tercatat: Kendala. 112 diberi tahu.',
  requestBackup: 'Tercatat: Minta bantuan. 112 diberi tahu.',
  transport: 'Tercatat: Bawa ke RS.',
  arriveHospital: 'Tercatat: Tiba di RS. Jangan lupa laporannya.',
  clear: 'Tercatat: Selesai. Jangan lupa laporannya.',
  notFound: 'Tercatat: Tidak ditemukan. Jangan lupa laporannya.',
  handBack: 'Tercatat: Dikembalikan. 112 diberi tahu.',
  receive: 'Tercatat: Diterima.',
  decline: 'Tercatat: Tidak bisa. 112 diberi tahu.',
  askReason: 'Pilih alasannya di kartu.',
  askConfirm: 'Yakin? Jawab di kartu.',
  askOutcome: 'Pilih hasilnya di kartu.',
  outcome: 'Sekarang balas pesan laporan dengan isinya.',
  takeOver: 'Anda melanjutkan laporan ini. Balas pesan laporan yang baru.',
  postpone: 'Ditunda: diingatkan lagi 15 menit lagi.',
  putAway: 'Laporan dibatalkan. Pilih Kirim laporan bila siap.',
  undo: 'Diurungkan.',
  back: 'Tidak jadi.',
  askUnit: 'Pilih unitnya di kartu.',
  unit: 'Tercatat untuk unit itu.',
  takeEscalation: 'Tercatat: Anda tangani. Peringatan ini diam 10 menit.',
  takeHelp: 'Tercatat: Anda tangani. Peringatan ini diam 10 menit.',
} as const
export const doneOtherwise = 'Tercatat.'

export const busy = 'Diproses… lihat kartunya sebentar lagi.'
export const forged = 'Tombol ini tidak dikenal; tidak ada yang diubah.'
export const detailSent = 'Rincian dikirim ke chat pribadi Anda dengan bot ini.'

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
  remark: 'Laporan dikembalikan',
  phone: 'Telepon pelapor',
  name: 'Pelapor',
  condition: 'Kondisi',
  victims: 'Korban',
  handlingSoFar: 'Penanganan awal',
  messages: 'Pesan 112',
} as const
