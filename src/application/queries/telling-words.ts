import { plainWords } from '../../lib/plain-words.ts'

/** Words that every address has, or that say nothing of where. */
const common = new Set(
  [
    'jl jln jalan gg gang no nomor rt rw kel kelurahan kec kecamatan kota desa dusun blok perum perumahan komplek kompleks',
    'raya arah dekat depan belakang samping sebelah bawah atas seberang di ke dari dan yang itu pertigaan perempatan',
    'simpang prof dr ir kh fiktif',
  ].flatMap(words => words.split(' ')),
)
const shortest = 3

/** The words of a place that tell it from others: lower case, without accents, figures and what every address has. */
export const tellingWords = (text: string): ReadonlySet<string> => {
  const words = plainWords(text).flatMap(word => word.split(/\p{N}+/u))
  return new Set(words.filter(word => word.length >= shortest && !common.has(word)))
}
