import { isDeepStrictEqual } from 'node:util'
import type { InlineKeyboardMarkup, MessageEntity, Update } from '@grammyjs/types'
import { badRequest } from '../api-error.ts'
import { readFormattedText } from '../entities/format-text.ts'
import type { FormattedText } from '../entities/formatted.ts'
import { readReplyMarkup } from '../markup.ts'
import type { Params } from '../params.ts'
import type { Sim } from '../sim.ts'
import { editMessage, findMessage } from '../world/messages.ts'
import type { ChatMessage, SimMessage } from '../world/state.ts'
import { readChat } from './access.ts'
import { readMessageText } from './send-message.ts'
import { MAX_CAPTION_LENGTH } from './send-photo.ts'

type Edited = ChatMessage & Update.Edited

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

export function editMessageText(sim: Sim, params: Params): Edited & { text: string } {
  const text = readMessageText(params)
  const record = readEditable(sim, params)
  if (record.message.text === undefined) throw badRequest('there is no text in the message to edit')
  return { ...apply(sim, params, record, { text }), text: text.text }
}

export function editMessageCaption(sim: Sim, params: Params): Edited {
  const caption = readFormattedText(params, 'caption')
  if (caption.text.length > MAX_CAPTION_LENGTH) throw badRequest('message caption is too long')
  const record = readEditable(sim, params)
  if (!record.message.photo) throw badRequest('there is no caption in the message to edit')
  return apply(sim, params, record, { caption })
}

export function editMessageReplyMarkup(sim: Sim, params: Params): Edited {
  return apply(sim, params, readEditable(sim, params), {})
}

/** The bot's own message that the call names. */
function readEditable(sim: Sim, params: Params): SimMessage {
  if (params.has('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID')
  const chat = readChat(sim, params, 'edit')
  const id = params.integer('message_id') ?? 0
  if (id <= 0) throw badRequest('message identifier is not specified')
  const record = findMessage(chat, id)
  if (!record) throw badRequest('message to edit not found')
  if (record.message.from.id !== sim.bot.id || chat.migratedTo !== undefined || chat.deleted) {
    throw badRequest("message can't be edited")
  }
  return record
}

interface Change {
  readonly text?: FormattedText
  readonly caption?: FormattedText
}

function apply(sim: Sim, params: Params, record: SimMessage, change: Change): Edited {
  const { message } = record
  const reply = readReplyMarkup(params, message.chat.type === 'private')
  if (reply.kind === 'force' || reply.kind === 'other') throw badRequest("message can't be edited")
  const markup = reply.kind === 'inline' && reply.markup.inline_keyboard.length > 0 ? reply.markup : undefined
  if (isSame(message, change, markup)) throw badRequest(NOT_MODIFIED)
  sim.limits.take(message.chat.id)
  editMessage(sim, record, { ...change, markup, byBot: true })
  return { ...record.message, edit_date: record.message.edit_date ?? record.message.date }
}

function isSame(message: ChatMessage, { text, caption }: Change, markup: InlineKeyboardMarkup | undefined): boolean {
  return (
    (!text || (text.text === message.text && sameEntities(text.entities, message.entities))) &&
    (!caption ||
      (caption.text === (message.caption ?? '') && sameEntities(caption.entities, message.caption_entities))) &&
    isDeepStrictEqual(markup, message.reply_markup)
  )
}

const sameEntities = (a: readonly MessageEntity[], b: readonly MessageEntity[] = []): boolean =>
  isDeepStrictEqual([...a], [...b])
