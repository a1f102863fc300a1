import { z } from 'zod'
import { roles } from '../../application/ports/administration.ts'
import { handling, instant, line } from './words.ts'

/** The shortest password that a user may choose, in UTF-16 units; the longest keeps scrypt's work bounded. */
export const shortestPassword = 10
const longestPassword = 200

export const role = z.enum(roles)
export const mode = z.enum(['gladi', 'live'])

export const signIn = z
  .strictObject({ name: line.min(1), password: z.string().min(1).max(longestPassword) })
  .meta({ id: 'SignIn' })
export const newPassword = z
  .strictObject({ password: z.string().min(shortestPassword).max(longestPassword) })
  .meta({ id: 'NewPassword' })
export const setDuty = z.strictObject({ onDuty: z.boolean() }).meta({ id: 'SetDuty' })

export const sessionView = z
  .object({
    user: z.object({
      id: z.string(),
      name: z.string(),
      role,
      centres: z.array(z.string()),
      onDuty: z.boolean(),
      hasPassword: z.boolean(),
    }),
    mode,
    /** the centres that the user may open, an administrator of everything: all */
    centres: z.array(z.object({ code: z.string(), name: z.string(), timeZone: z.string(), handling })),
    serviceNow: instant,
  })
  .meta({ id: 'SessionView' })
export const done = z.object({ ok: z.literal(true) }).meta({ id: 'Done' })
export const allDone = { ok: true } as const
