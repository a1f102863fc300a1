import { z } from 'zod'
import { defineJob } from './job.ts'

/** Send what a chat has waiting. */
export const drainChat = defineJob({
  name: 'drainChat',
  queue: 'deliveries',
  data: z.strictObject({ chat: z.string() }),
  keyOf: ({ chat }) => [chat],
})
