/** The shapes that the control API, the driver and the pages speak. */
export type * from './contract/acting.ts'
export type * from './contract/faults.ts'
export type * from './contract/journal.ts'
export type * from './contract/shown.ts'
