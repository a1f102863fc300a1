/**
 * What a crew must read on its card and may press, by state: the drill's own reading of the design's table, so that it
 * does not judge the app by the app's words. `{by}` stands for who brought the state about.
 */
export const states = {
  notified: {
    own: 'BELUM DIJAWAB, menunggu jawaban Anda',
    others: 'belum menjawab',
    buttons: ['Kami tangani', 'Meluncur', 'Tidak bisa'],
  },
  received: { own: 'sudah diketahui – {by}', others: 'sudah tahu', buttons: [] },
  acknowledged: {
    own: 'KAMI TANGANI – {by}',
    others: 'menangani',
    buttons: ['Meluncur', 'Tiba di lokasi', 'Minta bantuan', 'Selesai (tanpa ke lokasi)', 'Kembalikan'],
  },
  enRoute: {
    own: 'MELUNCUR – {by}',
    others: 'meluncur',
    buttons: ['Tiba di lokasi', 'Kendala', 'Minta bantuan', 'Tidak ditemukan', 'Kembalikan'],
  },
  onScene: {
    own: 'DI LOKASI – {by}',
    others: 'di lokasi',
    buttons: ['Selesai', 'Bawa ke RS', 'Kendala', 'Minta bantuan', 'Tidak ditemukan'],
  },
  transporting: { own: 'MEMBAWA KE RS – {by}', others: 'membawa ke RS', buttons: ['Tiba di RS'] },
  cleared: {
    own: 'SELESAI, laporan belum masuk – {by}',
    others: 'selesai, laporan belum masuk',
    buttons: ['Kirim laporan'],
  },
  reported: { own: 'LAPORAN TERKIRIM, menunggu 112 – {by}', others: 'selesai, laporan masuk', buttons: [] },
  reportAccepted: { own: 'LAPORAN DITERIMA 112 – {by}', others: 'selesai, laporan diterima', buttons: [] },
  reportWaived: { own: 'SELESAI TANPA LAPORAN – {by}', others: 'selesai, tanpa laporan', buttons: [] },
  declined: { own: 'TIDAK BISA – {by}', others: 'tidak bisa', buttons: [] },
  handedBack: { own: 'DIKEMBALIKAN – {by}', others: 'mengembalikan tugas', buttons: [] },
  stoodDown: { own: 'DIHENTIKAN – {by}', others: 'tugas dihentikan', buttons: [] },
} as const satisfies Record<string, { own: string; others: string; buttons: readonly string[] }>
export type State = keyof typeof states

/** While somebody is at the report, in the place of Kirim laporan. */
export const begunButtons = ['Isi di chat pribadi', 'Ambil alih laporan', 'Tunda 15 menit', 'Batalkan laporan'] as const

/** Buttons of agencies that only have to know. */
export const informButtons: Partial<Record<State, readonly string[]>> = { notified: ['Diterima'] }

export const transportButton = 'Bawa ke RS'
export const undoButton = '↩ Urungkan'
export const detailButton = 'ℹ Lihat detail'
/** States in which the job is the agency's: it may see the facts behind the card. */
export const takenStates: readonly State[] = [
  'acknowledged',
  'enRoute',
  'onScene',
  'transporting',
  'cleared',
  'reported',
  'reportAccepted',
  'reportWaived',
]

/** A question that a card shows instead of its buttons, for a minute. */
export const questions = {
  reason: {
    line: 'Mengapa tidak bisa? Pilih alasannya:',
    buttons: ['Bukan tugas kami', 'Tidak ada unit', 'Di luar wilayah', 'Laporan ganda', 'Sudah ditangani', 'Kembali'],
  },
  outcome: {
    line: 'Bagaimana hasilnya? Pilih satu, lalu kirim laporannya:',
    buttons: ['Tertangani', 'Nihil', 'Dirujuk', 'Dialihkan', 'Kembali'],
  },
  clear: { line: 'Benar sudah selesai?', buttons: ['Ya, selesai', 'Batal'] },
  notFound: { line: 'Benar tidak ditemukan apa-apa di lokasi?', buttons: ['Ya, tidak ditemukan', 'Batal'] },
  handBack: { line: 'Benar tugas ini dikembalikan ke 112?', buttons: ['Ya, kembalikan', 'Batal'] },
} as const satisfies Record<string, { line: string; buttons: readonly string[] }>
export type Question = keyof typeof questions

/** How long a change shows Urungkan, and a question waits for its answer; service ms. */
export const undoMs = 120_000
export const questionMs = 60_000

/** What a button leads to: the popup that its presser gets, and the next state or question. */
export interface PressRule {
  answer: string
  to?: State
  asks?: Question
  /** keeps the state, but counts as a step that can be taken back */
  keeps?: true
}

export const pressRules: Readonly<Record<string, PressRule>> = {
  'Kami tangani': { answer: 'Tercatat: Kami tangani.', to: 'acknowledged' },
  Meluncur: { answer: 'Tercatat: Meluncur. Hati-hati di jalan.', to: 'enRoute' },
  'Tiba di lokasi': { answer: 'Tercatat: Tiba di lokasi.', to: 'onScene' },
  Kendala: { answer: 'Tercatat: Kendala. 112 diberi tahu.', keeps: true },
  'Minta bantuan': { answer: 'Tercatat: Minta bantuan. 112 diberi tahu.', keeps: true },
  'Bawa ke RS': { answer: 'Tercatat: Bawa ke RS.', to: 'transporting' },
  'Tiba di RS': { answer: 'Tercatat: Tiba di RS. Jangan lupa laporannya.', to: 'cleared' },
  Selesai: { answer: 'Yakin? Jawab di kartu.', asks: 'clear' },
  'Selesai (tanpa ke lokasi)': { answer: 'Yakin? Jawab di kartu.', asks: 'clear' },
  'Ya, selesai': { answer: 'Tercatat: Selesai. Jangan lupa laporannya.', to: 'cleared' },
  'Tidak ditemukan': { answer: 'Yakin? Jawab di kartu.', asks: 'notFound' },
  'Ya, tidak ditemukan': { answer: 'Tercatat: Tidak ditemukan. Jangan lupa laporannya.', to: 'cleared' },
  Kembalikan: { answer: 'Yakin? Jawab di kartu.', asks: 'handBack' },
  'Ya, kembalikan': { answer: 'Tercatat: Dikembalikan. 112 diberi tahu.', to: 'handedBack' },
  'Tidak bisa': { answer: 'Pilih alasannya di kartu.', asks: 'reason' },
  'Tidak ada unit': { answer: 'Tercatat: Tidak bisa. 112 diberi tahu.', to: 'declined' },
  'Di luar wilayah': { answer: 'Tercatat: Tidak bisa. 112 diberi tahu.', to: 'declined' },
  'Kirim laporan': { answer: 'Pilih hasilnya di kartu.', asks: 'outcome' },
  Diterima: { answer: 'Tercatat: Diterima.', to: 'received' },
}
