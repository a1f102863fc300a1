/** What screens read. All times are service time in ms since 1970 UTC; words of people are resolved from their references. */

export type * from './views/assignments.ts'
export type * from './views/calls.ts'
export type * from './views/clocks.ts'
export type * from './views/incidents.ts'
export type * from './views/intake.ts'
export type * from './views/proposals.ts'
