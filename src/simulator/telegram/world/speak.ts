import type { MessageEntity, User } from '@grammyjs/types'
import { unixSeconds } from '../../shared/clock.ts'
import type { SentByPerson } from '../contract.ts'
import { ControlError } from '../control-error.ts'
import { storedText } from '../entities/format-text.ts'
import type { Sim } from '../sim.ts'
import { deliver } from './deliver.ts'
import { addMessage, deleteMessage, editMessage, findMessage, type MessageContent } from './messages.ts'
import { toUser } from './names.ts'
import { setBlocked, tellUser } from './people.ts'
import { GROUP_ANONYMOUS_BOT, type SimChat, type SimMessage, type SimUser } from './state.ts'

/** Who writes: a person, or an administrator in the group's own name. */
export type Speaker = { readonly user: SimUser } | { readonly anonymous: true }

export interface Saying {
  readonly content: MessageContent
  readonly replyTo?: number | undefined
  readonly topicId?: number | undefined
}

/** A person writes into a chat; the bot is told when it may see it. */
export function speak(sim: Sim, chat: SimChat, speaker: Speaker, saying: Saying): SentByPerson {
  if (chat.deleted || chat.migratedTo !== undefined) throw new ControlError('chat_closed')
  const from = admit(sim, chat, speaker, saying.content.text ?? '')
  const replyTo = saying.replyTo === undefined ? undefined : findMessage(chat, saying.replyTo)
  if (saying.replyTo !== undefined && !replyTo) throw new ControlError('unknown_message')
  const record = addMessage(sim, chat, {
    from,
    content: { ...saying.content, ...('anonymous' in speaker ? asGroup(chat) : {}) },
    replyTo,
    topicId: topicOf(
      chat,
      saying.topicId ?? (replyTo?.message.is_topic_message ? replyTo.message.message_thread_id : undefined),
    ),
  })
  const seenByBot = deliver(sim, chat, record)
  return { chatId: chat.id, messageId: record.message.message_id, seenByBot }
}

/** The text or caption of a person's message, with what Telegram finds in it. */
export function saidText(
  text: string,
  entities: readonly MessageEntity[] = [],
): { text: string; entities?: MessageEntity[] } {
  const stored = storedText({ text, entities })
  return { text: stored.text, ...(stored.entities.length > 0 ? { entities: [...stored.entities] } : {}) }
}

export function saidCaption(caption: string | undefined): { caption?: string; caption_entities?: MessageEntity[] } {
  if (caption === undefined || caption === '') return {}
  const { text, entities } = saidText(caption)
  return { caption: text, ...(entities ? { caption_entities: entities } : {}) }
}

/** A person edits a message of their own. */
export function editOwn(
  sim: Sim,
  chat: SimChat,
  user: SimUser | undefined,
  messageId: number,
  text: string,
): SimMessage {
  const record = findMessage(chat, messageId)
  if (!record) throw new ControlError('unknown_message')
  if (user && record.message.from.id !== user.id) throw new ControlError('not_your_message')
  const stored = storedText({ text, entities: [] })
  const change = record.message.text === undefined ? { caption: stored } : { text: stored }
  editMessage(sim, record, { ...change, markup: record.message.reply_markup, byBot: false })
  record.message = { ...record.message, edit_date: unixSeconds(sim.clock) }
  deliver(sim, chat, record, true)
  return record
}

/** A live location moves by edits of its message; the last one is without its period. */
export function moveLive(
  sim: Sim,
  chat: SimChat,
  messageId: number,
  point: { latitude: number; longitude: number },
  stop: boolean,
): SimMessage {
  const record = findMessage(chat, messageId)
  const period = record?.message.location?.live_period
  if (!record || period === undefined) throw new ControlError('unknown_message')
  const location = { ...point, ...(stop ? {} : { live_period: period }) }
  record.message = { ...record.message, location }
  editMessage(sim, record, { markup: record.message.reply_markup, byBot: false })
  deliver(sim, chat, record, true)
  return record
}

/** A person or an administrator deletes a message; Telegram tells bots nothing. */
export function deleteAsPerson(sim: Sim, chat: SimChat, messageId: number): void {
  const record = findMessage(chat, messageId)
  if (!record) throw new ControlError('unknown_message')
  deleteMessage(sim, record, false)
}

/** People who were never put out belong to a group as soon as they act in it. */
export function joinQuietly(chat: SimChat, user: SimUser): void {
  if (user.deactivated) throw new ControlError('deactivated')
  if (chat.banned.has(user.id)) throw new ControlError('not_a_member')
  if (chat.type === 'private' && chat.userId !== user.id) throw new ControlError('not_a_member')
  chat.members.add(user.id)
}

function admit(sim: Sim, chat: SimChat, speaker: Speaker, text: string): User {
  if ('anonymous' in speaker) {
    if (chat.type !== 'supergroup') throw new ControlError('wrong_chat_type')
    return GROUP_ANONYMOUS_BOT
  }
  const { user } = speaker
  joinQuietly(chat, user)
  if (chat.type === 'private') startOrRefuse(sim, user, /^\/start\b/.test(text))
  return toUser(user)
}

/** Before "start" a person cannot write to the bot; pressing it again lifts a block. */
function startOrRefuse(sim: Sim, user: SimUser, starts: boolean): void {
  if (!starts && user.blockedBot) throw new ControlError('bot_blocked')
  if (!starts && !user.started) throw new ControlError('not_started')
  setBlocked(sim, user, false)
  if (user.started) return
  user.started = true
  tellUser(sim, user)
}

function asGroup(chat: SimChat): MessageContent {
  return {
    sender_chat: {
      id: chat.id,
      type: 'supergroup',
      title: chat.title,
      ...(chat.forum ? { is_forum: true as const } : {}),
    },
  }
}

function topicOf(chat: SimChat, id: number | undefined): number | undefined {
  if (id === undefined) return undefined
  if (!chat.topics.some(topic => topic.id === id && !topic.deleted)) throw new ControlError('unknown_topic')
  return id
}
