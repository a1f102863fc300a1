import type { ButtonVerb } from '../../../application/application.ts'

/**
 * The numbers that people answer with (MESSAGING.md, "WhatsApp"). They never change their meaning: crews know them by
 * heart, and an answer may come days after its question. The second question of a step has the step's own number.
 */
const numbers = {
  undo: 0,
  back: 0,
  acknowledge: 1,
  decline: 2,
  depart: 3,
  arrive: 4,
  obstacle: 5,
  requestBackup: 6,
  clear: 7,
  'confirm:clear': 7,
  notFound: 8,
  'confirm:notFound': 8,
  report: 9,
  handBack: 10,
  'confirm:handBack': 10,
  transport: 11,
  arriveHospital: 12,
  detail: 13,
  receive: 14,
  takeEscalation: 15,
  finish: 16,
  takeOver: 17,
  postpone: 18,
  putAway: 19,
  'outcome:handled': 21,
  'outcome:nothingFound': 22,
  'outcome:referred': 23,
  'outcome:transferred': 24,
  'reason:notOurs': 31,
  'reason:noUnit': 32,
  'reason:outOfArea': 33,
  'reason:duplicate': 34,
  'reason:handledAlready': 35,
  units: 40,
  /** and the unit's own number: 41 to 49, from the tenth on 410 */
  'unit:arrive': 40,
  /** 51 to 59, from the tenth on 510 */
  'unit:clear': 50,
} as const satisfies Record<ButtonVerb, number>

/** "Isi di chat pribadi": a link elsewhere, a number here. */
export const privatelyNumber = 20

/** What a number asks for when nothing that is shown says more. */
export type Wish = { verb: ButtonVerb; about?: number } | 'privately'

const verbs = Object.keys(numbers) as ButtonVerb[]
const unitVerbs: readonly ButtonVerb[] = ['unit:arrive', 'unit:clear']

/** The number of a button; `about` is the unit of a unit's step. */
export const numberOf = (verb: ButtonVerb, about = 0): number =>
  unitVerbs.includes(verb) ? numbers[verb] * (about > 9 ? 10 : 1) + about : numbers[verb]

/** The step's first meaning (Selesai, not its confirmation; Urungkan, not Kembali); null for a number that is none of ours. */
export const wishOf = (number: number): Wish | null => {
  if (number === privatelyNumber) return 'privately'
  const verb = verbs.find(candidate => !unitVerbs.includes(candidate) && numbers[candidate] === number)
  if (verb) return { verb }
  const about = number > 400 ? number % 100 : number % 10
  const ofUnit = unitVerbs.find(candidate => about > 0 && numberOf(candidate, about) === number)
  return ofUnit ? { verb: ofUnit, about } : null
}

/** Outcomes of a report: what is written behind them are its words. */
export const isOutcome = (number: number): boolean => number >= 21 && number <= 24

const menus: readonly { number: number; from: number; to: number }[] = [
  { number: numbers.decline, from: 31, to: 35 },
  { number: numbers.report, from: 21, to: 24 },
  { number: numbers.units, from: 41, to: 59 },
]

/** Whether the second number answers what the first one would ask: "2 31". */
export const answersMenu = (first: number, second: number): boolean =>
  menus.some(({ number, from, to }) => number === first && second >= from && second <= to)
