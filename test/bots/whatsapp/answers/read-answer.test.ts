import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buttonVerbs } from '../../../../src/application/application.ts'
import { codeAt, codeCount, codeShownIn } from '../../../../src/bots/whatsapp/answers/code-shape.ts'
import { numberOf } from '../../../../src/bots/whatsapp/answers/numbers.ts'
import { readAnswer } from '../../../../src/bots/whatsapp/answers/read-answer.ts'

const codes = fc.integer({ min: 0, max: codeCount - 1 }).map(codeAt)

/** How people write a code and a number. */
const habits: readonly ((code: string, number: number) => string)[] = [
  (code, number) => `${code} ${number}`,
  (code, number) => `${code.toLowerCase()}${number}`,
  (code, number) => `${code.toLowerCase()} ${number}`,
  (code, number) => `${code}: ${number}.`,
  (code, number) => `  *${code}* - *${number}*  `,
  (code, number) => `${code},${number} ya pak`,
  (code, number) => `${number} ${code}`,
  (code, number) => `@6281200000000 ${code} ${number} terima kasih 🙏`,
  (code, number) => `${code} ${[...String(number)].map(figure => `${figure}\ufe0f\u20e3`).join('')}`,
]

describe('code and number', () => {
  test('every verb comes back, however it is written', () => {
    fc.assert(
      fc.property(codes, fc.constantFrom(...buttonVerbs), fc.constantFrom(...habits), (code, verb, write) => {
        const number = numberOf(verb, verb.startsWith('unit:') ? 3 : 0)
        expect(readAnswer(write(code, number))).toEqual({ kind: 'choice', code, number })
      }),
    )
  })

  test('the words of the buttons work too', () => {
    const said = ['meluncur', 'Kami tangani', 'TIBA DI LOKASI', 'selesai ndan', 'Ya, selesai', '↩ Urungkan', 'laporan']
    expect(said.map(words => readAnswer(`A7K ${words}`))).toEqual(
      [3, 1, 4, 7, 7, 0, 9].map(number => ({ kind: 'choice', code: 'A7K', number })),
    )
    expect(readAnswer('A7K lihat detail pak')).toEqual({ kind: 'choice', code: 'A7K', number: 13 })
    expect(readAnswer('A7K tidak ada unit')).toEqual({ kind: 'choice', code: 'A7K', number: 32 })
    expect(readAnswer('A7K 1 Kami tangani')).toEqual({ kind: 'choice', code: 'A7K', number: 1 })
  })

  test('a step and what it asks in one message', () => {
    expect(readAnswer('A7K 2 31')).toEqual({ kind: 'choice', code: 'A7K', number: 31 })
    expect(readAnswer('A7K 9 22')).toEqual({ kind: 'choice', code: 'A7K', number: 22 })
  })

  test('an outcome with the words of the report, kept as they were written', () => {
    const report = 'Korban: 2 luka\n*Unit*: 3 mobil\n- 21 warga mengungsi'
    for (const between of [' ', '\n', ': ', ', ', ' - ']) {
      expect(readAnswer(`A7K 21${between}${report}`)).toEqual({ kind: 'report', code: 'A7K', number: 21, text: report })
    }
    expect(readAnswer('21: api padam')).toEqual({ kind: 'report', code: null, number: 21, text: 'api padam' })
  })

  test('beside a code, whatever is no answer is unclear and acts on nothing', () => {
    const unclear = ['', '2 korban luka', '5 rumah', '21 korban luka', '3 4', 'jalan macet', '2.500', 'x', '2 41']
    for (const words of unclear) expect(readAnswer(`A7K ${words}`)).toEqual({ kind: 'unclear', code: 'A7K' })
  })
})

describe('a noisy group', () => {
  test('numbers in talk are no answers', () => {
    const talk = [
      '2 korban',
      'jam 3',
      '3 unit sudah di jalan',
      'tadi 7',
      '1,5 km lagi',
      'no. 4 di mana?',
      'K3',
      'H 7 K',
      '',
    ]
    for (const text of talk) expect(readAnswer(text)).toBeNull()
  })

  test('a number alone has no code: a group never acts on it', () => {
    for (const text of ['7', ' 2 ', '3.', '1 ya', '2️⃣']) expect(readAnswer(text)).toMatchObject({ code: null })
  })

  test('random chatter never names a code', () => {
    const words = fc.constantFrom(
      'api',
      'pak',
      '2',
      '7',
      '112',
      'jam',
      'ok',
      'A7',
      'selesai',
      'meluncur',
      'P1',
      'B2B',
      '🚒',
    )
    const chatter = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(words, { maxLength: 8 }).map(all => all.join(' ')),
    )
    fc.assert(
      fc.property(chatter, text => {
        const code = readAnswer(text)?.code ?? null
        // the rare one that is spelled like a code stands at one end of what was typed, marks aside
        const typed = text.normalize('NFKC').replace(/[*_~`]/g, '')
        expect(code === null || new RegExp(`^\\W*${code}|${code}\\W*$`, 'i').test(typed)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('codes', () => {
  test('have no look-alikes, and no two are the same', () => {
    const all = Array.from({ length: codeCount }, (_, place) => codeAt(place))
    expect(new Set(all).size).toBe(codeCount)
    for (const code of all) expect(code).toMatch(/^[ACDEFHJKMNPRTUVWXY][2-9][ACDEFHJKMNPRTUVWXY]$/)
    expect(codeCount).toBeGreaterThan(2500)
  })

  test('are found in what our message shows, in its last lines', () => {
    expect(codeShownIn('Jl. X3Y\n\n↩ Balas pesan ini dengan angka, atau ketik *A7K* dan angka:\n1 Kami tangani')).toBe(
      'A7K',
    )
    expect(codeShownIn('tanpa kode')).toBeNull()
  })
})
