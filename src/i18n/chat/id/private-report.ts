/** A report that is written in a private chat with the bot. */

export const title = (number: string, agency: string): string => `📝 Laporan ${number} (${agency}), chat pribadi`
export const chosen = (outcome: string): string => `Hasil: ${outcome}`
export const askOutcome = 'Bagaimana hasilnya? Pilih satu.'
export const askWords = 'Tulis laporannya di sini. Boleh beberapa pesan, boleh bebas, boleh per baris:'
export const lines = ['Korban:', 'Unit:', 'Tindakan:', 'Kendala:', 'Foto juga bisa dikirim di sini.'] as const
export const soFar = (messages: number, photos: number): string => `Tersimpan: ${messages} pesan, ${photos} foto.`
export const askMore = 'Tambah pesan atau foto bila perlu, lalu pilih Selesai menulis.'
export const occupied = (by: string): string => `Laporan ini sedang diisi ${by}.`
export const handedOver = (messages: number): string => `Yang sudah ditulis (${messages} pesan) ikut diserahkan.`
export const takenOver = (by: string): string =>
  `Laporan ini sekarang dilanjutkan ${by}. Yang Anda tulis tetap tersimpan pada kejadian.`
export const unreadable = 'Yang ini tidak bisa dibaca 112. Kirim teks atau foto.'
export const filed = '✅ Laporan terkirim, menunggu petugas 112. Terima kasih.'
export const putAway = 'Laporan dibatalkan. Pilih Kirim laporan di kartu bila siap.'
