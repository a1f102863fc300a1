/** Words that every address has, or that say nothing of where. */
const common = new Set([
  ...['jl', 'jln', 'jalan', 'gg', 'gang', 'no', 'nomor', 'rt', 'rw', 'kel', 'kelurahan', 'kec', 'kecamatan', 'kota'],
  ...[
    'desa',
    'dusun',
    'blok',
    'perum',
    'perumahan',
    'komplek',
    'kompleks',
    'raya',
    'arah',
    'dekat',
    'depan',
    'belakang',
  ],
  ...[
    'samping',
    'sebelah',
    'bawah',
    'atas',
    'seberang',
    'di',
    'ke',
    'dari',
    'dan',
    'yang',
    'itu',
    'pertigaan',
    'perempatan',
  ],
  ...['simpang', 'prof', 'dr', 'ir', 'kh', 'fiktif'],
])
const shortest = 3

/** The words of a place that tell it from others: lower case, without accents, figures and what every address has. */
export const placeWords = (text: string): ReadonlySet<string> => {
  const words =
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return new Set(words.filter(word => word.length >= shortest && !common.has(word)))
}
