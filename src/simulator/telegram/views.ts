import type { InlineKeyboardButton, InlineKeyboardMarkup } from '@grammyjs/types'
import type { ChatView, MessageHistory, MessageKind, MessageView, ShownButton, UserView } from './contract.ts'
import { serviceSentence } from './service-sentence.ts'
import { fullName } from './world/names.ts'
import type { ChatMessage, SimChat, SimMessage, SimUser } from './world/state.ts'

/** The keyboard as a person sees it. */
export function shownButtons(markup: InlineKeyboardMarkup | undefined): ShownButton[][] {
  return (markup?.inline_keyboard ?? []).map(row => row.map(shownButton))
}

function shownButton(button: InlineKeyboardButton): ShownButton {
  if ('callback_data' in button) return { text: button.text, data: button.callback_data }
  if ('url' in button) return { text: button.text, url: button.url }
  return { text: button.text, other: Object.keys(button).find(key => key !== 'text' && key !== 'style') ?? 'unknown' }
}

const KINDS = ['photo', 'document', 'voice', 'sticker', 'venue', 'location', 'contact'] as const

export function messageKind(message: ChatMessage): MessageKind {
  const kind = KINDS.find(name => message[name] !== undefined)
  return kind ?? (message.text === undefined ? 'service' : 'text')
}

export const filePath = (fileId: string): string => `/sim/api/files/${encodeURIComponent(fileId)}`

/** A message as the chat's members see it now. */
export function viewMessage(record: SimMessage): MessageView {
  const { message, versions } = record
  const latest = versions.at(-1)
  return {
    chatId: message.chat.id,
    messageId: message.message_id,
    topicId: message.is_topic_message ? (message.message_thread_id ?? null) : null,
    seq: record.seq,
    at: record.at,
    from: viewAuthor(message),
    kind: messageKind(message),
    text: message.text ?? message.caption ?? serviceSentence(message),
    entities: message.entities ?? message.caption_entities ?? [],
    buttons: shownButtons(message.reply_markup),
    forceReply: record.forceReply
      ? { placeholder: record.forceReply.placeholder ?? null, forUserIds: record.forceReply.forUserIds }
      : null,
    replyTo: viewReply(message),
    edits: versions.length - 1,
    editedAt: versions.length > 1 ? (latest?.at ?? null) : null,
    deletedAt: record.deletedAt ?? null,
    silent: record.silent,
    photo: viewPhoto(message),
    file: viewFile(message),
    location: message.location ?? null,
    venue: message.venue ? { title: message.venue.title, address: message.venue.address } : null,
    albumId: message.media_group_id ?? null,
  }
}

export function viewHistory(record: SimMessage): MessageHistory {
  return { ...viewMessage(record), versions: record.versions }
}

function viewAuthor(message: ChatMessage): MessageView['from'] {
  const { from, sender_chat: sender } = message
  if (sender && sender.type !== 'private') return { id: from.id, name: sender.title, username: null, isBot: true }
  return { id: from.id, name: fullName(from), username: from.username ?? null, isBot: from.is_bot }
}

function viewReply(message: ChatMessage): MessageView['replyTo'] {
  const original = message.reply_to_message
  if (!original) return null
  const text = original.text ?? original.caption ?? (original.photo ? 'Foto' : '')
  return {
    messageId: original.message_id,
    name: original.from ? fullName(original.from) : '',
    text: text.slice(0, 120),
  }
}

function viewPhoto(message: ChatMessage): MessageView['photo'] {
  const largest = message.photo?.at(-1)
  if (!largest) return null
  return { fileId: largest.file_id, url: filePath(largest.file_id), width: largest.width, height: largest.height }
}

function viewFile(message: ChatMessage): MessageView['file'] {
  const file = message.document ?? message.voice ?? message.sticker
  if (!file) return null
  const name = message.document?.file_name ?? (message.voice ? 'Pesan suara' : 'Stiker')
  const mime = message.document?.mime_type ?? message.voice?.mime_type ?? 'image/webp'
  return { fileId: file.file_id, url: filePath(file.file_id), name, mime }
}

export function viewUser(user: SimUser): UserView {
  return {
    id: user.id,
    name: user.lastName ? `${user.firstName} ${user.lastName}` : user.firstName,
    firstName: user.firstName,
    username: user.username ?? null,
    languageCode: user.languageCode,
    started: user.started,
    blockedBot: user.blockedBot,
    deactivated: user.deactivated,
  }
}

export function viewChat(chat: SimChat): ChatView {
  let last: SimMessage | undefined
  for (const record of chat.messages.values()) if (record.deletedAt === undefined) last = record
  const shown = last ? viewMessage(last) : undefined
  return {
    id: chat.id,
    type: chat.type,
    title: chat.title,
    forum: chat.forum,
    userId: chat.userId ?? null,
    memberIds: [...chat.members],
    labels: chat.labels,
    bot: chat.botStatus,
    botMaySend: chat.botMaySend,
    deleted: chat.deleted,
    migratedTo: chat.migratedTo ?? null,
    migratedFrom: chat.migratedFrom ?? null,
    topics: chat.topics.filter(topic => !topic.deleted).map(({ id, name, closed }) => ({ id, name, closed })),
    messageCount: chat.messages.size,
    lastSeq: shown?.seq ?? 0,
    last: shown ? { at: shown.at, name: shown.from.name, text: shown.text.slice(0, 120), kind: shown.kind } : null,
  }
}
