import { z } from 'zod'
import { callbackEnds } from '../../dispatch/call/call.ts'
import { incidentStatuses } from './statuses.ts'
import { callClass, freeText, instant, line } from './words.ts'

/** Corrections of calls, call-back tasks, referrals until they are confirmed. */

export const reclassifyCall = z
  .strictObject({ callClass, reason: freeText.exactOptional() })
  .meta({ id: 'ReclassifyCall' })
export const confirmReferral = z
  .strictObject({ contact: line.exactOptional(), ticket: line.exactOptional() })
  .meta({ id: 'ConfirmReferral' })
export const recordCallback = z
  .strictObject({
    outcome: z.enum([...callbackEnds, 'noAnswer']),
    note: freeText.exactOptional(),
    newCall: z.boolean().exactOptional().meta({ description: 'Reached: opens a call of its own with the same number' }),
  })
  .meta({ id: 'RecordCallback' })

export const referralView = z
  .object({
    call: z.string(),
    phone: z.string().nullable(),
    callerName: z.string().nullable(),
    receiver: z.string(),
    ticket: z.string().nullable(),
    note: z.string().nullable(),
    at: instant,
    by: z.string(),
    status: z.enum(['waiting', 'confirmed', 'takenBack', 'handled']),
    settled: z.object({ at: instant, by: z.string(), words: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'ReferralView' })

export const callbackView = z
  .object({
    call: z.string(),
    cause: z.enum(['silent', 'dropped']),
    raisedAt: instant,
    calls: z.array(z.string()),
    phone: z.string().nullable(),
    callerName: z.string().nullable(),
    incident: z.string().nullable(),
    attempts: z.array(z.object({ at: instant, by: z.string() })),
    mayGiveUp: z.boolean(),
    done: z
      .object({
        outcome: z.enum(callbackEnds),
        at: instant,
        by: z.string(),
        note: z.string().nullable(),
        call: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'CallbackView' })

export const numberView = z
  .object({
    ghosts: z.number(),
    pranks: z.number(),
    silentBefore: z.number(),
    openIncidents: z.array(z.object({ id: z.string(), number: z.string(), status: z.enum(incidentStatuses) })),
    openCallback: z.string().nullable(),
  })
  .meta({ id: 'NumberView' })

/** What a call's view says of all this. */
export const callDeskFields = {
  referral: referralView.nullable(),
  callback: callbackView.nullable(),
  callbackOf: z.string().nullable(),
  droppedAt: instant.nullable(),
  backEntered: z.boolean(),
  erasedAt: instant.nullable(),
  reclassified: z.array(z.object({ from: callClass, to: callClass, at: instant, by: z.string() })),
  allowed: z.array(z.string()),
}

export const callbackList = z.object({ callbacks: z.array(callbackView) }).meta({ id: 'CallbackList' })
export const referralList = z.object({ referrals: z.array(referralView) }).meta({ id: 'ReferralList' })
