/** Messages beside the card: updates, report prompts, closure. */

export const updateTitle = (number: string, fields: string): string => `🔄 PEMBARUAN ${number}: ${fields}`
export const cancelledTitle = (number: string): string => `❌ PEMBARUAN ${number}: kejadian DIBATALKAN`
export const stoodDownTitle = (number: string, agency: string): string =>
  `🛑 PEMBARUAN ${number}: tugas ${agency} DIHENTIKAN`
export const replacedTitle = (number: string, agency: string): string =>
  `🛑 PEMBARUAN ${number}: tugas ${agency} DIGANTIKAN`
export const handedOverTitle = (number: string, to: string): string => `📨 PEMBARUAN ${number}: DISERAHKAN ke ${to}`
export const goOnWorking = (to: string): string => `Tim tetap bekerja. Arahan dan laporan selanjutnya ke ${to}.`
export const reopenedTitle = (number: string): string => `🔓 PEMBARUAN ${number}: kejadian DIBUKA KEMBALI`
export const reopenedMeans = 'Penanganan berlanjut. OPD yang diperlukan lagi akan menerima kartu baru.'
export const mergedTitle = (number: string, into: string): string => `🔗 PEMBARUAN ${number}: digabung ke ${into}`
/** its job goes on in the other incident; a card of its own follows */
export const mergedCarried = (agency: string, into: string): string =>
  `Tugas ${agency} berlanjut di ${into}. Pakai kartu baru di bawah, bukan kartu lama.`
export const mergedShared = (into: string): string => `Lanjutkan di kartu ${into}; kartu lama tidak dipakai lagi.`
export const mergedEnded = (agency: string): string => `Tugas ${agency} untuk nomor ini selesai.`
export const unmergedTitle = (number: string): string => `🔗 PEMBARUAN ${number}: penggabungan DIBATALKAN`
export const unmergedGoesOn = 'Kejadian ini tetap ditangani; pakai kartunya seperti semula.'

export const returnUnits = 'Unit yang sedang menuju lokasi dapat kembali.'
export const seeDetail = 'buka kartu, pilih Lihat detail'

export const reportTitle = (number: string, agency: string): string => `📝 Laporan ${number} (${agency})`
export const reportReturnedTitle = (number: string, agency: string): string =>
  `📝 Laporan ${number} (${agency}) dikembalikan 112`
/** the name of who chose it follows, and a closing bracket */
export const outcomeChosen = (outcome: string): string => `Hasil: ${outcome} (dipilih `
export const remarkLabel = 'Catatan: '
export const replyWithReport = 'Balas pesan ini dengan isi laporan. Boleh bebas, boleh per baris:'
export const replyAgain = 'Balas pesan ini dengan laporan yang sudah diperbaiki.'
export const reportLines = ['Korban:', 'Unit:', 'Tindakan:', 'Kendala:'] as const
export const photosAsReply = 'Foto: kirim sebagai balasan pesan ini.'
/** a link follows */
export const crowdedGroup = 'Grup ramai? '
/** shown in the input field; Telegram takes 64 characters at most */
export const reportPlaceholder = (number: string): string => `Laporan ${number}`.slice(0, 64)

export const sitrepTitle = (number: string, agency: string): string => `🧭 SITREP ${number} (${agency})`
export const replyWithSitrep = 'Balas pesan ini dengan keadaan terakhir: kegiatan, hasil, korban, kebutuhan.'
/** shown in the input field; Telegram takes 64 characters at most */
export const sitrepPlaceholder = (number: string): string => `SITREP ${number}`.slice(0, 64)

export const closureTitle = (number: string): string => `✅ ${number} DITUTUP`
export const closureThanks = (agency: string): string => `Penanganan selesai. Terima kasih, ${agency}.`
export const closureInformed = (agency: string): string => `Untuk diketahui ${agency}: penanganan sudah selesai.`
export const ownOutcome = (outcome: string): string => `Hasil Anda: ${outcome}`
