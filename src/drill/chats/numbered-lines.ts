/**
 * How people read on WhatsApp what Telegram shows as buttons: the drill's own reading of MESSAGING.md's table, so that it
 * does not judge the app by the app's words.
 */
const numbers: Readonly<Record<string, number>> = {
  '↩ Urungkan': 0,
  Kembali: 0,
  Batal: 0,
  'Kami tangani': 1,
  'Tidak bisa': 2,
  Meluncur: 3,
  'Tiba di lokasi': 4,
  Kendala: 5,
  'Minta bantuan': 6,
  Selesai: 7,
  'Selesai (tanpa ke lokasi)': 7,
  'Ya, selesai': 7,
  'Tidak ditemukan': 8,
  'Ya, tidak ditemukan': 8,
  'Kirim laporan': 9,
  Kembalikan: 10,
  'Ya, kembalikan': 10,
  'Bawa ke RS': 11,
  'Tiba di RS': 12,
  'ℹ Lihat detail': 13,
  Diterima: 14,
  'Saya tangani': 15,
  'Ambil alih laporan': 17,
  'Tunda 15 menit': 18,
  'Batalkan laporan': 19,
  'Isi di chat pribadi': 20,
  Tertangani: 21,
  Nihil: 22,
  Dirujuk: 23,
  Dialihkan: 24,
  'Bukan tugas kami': 31,
  'Tidak ada unit': 32,
  'Di luar wilayah': 33,
  'Laporan ganda': 34,
  'Sudah ditangani': 35,
}

/** The number to answer with in place of the button; undefined for a button that the table does not know. */
export const numberOf = (button: string): number | undefined => numbers[button]

const plain = (button: string): string => button.replace(/^(?:[^\p{L}\p{N}]|\p{Extended_Pictographic})+/u, '')
const buttonOf = new Map(Object.entries(numbers).map(([button, number]) => [`${number} ${plain(button)}`, button]))

/** The last paragraph of a message that can be answered: how, the code, and the numbered words. */
const answerable =
  /\n+↩ (?:Balas pesan ini|Jawab) dengan angka(?:(?:, atau ketik | \(atau )([A-Z]\d[A-Z]) dan angka\)?)?:\s(.+)$/u
/** A text between WhatsApp's marks, which stand at the edges of words. */
const marked = /(?<![\p{L}\p{N}])([*_~])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu
/** "Buka peta: https://…": Telegram hides the address behind the words. */
const writtenOut = /: https:\/\/\S+/g

/** A text of WhatsApp as its readers take it: a number whose words are another button's stays as it is written. */
export const readNumbered = (source: string): { text: string; buttons: string[]; code: string | null } => {
  const unmarked = source.replace(marked, '$2')
  const [paragraph = '', code = null, choices = ''] = answerable.exec(unmarked) ?? []
  const text = unmarked.slice(0, unmarked.length - paragraph.length).replace(writtenOut, '')
  const buttons = choices === '' ? [] : choices.split(' · ').map(choice => buttonOf.get(choice) ?? choice)
  return { text, buttons, code }
}
