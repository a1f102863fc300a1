import { z } from 'zod'
import type { messageTypes } from '../update.ts'

/** Ids come as text or as WhatsApp's own object. */
const id = z.union([z.string(), z.object({ _serialized: z.string() }).transform(({ _serialized }) => _serialized)])

const key = z.object({ fromMe: z.boolean(), remote: id, id: z.string(), _serialized: z.string() })

/** What we read of a message as the library hands it over; everything else in it is not our business. */
export const rawMessage = z.object({
  id: key,
  type: z.string(),
  t: z.number(),
  from: id.optional(),
  author: id.nullish(),
  notifyName: z.string().nullish(),
  body: z.string().nullish(),
  caption: z.string().nullish(),
  pollName: z.string().nullish(),
  quotedStanzaID: z.string().nullish(),
  quotedMsg: z.object({ body: z.string().nullish() }).nullish().catch(null),
  directPath: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  lat: z.number().nullish(),
  lng: z.number().nullish(),
  loc: z.string().nullish(),
  latestEditSenderTimestampMs: z.number().nullish(),
  isStatusV3: z.boolean().nullish(),
})
export type RawMessage = z.infer<typeof rawMessage>

export const rawVote = z.object({
  voter: id,
  selectedOptions: z.array(z.object({ name: z.string().optional() })),
  interractedAtTs: z.number().nullish(),
  parentMsgKey: key,
})

export const rawReaction = z.object({
  msgId: key,
  senderId: z.string(),
  reaction: z.string(),
  timestamp: z.number().nullish(),
})

export const rawNotification = z.object({
  id: z.object({ id: z.string() }).optional(),
  chatId: z.string(),
  author: z.string().nullish(),
  body: z.string().nullish(),
  type: z.string(),
  timestamp: z.number(),
  recipientIds: z.array(id),
})

type MessageType = (typeof messageTypes)[number]

const types: Readonly<Record<string, MessageType>> = {
  chat: 'text',
  image: 'image',
  video: 'video',
  ptt: 'voice',
  audio: 'audio',
  sticker: 'sticker',
  document: 'document',
  location: 'location',
  poll_creation: 'poll',
  vcard: 'contact',
  multi_vcard: 'contact',
}

export const typeOf = (type: string): MessageType => types[type] ?? 'other'
