import { z } from 'zod'
import { defineJob } from './job.ts'

/** How near two pauses of a chat may end to count as one, machine ms. */
const grainMs = 25

/**
 * The end of a chat's pause: then its drain is queued. Apart from the drain itself, so that something new for the chat
 * does not wait for the end of an older pause.
 */
export const wakeChat = defineJob({
  name: 'wakeChat',
  queue: 'due',
  /** `at` is machine time, ms */
  data: z.strictObject({ chat: z.string(), at: z.number() }),
  keyOf: ({ chat, at }) => [chat, String(Math.ceil(at / grainMs))],
})
