import type { IntakeField } from './draft.ts'

/** The standard's letters, in the order in which callers tell: what and where come first, who comes last. */
export const spokenOrder = ['b', 'c', 'd', 'e', 'h', 'f', 'g', 'a'] as const
export type Letter = (typeof spokenOrder)[number]

/** Where each answer belongs; hazards stand beside the letters. */
export const letterOf = {
  type: 'b',
  location: 'c',
  address: 'd',
  landmark: 'd',
  point: 'd',
  condition: 'e',
  victims: 'h',
  passable: 'f',
  handlingSoFar: 'g',
  reporterName: 'a',
  reporterPhone: 'a',
} as const satisfies Record<Exclude<IntakeField, 'hazards'>, Letter>
