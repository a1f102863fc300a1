/** Storm mode: hundreds of incidents within minutes. */

export const boardTitle = (most: number): string => `🌩 MODE BADAI: ${most} kejadian dalam 10 menit`
export const overTitle = '🌤 Mode badai berakhir'
export const since = (time: string): string => `Sejak ${time}. Ringkasan ini terus diperbarui.`
export const lasted = (from: string, until: string, most: number): string =>
  `Berlangsung ${from} sampai ${until}, terpadat ${most} kejadian dalam 10 menit.`
export const why = 'Pesan peringatan diganti ringkasan ini; kartu dan alarm OPD tetap dikirim satu per satu.'
export const backToNormal = 'Peringatan kembali dikirim satu per satu.'
export const open = (count: number): string => `Kejadian terbuka: ${count}`
export const unanswered = (count: number): string => `OPD belum menjawab: ${count}`
export const overdue = (count: number): string => `Kejadian lewat batas waktu: ${count}`
export const calls = (count: number): string => `Perlu perhatian: ${count}`
export const call = (number: string, title: string, time: string): string => `• ${number} ${title} (${time})`
export const more = (count: number): string => `… dan ${count} lagi di halaman petugas`

export const digestTitle = (count: number): string => `🗂 ${count} pemberitahuan (mode badai)`
export const digestLine = (number: string, what: string): string => `• ${number}: ${what}`
export const closed = '✅ ditutup'
export const settled = '✅ sudah beres'
export const digestHint = 'Ketik /aktif: kartu yang terbuka tampil lagi dengan tombolnya.'
