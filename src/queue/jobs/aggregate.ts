import { z } from 'zod'

/** The documents that have effects and deadlines. */
export const aggregateKind = z.enum(['call', 'incident'])
export type AggregateKind = z.infer<typeof aggregateKind>
