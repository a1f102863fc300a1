/** What WhatsApp says in its own way: it has no buttons, so people answer with numbers. */

/** Words that crews use for a button beside its label. */
export const otherWords = { laporan: 'report', detail: 'detail', 'kirim sekarang': 'finish' } as const

/** Polite words behind an answer, which say nothing. */
export const politeWords = [
  'ya',
  'iya',
  'ok',
  'oke',
  'siap',
  'pak',
  'bapak',
  'bu',
  'ibu',
  'mas',
  'mbak',
  'bang',
  'kak',
  'min',
  'ndan',
  'komandan',
  'terima kasih',
  'makasih',
  'trims',
] as const

/** Above the numbers of a message in a group; a chat whose codes are all in use has none. */
export const replyWithNumber = (code: string | null): string =>
  `↩ Balas pesan ini dengan angka${code === null ? '' : `, atau ketik ${code} dan angka`}:`
/** The same in a private chat, where the number alone will do while only one thing is asked. */
export const answerWithNumber = (code: string | null): string =>
  `↩ Jawab dengan angka${code === null ? '' : ` (atau ${code} dan angka)`}:`
/** "1 Kami tangani" */
export const choice = (number: number, label: string): string => `${number} ${label}`
export const choices = (all: readonly string[]): string => all.join(' · ')
/** in the place of a link that a button would open */
export const byNumber = (number: number, label: string): string => `balas ${number} (${label})`
export const link = (label: string, url: string): string => `${label}: ${url}`

/** A question that an answer led to; its numbers follow. */
export const asks = (question: string): string => `❓ ${question}`
/** Under a refusal, or a line that explains: what can be answered now. */
export const unclear = '🤔 Belum jelas, tidak ada yang dicatat.'
export const nothingAsked = 'Sekarang tidak ada yang bisa dijawab di situ.'
export const unknownCode = (code: string): string =>
  `🤔 Kode ${code} tidak berlaku di chat ini; tidak ada yang dicatat. Ketik /aktif untuk melihat kejadian yang terbuka.`
export const severalOpen = (all: readonly string[]): string =>
  ['🤔 Ada beberapa yang menunggu jawaban. Ketik kode dan angka:', ...all].join('\n')
export const oneOfSeveral = (code: string, numbers: string): string => `${code}: ${numbers}`
export const privateChatClosed =
  'Chat pribadi Anda tidak bisa dihubungi. Kirim pesan apa saja ke nomor ini secara pribadi, lalu coba lagi; atau tanyakan kepada 112.'
/** a person whose name WhatsApp does not show */
export const unnamed = (lastFigures: string): string => `…${lastFigures}`
export const pollQuestion = (code: string | null): string => `Jawaban untuk ${code === null ? 'kartu di atas' : code}?`
