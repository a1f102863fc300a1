/** What a message says without WhatsApp's marks for bold and italic; words that people wrote have none of them. */
export const withoutMarks = (text: string): string => text.replace(/[*_]/g, '')

const offer = /(?:dengan|dan) angka\)?:\s+(.+)$/m
const numbered = /^(\d+) (.+)$/

/** The answers that a message offers, by number: "↩ Balas pesan ini dengan angka, atau ketik A7K dan angka:", then "1 Kami tangani · 3 Meluncur". */
export const numbersIn = (text: string): Map<number, string> => {
  const offered = offer.exec(text)?.[1]?.split(' · ') ?? []
  return new Map(
    offered.flatMap(one => {
      const [, number, words] = numbered.exec(one) ?? []
      return number === undefined || words === undefined ? [] : [[Number(number), words] as const]
    }),
  )
}
