import { z } from 'zod'
import { machineInstant } from './words.ts'

/** The linked WhatsApp device: how it is, and how a phone links it. */

export const whatsAppView = z
  .object({
    status: z.enum(['off', 'standby', 'starting', 'linking', 'linked', 'lost', 'blocked']),
    detail: z.string(),
    since: machineInstant,
    /** digits of the linked number; null before the first link */
    number: z.string().nullable(),
    /** what to scan, or to type on the phone */
    pairing: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('qr'), content: z.string(), until: machineInstant }),
        z.object({ kind: z.literal('code'), code: z.string(), phone: z.string(), until: machineInstant }),
      ])
      .nullable(),
  })
  .nullable()
  .meta({ id: 'WhatsAppView', description: 'Null where WHATSAPP is not switched on' })

export const whatsAppWish = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('code'),
      phone: z
        .string()
        .max(40)
        .regex(/^\+?[\d\s().-]{8,}$/)
        .meta({ description: 'The number of the phone that is to be linked' }),
    }),
    z.strictObject({ kind: z.literal('qr') }),
    z.strictObject({ kind: z.literal('unlink') }),
    z.strictObject({ kind: z.literal('restart') }),
  ])
  .meta({ id: 'WhatsAppWish' })
