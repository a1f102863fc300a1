import { statuses } from './words.ts'

/** Short answers in a chat, by the code that the application or the bot gives. Pure functions of their facts. */

export type Facts = Readonly<Record<string, string | number>>
const fact = (facts: Facts, name: string, before = '', after = ''): string =>
  facts[name] === undefined || facts[name] === '' ? '' : `${before}${facts[name]}${after}`

/** One line for each incident: its number, and where the agency stands. */
const activeLines = (facts: Facts): string[] => {
  const lines: string[] = []
  for (let index = 1; facts[`number${index}`] !== undefined; index++) {
    lines.push(`• ${facts[`number${index}`]}: ${statuses[facts[`status${index}`] as keyof typeof statuses]}`)
  }
  return lines
}

/** A quiet yes, where a platform can show it on a message. */
export const nod = '👍'

export const notices = {
  pairingDone: facts =>
    `✅ Chat ini sekarang terhubung dengan 112${fact(facts, 'centre', ' ')} sebagai ${fact(facts, 'audience') || 'grup OPD'}. Ketik /bantuan untuk cara pakai.`,
  help: () =>
    [
      'Cara pakai:',
      '• Kartu kejadian masuk ke chat ini. Jawab dengan tombol di bawah kartu.',
      '• Salah tekan? Tekan ↩ Urungkan dalam dua menit.',
      '• Kartu tenggelam? Ketik /aktif: kejadian yang terbuka tampil lagi.',
      '• Setelah selesai: tekan Kirim laporan, pilih hasilnya, lalu balas pesan laporan.',
      '• Foto, lokasi, dan pesan untuk 112: kirim sebagai balasan kartu.',
      '• Tombol tidak bisa dipakai? Hubungi 112 lewat radio atau telepon.',
    ].join('\n'),
  helpSupervisor: () =>
    [
      'Cara pakai:',
      '• Peringatan batas waktu dan permintaan bantuan masuk ke chat ini.',
      '• Tekan Saya tangani bila Anda mengurusnya: peringatan yang sama berhenti selama 10 menit.',
    ].join('\n'),
  /** on WhatsApp, which has no buttons; B1G can be no code of a card */
  helpByNumber: () =>
    [
      'Cara pakai:',
      '• Kartu kejadian masuk ke chat ini. Balas (kutip) kartunya dengan angka, misalnya 1.',
      '• Tanpa mengutip: ketik kode di kartu dan angkanya, misalnya B1G 3. Di grup, angka saja tidak dibaca.',
      '• Angkanya selalu sama: 1 Kami tangani, 2 Tidak bisa, 3 Meluncur, 4 Tiba di lokasi, 5 Kendala, 6 Minta bantuan, 7 Selesai, 8 Tidak ditemukan, 9 Laporan, 10 Kembalikan, 11 Bawa ke RS, 12 Tiba di RS, 13 Lihat detail, 14 Diterima.',
      '• 👍 pada pesan Anda: sudah tercatat. Salah? 0 dalam dua menit.',
      '• Kartu tenggelam? Ketik /aktif: kejadian yang terbuka tampil lagi.',
      '• Laporan: 9, pilih hasilnya, lalu balas pesan laporan. Sekali kirim juga bisa: B1G 21, baris baru, lalu isinya.',
      '• Foto, lokasi, dan pesan untuk 112: kirim sebagai balasan kartu.',
      '• Tidak berhasil? Hubungi 112 lewat radio atau telepon.',
    ].join('\n'),
  helpSupervisorByNumber: () =>
    [
      'Cara pakai:',
      '• Peringatan batas waktu dan permintaan bantuan masuk ke chat ini.',
      '• Jawab 15 (Saya tangani) bila Anda mengurusnya: peringatan yang sama berhenti selama 10 menit. Bila ada beberapa, ketik kodenya dulu, misalnya B1G 15.',
    ].join('\n'),
  /** what an answer by number led to; the words are made when it is worked */
  answered: facts => fact(facts, 'text'),
  reportReceived: facts => `📝 Laporan${fact(facts, 'number', ' ')} diterima sistem, menunggu petugas 112.`,
  unreadable: facts =>
    `Pesan ini sampai${fact(facts, 'number', ' (', ')')}, tetapi isinya tidak tersimpan: 112 hanya membaca teks, foto, dan lokasi. Kirim ulang sebagai teks atau foto, sebagai balasan pesan yang sama.`,
  talkReceived: facts => `✉️ Diteruskan ke 112${fact(facts, 'number', ' (', ')')}.`,
  sitrepReceived: facts => `🧭 SITREP${fact(facts, 'number', ' ')} diterima. Terima kasih.`,
  active: facts => {
    const lines = activeLines(facts)
    const more = Number(facts.count) - lines.length
    return [
      `📋 Kejadian terbuka: ${facts.count}. Kartunya menyusul.`,
      ...lines,
      ...(more > 0 ? [`… dan ${more} lagi; tanyakan kepada 112.`] : []),
    ].join('\n')
  },
  nothingActive: () => '📋 Tidak ada kejadian terbuka.',
  activeJustShown: facts => `📋 Kejadian terbuka: ${facts.count}. Kartunya baru saja dikirim; lihat di atas.`,
  activeForAgencies: () => 'Perintah /aktif hanya untuk chat OPD.',
  photoReceived: facts => `📷 Foto tersimpan${fact(facts, 'number', ' untuk ')}.`,
} as const satisfies Record<string, (facts: Facts) => string>

/** Whom a chat stands for, as part of a sentence. */
export const audiences = {
  agency: (agency: string) => `grup ${agency}`,
  dutyOfficer: (agency: string) => `perwira piket ${agency}`,
  agencyCommander: (agency: string) => `komandan ${agency}`,
  supervisorsChat: () => 'grup pengawas',
  user: () => 'chat pribadi petugas 112',
} as const

export const anonymousAdmin = 'Admin grup'
/** after /pasang without a code */
export const pairUsage = 'Ketik /pasang dan kode enam angka dari administrator, misalnya: /pasang 123456'
/** after too many wrong codes, once to each who goes on trying */
export const tooManyCodes = 'Terlalu banyak kode yang salah. Coba lagi satu jam lagi, atau hubungi administrator 112.'
/** for the menu of the chat app */
export const commandDescriptions = {
  pasang: 'Hubungkan chat ini dengan 112 (perlu kode)',
  aktif: 'Kejadian yang masih terbuka, dengan tombolnya',
  bantuan: 'Cara pakai',
} as const
