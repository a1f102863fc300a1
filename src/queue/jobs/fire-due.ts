import { z } from 'zod'
import { aggregateKind } from './aggregate.ts'
import { defineJob } from './job.ts'

/**
 * A deadline of an aggregate. Each deadline has a job of its own, so the earliest always comes in time, whoever adds a
 * later one meanwhile; one that has become needless finds nothing due.
 */
export const fireDue = defineJob({
  name: 'fireDue',
  queue: 'due',
  /** `at` is service time, ms */
  data: z.strictObject({ aggregate: aggregateKind, id: z.string(), at: z.number() }),
  keyOf: ({ aggregate, id, at }) => [aggregate, id, String(at)],
})
