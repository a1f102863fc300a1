import type { InlineKeyboardMarkup, Message, MessageEntity, User } from '@grammyjs/types'
import { unixSeconds } from '../../shared/clock.ts'
import type { Sim } from '../sim.ts'
import { shownButtons, viewMessage } from '../views.ts'
import { toChat } from './names.ts'
import type { ChatMessage, ForceReplyRequest, SimChat, SimMessage } from './state.ts'

/** Messages kept in one chat; older ones can no longer be found, as if their owner had cleared them. */
const KEPT_IN_CHAT = 3_000

/** What a message consists of, beside its chat, author and time. */
export type MessageContent = Omit<Partial<Message>, 'message_id' | 'chat' | 'from' | 'date' | 'reply_to_message'>

export interface NewMessage {
  readonly from: User
  readonly content: MessageContent
  readonly topicId?: number | undefined
  readonly replyTo?: SimMessage | undefined
  readonly silent?: boolean
  readonly forceReply?: ForceReplyRequest | undefined
  readonly byBot?: boolean
}

/** Puts a message into a chat and into the journal. It tells no bot: see `deliver`. */
export function addMessage(sim: Sim, chat: SimChat, fresh: NewMessage): SimMessage {
  const { from, content, topicId, replyTo } = fresh
  const message: ChatMessage = {
    message_id: sim.world.nextMessageId(chat),
    from,
    chat: toChat(chat, sim.world.users),
    date: unixSeconds(sim.clock),
    ...(topicId === undefined ? {} : { message_thread_id: topicId, is_topic_message: true }),
    ...(replyTo ? { reply_to_message: quoted(replyTo.message) } : {}),
    ...content,
  }
  const record: SimMessage = {
    message,
    at: sim.clock.now(),
    silent: fresh.silent ?? false,
    forceReply: fresh.forceReply,
    versions: [version(sim, message)],
    deletedAt: undefined,
    seq: sim.journal.nextSeq,
  }
  chat.messages.set(message.message_id, record)
  forgetOldest(chat)
  const { chatId, messageId } = ids(record)
  sim.journal.add({ kind: 'message', chatId, messageId, byBot: fresh.byBot ?? false, message: viewMessage(record) })
  return record
}

export interface Edit {
  readonly text?: { readonly text: string; readonly entities: readonly MessageEntity[] } | undefined
  readonly caption?: { readonly text: string; readonly entities: readonly MessageEntity[] } | undefined
  readonly markup?: InlineKeyboardMarkup | undefined
  readonly byBot: boolean
}

/** Replaces the text and, for the bot, the keyboard of a message; no markup means no keyboard. */
export function editMessage(sim: Sim, record: SimMessage, edit: Edit): void {
  const { reply_markup: _old, ...rest } = record.message
  const before = record.versions.at(-1) ?? version(sim, record.message)
  const message: ChatMessage = { ...rest, edit_date: unixSeconds(sim.clock) }
  if (edit.text) {
    message.text = edit.text.text
    delete message.entities
    if (edit.text.entities.length > 0) message.entities = [...edit.text.entities]
  }
  if (edit.caption) {
    message.caption = edit.caption.text
    delete message.caption_entities
    if (edit.caption.entities.length > 0) message.caption_entities = [...edit.caption.entities]
  }
  if (edit.markup && edit.markup.inline_keyboard.length > 0) message.reply_markup = edit.markup
  record.message = message
  record.versions.push(version(sim, message))
  record.seq = sim.journal.nextSeq
  sim.journal.add({ kind: 'edit', ...ids(record), byBot: edit.byBot, message: viewMessage(record), before })
}

export function deleteMessage(sim: Sim, record: SimMessage, byBot: boolean): void {
  record.deletedAt = sim.clock.now()
  record.seq = sim.journal.nextSeq
  sim.journal.add({ kind: 'delete', ...ids(record), byBot })
}

/** The message, unless it was deleted or never was. */
export function findMessage(chat: SimChat, messageId: number | undefined): SimMessage | undefined {
  const record = messageId === undefined ? undefined : chat.messages.get(messageId)
  return record?.deletedAt === undefined ? record : undefined
}

function quoted(message: ChatMessage): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _deeper, ...rest } = message
  // The type asks for a field that is there and undefined, which no JSON can hold.
  return rest as NonNullable<Message['reply_to_message']>
}

function version(sim: Sim, message: ChatMessage): SimMessage['versions'][number] {
  return {
    at: sim.clock.now(),
    text: message.text ?? message.caption ?? '',
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: shownButtons(message.reply_markup),
  }
}

function ids(record: SimMessage): { chatId: number; messageId: number } {
  return { chatId: record.message.chat.id, messageId: record.message.message_id }
}

function forgetOldest(chat: SimChat): void {
  const oldest = chat.messages.keys().next()
  if (chat.messages.size > KEPT_IN_CHAT && !oldest.done) chat.messages.delete(oldest.value)
}
