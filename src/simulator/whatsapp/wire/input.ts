import { z } from 'zod'
import type { WireCall, WireCalls } from '../contract/wire.ts'

const id = z.string().min(1).max(200)
const poll = z.strictObject({
  question: z.string().max(300),
  options: z.array(z.string().max(200)).min(1).max(12),
  single: z.boolean(),
})
const place = z.strictObject({ latitude: z.number(), longitude: z.number(), name: z.string().max(1000) })

/** What each call must bring; a page that brings something else is broken, and hears so. */
export const WIRE_INPUT = {
  send: z.strictObject({
    id,
    to: id,
    type: z.enum(['text', 'media', 'poll', 'location']),
    text: z.string().max(70_000),
    quotes: id.nullable(),
    mentions: z.array(id).max(1000),
    media: z
      .strictObject({
        fileId: id,
        kind: z.enum(['image', 'ptt', 'audio', 'video', 'document', 'sticker']),
        name: z.string().max(300).nullable(),
      })
      .nullable(),
    poll: poll.nullable(),
    place: place.nullable(),
  }),
  edit: z.strictObject({ id, text: z.string().max(70_000) }),
  revoke: z.strictObject({ id }),
  react: z.strictObject({ id, text: z.string().max(40) }),
  vote: z.strictObject({ id, options: z.array(z.number().int().min(0)).max(12) }),
  seen: z.strictObject({ chat: id }),
  leave: z.strictObject({ chat: id }),
  earlier: z.strictObject({ chat: id, before: id.nullable(), limit: z.number().int().min(1).max(1000) }),
  find: z.strictObject({ id }),
  exists: z.strictObject({ id }),
  pairingCode: z.strictObject({ phone: id }),
  refreshRef: z.strictObject({}),
  takeover: z.strictObject({}),
  logout: z.strictObject({}),
  worked: z.strictObject({ seq: z.number().int().min(0) }),
  drift: z.strictObject({ name: id }),
} as const satisfies { readonly [Call in WireCall]: z.ZodType<WireCalls[Call]['given']> }
