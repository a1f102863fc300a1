/** Chats that cannot be reached any more, or can be again: to administrators and supervisors. */

export const title = {
  down: (centre: string, count: number) => `🔴 SALURAN PUTUS – 112 ${centre}${times(count)}`,
  ok: (centre: string, count: number) => `🟢 SALURAN PULIH – 112 ${centre}${times(count)}`,
} as const

/** `detail`: the platform's own words, in its language */
export const line = (audience: string, chat: string, detail: string | undefined): string =>
  `• ${audience} (${chat})${detail === undefined ? '' : `: ${detail}`}`

export const more = (count: number): string => `… dan ${count} lagi; lihat halaman Administrasi.`

export const whatNow =
  'Sampai pulih, 112 memakai jalur berikutnya atau telepon. Periksa apakah bot masih ada di sana dan boleh menulis; kalau perlu, pasangkan lagi dengan kode baru (halaman Administrasi).'

/** What the platform said about the bot's own place in a chat. */
export const membershipLost = (status: string): string => lost[status as keyof typeof lost] ?? status

const lost = {
  kicked: 'bot dikeluarkan',
  left: 'bot tidak ada lagi di sana',
  restricted: 'bot tidak boleh menulis',
  blocked: 'bot diblokir',
} as const

const times = (count: number): string => (count > 1 ? ` (${count})` : '')
