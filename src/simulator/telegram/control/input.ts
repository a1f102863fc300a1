import type { Request } from 'express'
import { z } from 'zod'
import { isBuiltInPhoto } from '../../shared/built-in-photos.ts'
import { parse } from '../../shared/control/parse.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import type { Speaker } from '../world/speak.ts'
import type { SimChat, SimUser } from '../world/state.ts'

const text = (max: number): z.ZodString => z.string().min(1).max(max)
const reference = z.union([z.number().int(), text(120)])
const botStatus = z.enum(['administrator', 'member', 'restricted', 'left', 'kicked'])
const messageId = z.number().int().positive()
const coordinates = { latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) } as const

export const input = {
  user: z.strictObject({
    id: z.number().int().positive().optional(),
    firstName: text(64),
    lastName: text(64).optional(),
    username: z
      .string()
      .regex(/^[A-Za-z]\w{3,31}$/)
      .optional(),
    languageCode: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
  }),
  start: z.strictObject({
    payload: z
      .string()
      .regex(/^[\w-]{0,64}$/)
      .optional(),
  }),
  flag: z.strictObject({ value: z.boolean() }),
  chat: z.strictObject({
    type: z.enum(['group', 'supergroup']).default('group'),
    title: text(128),
    id: z.number().int().negative().optional(),
    forum: z.boolean().optional(),
    members: z.array(reference).max(200).default([]),
    bot: botStatus.default('member'),
    labels: z.array(text(80)).max(20).default([]),
  }),
  label: z.strictObject({ label: text(80) }),
  topic: z.strictObject({ name: text(128), as: reference.optional() }),
  topicChange: z.strictObject({ closed: z.boolean().optional(), deleted: z.boolean().optional() }),
  bot: z.strictObject({ status: botStatus, by: reference.optional() }),
  rights: z.strictObject({ texts: z.boolean().optional(), photos: z.boolean().optional() }),
  member: z.strictObject({ user: reference, status: z.enum(['member', 'left', 'kicked']), by: reference.optional() }),
  migrate: z.strictObject({ announce: z.enum(['before', 'after']).default('before') }),
  say: z
    .strictObject({
      as: z.union([reference, z.strictObject({ anonymous: z.literal(true) })]),
      text: z.string().max(2_000_000).optional(),
      /** A built-in picture, `bukan-foto`, or uploaded bytes. */
      photo: z
        .union([
          z.literal('bukan-foto'),
          z.string().refine(isBuiltInPhoto, 'no such built-in photo'),
          z.strictObject({ base64: z.base64().max(20_000_000) }),
        ])
        .optional(),
      document: z.strictObject({ name: text(200), mime: text(100), base64: z.base64().max(30_000_000) }).optional(),
      voice: z.strictObject({ seconds: z.number().int().min(1).max(600) }).optional(),
      sticker: z.strictObject({ emoji: text(16) }).optional(),
      location: z
        .strictObject({
          ...coordinates,
          /** Seconds for which it goes on moving: a live location. */
          livePeriod: z.number().int().min(60).max(0x7fffffff).optional(),
        })
        .optional(),
      venue: z.strictObject({ title: text(200), address: z.string().max(300) }).optional(),
      contact: z.strictObject({ phone: text(40), firstName: text(64) }).optional(),
      caption: z.string().max(200_000).optional(),
      replyTo: messageId.optional(),
      topic: messageId.optional(),
      /** Pictures with the same value form an album. */
      album: z
        .string()
        .regex(/^\w{1,40}$/)
        .optional(),
    })
    .refine(say => CONTENT.filter(kind => say[kind] !== undefined).length === (say.venue ? 2 : 1), {
      message: 'exactly one of text, photo, document, voice, sticker, location (a venue goes with a location), contact',
    }),
  press: z
    .strictObject({
      as: reference,
      message: messageId.optional(),
      button: text(200).optional(),
      data: text(200).optional(),
      forged: z.boolean().optional(),
      inaccessible: z.boolean().optional(),
      /** Machine seconds to wait for the answer; 0 does not wait. */
      wait: z.number().min(0).max(60).default(5),
    })
    .refine(press => press.button !== undefined || press.data !== undefined, { message: 'button or data is needed' }),
  edit: z.strictObject({ text: z.string().max(200_000), as: reference.optional() }),
  /** Where a live location is now; `stop` ends it there. */
  move: z.strictObject({ ...coordinates, stop: z.boolean().default(false) }),
  fault: z.strictObject({
    methods: z.array(text(60)).max(40).optional(),
    chat: reference.optional(),
    words: text(200).optional(),
    times: z.number().int().min(1).max(1_000_000).optional(),
    effect: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('error'),
        code: z.number().int().min(400).max(599),
        description: text(300).optional(),
        retryAfter: z.number().int().min(1).max(86_400).optional(),
        executed: z.boolean().optional(),
      }),
      z.strictObject({ kind: z.literal('hang'), executed: z.boolean().optional() }),
      z.strictObject({ kind: z.literal('drop') }),
      z.strictObject({ kind: z.literal('reset') }),
      z.strictObject({ kind: z.literal('slow'), ms: z.number().int().min(1).max(600_000) }),
      z.strictObject({ kind: z.literal('garbage'), code: z.number().int().min(200).max(599) }),
    ]),
  }),
  times: z.strictObject({ times: z.number().int().min(1).max(1000).default(1) }),
  limits: z.union([
    z.literal('off'),
    z.strictObject({ group: rate().optional(), chat: rate().optional(), overall: rate().optional() }),
  ]),
  messagesQuery: z.object({
    limit: z.coerce.number().int().min(1).max(3000).default(200),
    topic: z.coerce.number().int().optional(),
    deleted: z.enum(['true', 'false']).default('false'),
  }),
} as const

const CONTENT = ['text', 'photo', 'document', 'voice', 'sticker', 'location', 'venue', 'contact'] as const

function rate(): z.ZodType<'off' | { max: number; windowMs: number }> {
  return z.union([
    z.literal('off'),
    z.strictObject({ max: z.number().int().min(1), windowMs: z.number().int().min(1) }),
  ])
}

export function chatOf(sim: Sim, req: Request): SimChat {
  const chat = sim.world.findChat(String(req.params.chat ?? ''))
  if (!chat) throw new ControlError('unknown_chat')
  return chat
}

export function userOf(sim: Sim, who: number | string): SimUser {
  const user = sim.world.findUser(who)
  if (!user) throw new ControlError('unknown_user')
  return user
}

export function optionalUser(sim: Sim, who: number | string | undefined): SimUser | undefined {
  return who === undefined ? undefined : userOf(sim, who)
}

export function speakerOf(sim: Sim, as: z.output<typeof input.say>['as']): Speaker {
  return typeof as === 'object' ? as : { user: userOf(sim, as) }
}

export function messageIdOf(req: Request): number {
  return parse(z.object({ message: z.coerce.number().int().positive() }), req.params).message
}
