import { z } from 'zod'
import { aggregateKind } from './aggregate.ts'
import { defineJob } from './job.ts'

/** Turn the effects of an aggregate into deliveries. */
export const relayEffects = defineJob({
  name: 'relayEffects',
  queue: 'relay',
  data: z.strictObject({ aggregate: aggregateKind, id: z.string() }),
  keyOf: ({ aggregate, id }) => [aggregate, id],
})
