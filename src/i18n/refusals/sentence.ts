/**
 * What a refusal says to the person who asked: one sentence in each language, pure functions of the facts that came
 * with the code. Facts may be missing; the sentence then does without them.
 */

export type RefusalParams = Readonly<Record<string, string | number>>
export interface Sentence {
  id: string
  en: string
}
export type Say = (params: RefusalParams) => Sentence

export const fixed =
  (id: string, en: string): Say =>
  () => ({ id, en })

/** `before` + the fact + `after`, or nothing at all when the fact did not come. */
export const given = (params: RefusalParams, name: string, before: string, after = ''): string => {
  const value = params[name]
  return value === undefined || value === '' ? '' : `${before}${value}${after}`
}

/** More than are taken over at once. */
export const tooMany =
  (things: Sentence, most: number): Say =>
  params => ({
    id: `Terlalu banyak ${things.id}${given(params, 'count', ' (', ')')}; paling banyak ${params.limit ?? most}.`,
    en: `Too many ${things.en}${given(params, 'count', ' (', ')')}; ${params.limit ?? most} at most.`,
  })
