/** The talk between the control room and the groups. */

export const messageTitle = {
  usual: (centre: string, number: string): string => `✉️ Pesan ${centre}: ${number}`,
  urgent: (centre: string, number: string): string => `📢 PESAN PENTING ${centre}: ${number}`,
} as const
export const writtenBy = (name: string): string => `Dari petugas 112 (${name})`
export const replyToAnswer = 'Balas pesan ini untuk menjawab.'

/** in the place of words that a group must not read */
export const wordsInDetail = 'Isi pesan: pilih Lihat detail'
export const wordsAfterTaking = 'Isi pesan: pilih Kami tangani di kartu, lalu Lihat detail'
export const wordsByRadio = 'Isi pesan: tanyakan kepada 112'

/** the address of a place that has none */
export const pointOnly = 'titik di peta'
