import { z } from 'zod'
import { bilingual, facts } from './words.ts'

/** The body of every answer with a status of 400 and above. */
export const refusalBody = z
  .object({
    error: z.object({
      code: z.string(),
      message: bilingual,
      params: facts,
      /** for `invalidInput` and `rulesInvalid`: what is wrong where */
      issues: z
        .array(
          z.object({
            path: z.string(),
            message: z.string(),
            /** for `rulesInvalid`: which mistake, and the message in both languages */
            code: z.string().exactOptional(),
            sentence: bilingual.exactOptional(),
          }),
        )
        .exactOptional(),
    }),
  })
  .meta({ id: 'Refusal' })

/** A live change; `id` of the SSE event is `<epoch>:<sequence>`. */
export const liveChange = z
  .object({
    topic: z.enum(['call', 'incident', 'delivery', 'channel', 'photo', 'clock', 'duty', 'channelTest', 'storm']),
    id: z.string(),
  })
  .meta({ id: 'LiveChange' })
