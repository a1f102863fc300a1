import type { Actor } from '../../dispatch/vocabulary.ts'

/** Who did it, for people; what the system does by itself has the product's name. */
export const nameOf = (by: Actor): string => (by.kind === 'system' ? 'Tanggap 112' : by.name)
