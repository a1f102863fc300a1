import { z } from 'zod'

/** A phone id (`62…@c.us`), or `…@lid` for somebody whose number WhatsApp keeps to itself. */
const person = z.string().regex(/^\d+@(c\.us|lid)$/)

const author = z.object({
  /** The phone id where the number is known, else the `@lid`: normalised before the entry is stored. */
  id: person,
  /** the name that WhatsApp shows; may be empty */
  name: z.string(),
})

const place = z.object({
  /** a group (`…@g.us`) or the person of a private chat */
  chat: z.string(),
  group: z.boolean(),
  /** service time at which WhatsApp took it, ms */
  at: z.number(),
  author,
})

/** What kinds of message there are for us; all else is `other`. */
export const messageTypes = [
  'text',
  'image',
  'video',
  'voice',
  'audio',
  'sticker',
  'document',
  'location',
  'poll',
  'contact',
  'other',
] as const

/** A message of a chat, by its stanza id; `key` is WhatsApp's whole id of it. */
const named = { id: z.string(), key: z.string() }

/** Something that happened in a chat, as it is kept in the inbox. Our own words, so that the library may change its. */
export const whatsAppUpdate = z.discriminatedUnion('kind', [
  place.extend({
    kind: z.literal('message'),
    ...named,
    type: z.enum(messageTypes),
    /** the text, or the caption of a file */
    body: z.string(),
    /** stanza id of the message that it answers */
    quoted: z.string().nullable(),
    /** what the quoted message showed, where the update says it: a copy whose id we never learned is known by its code */
    quotedText: z.string().optional(),
    hasFile: z.boolean(),
    /** of the file, as the sender's phone said it */
    mime: z.string().optional(),
    bytes: z.number().optional(),
    location: z.object({ lat: z.number(), lng: z.number(), name: z.string() }).optional(),
  }),
  /** the author changed the words */
  place.extend({ kind: z.literal('edited'), ...named, body: z.string() }),
  /** deleted for everybody */
  place.extend({ kind: z.literal('deleted'), ...named }),
  /** the options that the author has chosen now in poll `id`; none = the vote is withdrawn */
  place.extend({ kind: z.literal('vote'), id: z.string(), options: z.array(z.string()) }),
  /** an emoji on message `id`; empty = taken back */
  place.extend({ kind: z.literal('reaction'), id: z.string(), emoji: z.string() }),
  /** everybody in the chat has read message `id`, which is ours */
  place.omit({ author: true }).extend({ kind: z.literal('read'), id: z.string() }),
  /** the account was taken out of the group, or is back */
  place.extend({ kind: z.literal('membership'), isIn: z.boolean() }),
  /** the group has another name */
  place.extend({ kind: z.literal('title'), title: z.string() }),
])

export type WhatsAppUpdate = z.infer<typeof whatsAppUpdate>
export type UpdateOf<Kind extends WhatsAppUpdate['kind']> = Extract<WhatsAppUpdate, { kind: Kind }>
