import type { Request } from 'express'
import { z } from 'zod'
import { FAULT_CALLS } from '../contract/faults.ts'
import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import type { SimChat, SimMessage, SimPerson } from '../world/state.ts'

const text = (max: number): z.ZodString => z.string().min(1).max(max)
const reference = text(120)
const addressing = z.enum(['pn', 'lid'])
const phoneShown = z.enum(['always', 'on-request', 'never'])
const bytes = z.base64().max(30_000_000)
const ms = z.number().int().min(1).max(600_000)

export const input = {
  person: z.strictObject({
    name: text(64),
    phone: z
      .string()
      .regex(/^\d{8,15}$/)
      .optional(),
    addressing: addressing.default('pn'),
    phoneShown: phoneShown.default('always'),
  }),
  personChange: z.strictObject({
    online: z.boolean().optional(),
    addressing: addressing.optional(),
    phoneShown: phoneShown.optional(),
  }),
  group: z.strictObject({
    title: text(128),
    members: z.array(reference).max(1000).default([]),
    admins: z.array(reference).max(1000).default([]),
    /** Whether the linked account's owner is in it. */
    owner: z.boolean().default(true),
    addressing: addressing.default('pn'),
    announce: z.boolean().default(false),
    labels: z.array(text(80)).max(20).default([]),
  }),
  privateChat: z.strictObject({ person: reference, with: reference.optional() }),
  label: z.strictObject({ label: text(80) }),
  groupChange: z.strictObject({ title: text(128).optional(), announce: z.boolean().optional(), by: reference }),
  member: z.strictObject({
    person: reference,
    status: z.enum(['member', 'admin', 'out']),
    by: reference.optional(),
  }),
  say: z
    .strictObject({
      as: reference,
      text: z.string().max(70_000).optional(),
      /** A built-in picture or bytes. */
      photo: z.union([text(40), z.strictObject({ base64: bytes, mime: text(100).default('image/jpeg') })]).optional(),
      document: z.strictObject({ name: text(200), mime: text(100), base64: bytes }).optional(),
      voice: z.strictObject({ seconds: z.number().int().min(1).max(600) }).optional(),
      sticker: z.literal(true).optional(),
      location: z
        .strictObject({
          latitude: z.number().min(-90).max(90),
          longitude: z.number().min(-180).max(180),
          name: z.string().max(300).default(''),
        })
        .optional(),
      poll: z
        .strictObject({ question: text(255), options: z.array(text(100)).min(2).max(12), single: z.boolean() })
        .optional(),
      caption: z.string().max(70_000).default(''),
      quote: reference.optional(),
      mentions: z.array(reference).max(100).default([]),
    })
    .refine(say => KINDS.filter(kind => say[kind] !== undefined).length === 1, {
      message: `exactly one of text, photo, document, voice, sticker, location, poll`,
    }),
  edit: z.strictObject({ as: reference.optional(), text: z.string().max(70_000) }),
  by: z.strictObject({ as: reference.optional() }),
  react: z.strictObject({ as: reference, emoji: z.string().max(40) }),
  vote: z.strictObject({ as: reference, options: z.array(text(100)).max(12) }),
  read: z.strictObject({ as: reference.optional() }),
  media: z.strictObject({ gone: z.enum(['expired', 'missing', 'broken']).nullable() }),
  link: z.strictObject({ as: reference.optional(), qr: text(2000).optional(), code: text(20).optional() }),
  unlink: z.strictObject({ how: z.enum(['logout', 'unpaired']).default('logout') }),
  state: z.strictObject({ state: text(40) }),
  fault: z.strictObject({
    call: z.enum(FAULT_CALLS),
    chat: reference.optional(),
    times: z.number().int().min(1).max(1_000_000).optional(),
    effect: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('slow'), ms }),
      z.strictObject({ kind: z.literal('unanswered') }),
      z.strictObject({ kind: z.literal('lost') }),
      z.strictObject({ kind: z.literal('refused') }),
      z.strictObject({
        kind: z.literal('trouble'),
        trouble: z.enum(['reload', 'sync-early', 'events-twice', 'never-sync', 'forgetful']),
      }),
    ]),
  }),
  messagesQuery: z.object({ limit: z.coerce.number().int().min(1).max(3000).default(200) }),
} as const

const KINDS = ['text', 'photo', 'document', 'voice', 'sticker', 'location', 'poll'] as const

export function chatOf(sim: Sim, req: Request): SimChat {
  const chat = sim.world.findChat(String(req.params.chat ?? ''))
  if (!chat) throw new ControlError('unknown_chat')
  return chat
}

export function personOf(sim: Sim, who: string): SimPerson {
  const person = sim.world.findPerson(who)
  if (!person) throw new ControlError('unknown_person')
  return person
}

/** Who acts: the named person, or the chat's own side that is not the linked account. */
export function actorOf(sim: Sim, chat: SimChat, who: string): SimPerson {
  const person = personOf(sim, who)
  if (!chat.members.has(person.phone)) throw new ControlError('not_a_member')
  return person
}

/** A message by its stanza id, with or without the page's `true_…_` around it. */
export function messageOf(chat: SimChat, reference: string): SimMessage {
  const id = /^(?:true|false)_[^_]+_([^_]+)/.exec(reference)?.[1] ?? reference
  const message = chat.messages.get(id)
  if (!message) throw new ControlError('unknown_message')
  return message
}
