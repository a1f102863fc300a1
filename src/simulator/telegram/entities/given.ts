import type { MessageEntity } from '@grammyjs/types'
import { z } from 'zod'
import { badRequest } from '../api-error.ts'

const entitySchema = z.discriminatedUnion('type', [
  z.object({
    type: z.enum([
      'bold',
      'italic',
      'underline',
      'strikethrough',
      'spoiler',
      'code',
      'blockquote',
      'expandable_blockquote',
    ]),
    offset: z.number().int(),
    length: z.number().int(),
  }),
  z.object({
    type: z.literal('pre'),
    offset: z.number().int(),
    length: z.number().int(),
    language: z.string().exactOptional(),
  }),
  z.object({
    type: z.literal('text_link'),
    offset: z.number().int(),
    length: z.number().int(),
    url: z.string().min(1),
  }),
  z.object({
    type: z.literal('text_mention'),
    offset: z.number().int(),
    length: z.number().int(),
    user: z.looseObject({ id: z.number(), is_bot: z.boolean().default(false), first_name: z.string().default('') }),
  }),
  z.object({
    type: z.literal('custom_emoji'),
    offset: z.number().int(),
    length: z.number().int(),
    custom_emoji_id: z.string(),
  }),
])

/** Kinds that Telegram finds by itself: it ignores them when they are given. */
const FOUND_BY_ITSELF: ReadonlySet<unknown> = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
])

/** Reads an `entities` argument for this text. @throws 400 on a wrong shape or an entity that does not fit the text */
export function readGivenEntities(text: string, value: unknown): MessageEntity[] {
  if (!Array.isArray(value)) return []
  const entities: MessageEntity[] = []
  for (const item of value) {
    if (FOUND_BY_ITSELF.has(item?.type)) continue
    const parsed = entitySchema.safeParse(item)
    if (!parsed.success)
      throw badRequest(`can't parse MessageEntity: ${parsed.error.issues[0]?.message ?? 'wrong shape'}`)
    checkBounds(text, parsed.data)
    if (parsed.data.length > 0) entities.push(parsed.data)
  }
  return entities
}

function checkBounds(text: string, { offset, length }: MessageEntity): void {
  if (offset < 0 || offset > 1_000_000) throw badRequest(`receive an entity with incorrect offset ${offset}`)
  if (length < 0 || length > 1_000_000) throw badRequest(`receive an entity with incorrect length ${length}`)
  const end = offset + length
  if (end > text.length) {
    throw badRequest(
      `entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${text.length}`,
    )
  }
  if (splitsSymbol(text, offset)) throw badRequest(`entity begins in a middle of a UTF-16 symbol at offset ${offset}`)
  if (splitsSymbol(text, end)) throw badRequest(`entity ends in a middle of a UTF-16 symbol at offset ${end}`)
}

const splitsSymbol = (text: string, at: number): boolean =>
  at > 0 && /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '')
