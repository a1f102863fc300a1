import type { MessageEntity } from '@grammyjs/types'
import { type BotApiError, badRequest } from '../api-error.ts'

/** A text with its formatting; offsets and lengths in UTF-16 code units. */
export interface FormattedText {
  readonly text: string
  readonly entities: readonly MessageEntity[]
}

/** @returns the refusal for text that does not follow its parse_mode */
export const cannotParse = (why: string): BotApiError => badRequest(`can't parse entities: ${why}`)

/** Telegram names places in a text by their offset in UTF-8 bytes. */
export const byteOffset = (text: string, offset: number): number => Buffer.byteLength(text.slice(0, offset), 'utf8')

/** The entity kinds that need no more than offset and length, and those with one more field. */
export type EntityMark =
  | { readonly type: 'bold' | 'italic' | 'underline' | 'strikethrough' | 'spoiler' | 'code' }
  | { readonly type: 'blockquote' | 'expandable_blockquote' }
  | { readonly type: 'pre'; readonly language?: string }
  | { readonly type: 'text_link'; readonly url: string }
  | { readonly type: 'custom_emoji'; readonly custom_emoji_id: string }

export const placed = (mark: EntityMark, offset: number, length: number): MessageEntity => ({ ...mark, offset, length })
