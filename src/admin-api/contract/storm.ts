import { z } from 'zod'
import { instant } from './words.ts'

/** Storm mode: hundreds of incidents within minutes. */

export const stormView = z
  .object({
    centre: z.string(),
    since: instant,
    most: z.number().meta({ description: 'The most incidents that were sent within the window' }),
    windowMinutes: z.number(),
  })
  .meta({ id: 'StormView' })
export const stormNow = z.object({ storm: stormView.nullable() }).meta({ id: 'StormNow' })
