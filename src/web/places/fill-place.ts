import type { IntakeAnswers, PlaceView } from '../../admin-api/contract/index.ts'

export type PlaceAnswers = Pick<IntakeAnswers, 'location' | 'address' | 'landmark' | 'point'>
export type PlaceField = keyof PlaceAnswers
/** The fields in which places are typed. */
export type PlaceTextField = Exclude<PlaceField, 'point'>

/** How far the position of a place may be from what the caller means, in metres. */
const accuracyOfKind = { landmark: 100, street: 500, kelurahan: 1_000, kecamatan: 3_000 } as const

/** What a place says for the fields of the intake. */
export const answersOf = (place: PlaceView): PlaceAnswers => {
  const { kind, name, lat, lng } = place
  const kelurahan = kind === 'kelurahan' ? name : place.kelurahan
  const kecamatan = kind === 'kecamatan' ? name : place.kecamatan
  const areas = [kelurahan && withPrefix('Kel.', kelurahan), kecamatan && withPrefix('Kec.', kecamatan)].filter(Boolean)
  return {
    point: { known: { lat, lng, accuracyMetres: accuracyOfKind[kind] } },
    ...(areas.length > 0 && { location: { known: areas.join(', ') } }),
    ...(kind === 'street' && { address: { known: name } }),
    ...(kind === 'landmark' && { landmark: { known: name } }),
  }
}

const withPrefix = (prefix: string, name: string): string =>
  /^(kel|kec|desa)/i.test(name) ? name : `${prefix} ${name}`

export interface Filling {
  /** written into their fields */
  set: PlaceAnswers
  /** other answers stand there: only shown */
  offered: PlaceAnswers
}

/**
 * What picking a place does: it replaces what was typed to find it, fills fields without an answer and those that an
 * earlier pick filled; where an operator answered otherwise it only offers.
 */
export const fillPlace = (
  place: PlaceView,
  typedIn: PlaceTextField,
  answers: PlaceAnswers,
  filledBefore: PlaceAnswers,
): Filling => {
  const wanted = Object.entries(answersOf(place)) as [PlaceField, PlaceAnswers[PlaceField]][]
  const isFree = (field: PlaceField): boolean =>
    field === typedIn || answers[field] === undefined || same(answers[field], filledBefore[field])
  const some = (chosen: typeof wanted): PlaceAnswers => Object.fromEntries(chosen)
  return {
    set: some(wanted.filter(([field]) => isFree(field))),
    offered: some(wanted.filter(([field, answer]) => !isFree(field) && !same(answers[field], answer))),
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
