import type { Hazard, TextRef, VictimKind } from '../vocabulary.ts'

/** An answer of the caller: not asked yet (absent), known, or "tidak diketahui". */
export type Answer<T> = { known: T } | 'unknown'

/** WGS 84 degrees; accuracy is the radius in metres that the place was read with. */
export interface Point {
  lat: number
  lng: number
  accuracyMetres: number
}

export type Victims = Partial<Record<VictimKind, number>>

/**
 * The fields a-h that the standard asks (Semarang, step 2, "Keterangan"), and hazards beside them.
 * Words of the caller are references; the core decides by what is known, never by what it says.
 */
export interface Intake {
  /** a. identity of the caller */
  reporter?: Answer<TextRef>
  /** b. kind of incident: a run card's code */
  type?: Answer<string>
  /** c. location: kelurahan and kecamatan, or a name for the area */
  location?: Answer<TextRef>
  /** d. address, landmark and coordinates */
  address?: Answer<TextRef>
  landmark?: Answer<TextRef>
  point?: Answer<Point>
  /** e. how things look on the spot */
  condition?: Answer<TextRef>
  /** f. passable for four wheels */
  passable?: Answer<boolean>
  /** g. handling so far */
  handlingSoFar?: Answer<TextRef>
  /** h. victims */
  victims?: Answer<Victims>
  hazards: Hazard[]
}

export type IntakeChange = Partial<Intake>

/** Letters of the standard and the answers that each needs; landmark is welcome, never demanded. */
export const intakeLetters = {
  a: ['reporter'],
  b: ['type'],
  c: ['location'],
  d: ['address', 'point'],
  e: ['condition'],
  f: ['passable'],
  g: ['handlingSoFar'],
  h: ['victims'],
} as const satisfies Record<string, readonly (keyof Intake)[]>

/** The letters that still lack an answer ("tidak diketahui" is one). */
export const missingLetters = (intake: Intake): string[] =>
  Object.entries(intakeLetters)
    .filter(([, fields]) => fields.every(field => intake[field] === undefined))
    .map(([letter]) => letter)

export const known = <T>(answer: Answer<T> | undefined): T | undefined =>
  answer === undefined || answer === 'unknown' ? undefined : answer.known

/** Enough to send somebody: a type and any word of where. */
export const readyForEarlyDispatch = (intake: Intake): boolean => known(intake.type) !== undefined && hasPlace(intake)

export const hasPlace = (intake: Intake): boolean =>
  [intake.location, intake.address, intake.landmark, intake.point].some(answer => known<unknown>(answer) !== undefined)

/** Changes that groups must hear of at once, as a new message: DESIGN "PEMBARUAN". */
export const alertingFields = ['type', 'location', 'address', 'landmark', 'point', 'victims', 'hazards'] as const
/** The priority is no answer, but a crew drives by it. */
export type AlertingField = (typeof alertingFields)[number] | 'priority'

/** No emergency has more victims of one kind: it is a slip of the hand. */
const maxVictims = 100_000

/** Whether the numbers of victims can be true. */
export const countable = ({ victims }: Pick<IntakeChange, 'victims'>): boolean =>
  Object.values(known(victims) ?? {}).every(count => Number.isInteger(count) && count >= 0 && count <= maxVictims)
