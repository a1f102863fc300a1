import type { InlineKeyboardMarkup } from '@grammyjs/types'
import { badRequest } from '../api-error.ts'
import { type ReplyMarkup, readReplyMarkup } from '../markup.ts'
import { isRecord, type Params } from '../params.ts'
import type { Sim } from '../sim.ts'
import { addMessage, findMessage, type MessageContent } from '../world/messages.ts'
import { botUser, type ChatMessage, type ForceReplyRequest, type SimChat, type SimMessage } from '../world/state.ts'
import { checkRight, readChat } from './access.ts'

/** What every send method reads beside its own content. */
export interface Destination {
  readonly chat: SimChat
  readonly topicId: number | undefined
  readonly replyTo: SimMessage | undefined
  readonly markup: ReplyMarkup
}

export function readDestination(sim: Sim, params: Params): Destination {
  const chat = readChat(sim, params, 'write')
  return {
    chat,
    topicId: readTopic(chat, params),
    replyTo: readReply(chat, params),
    markup: readReplyMarkup(params, chat.type === 'private'),
  }
}

/** Shows the bot's message in the chat, once the limits let it through. */
export function send(
  sim: Sim,
  params: Params,
  to: Destination,
  right: Parameters<typeof checkRight>[1],
  content: MessageContent,
): ChatMessage {
  checkRight(to.chat, right)
  sim.limits.take(to.chat.id)
  const record = addMessage(sim, to.chat, {
    from: botUser(sim.bot),
    content: { ...content, ...inlineMarkup(to.markup) },
    topicId: to.topicId,
    replyTo: to.replyTo,
    silent: params.flag('disable_notification'),
    forceReply: forcedReply(to),
    byBot: true,
  })
  return record.message
}

function inlineMarkup(markup: ReplyMarkup): { reply_markup?: InlineKeyboardMarkup } {
  return markup.kind === 'inline' && markup.markup.inline_keyboard.length > 0 ? { reply_markup: markup.markup } : {}
}

/** A selective forced reply asks the people mentioned in the text and the author of the message replied to. */
function forcedReply({ markup, replyTo }: Destination): ForceReplyRequest | undefined {
  if (markup.kind !== 'force') return undefined
  const author = replyTo?.message.from
  const forUserIds = markup.selective && author && !author.is_bot ? [author.id] : []
  return { selective: markup.selective, placeholder: markup.placeholder, forUserIds }
}

/** Only forums have topics; Telegram ignores the argument elsewhere and refuses the number of the general topic. */
function readTopic(chat: SimChat, params: Params): number | undefined {
  const id = params.integer('message_thread_id') ?? 0
  if (id === 0 || !chat.forum) return undefined
  const topic = chat.topics.find(known => known.id === id && !known.deleted)
  if (!topic) throw badRequest('message thread not found')
  if (topic.closed && chat.botStatus !== 'administrator') throw badRequest('TOPIC_CLOSED')
  return id
}

function readReply(chat: SimChat, params: Params): SimMessage | undefined {
  const value = params.nested('reply_parameters')
  if (value !== undefined && !isRecord(value)) throw badRequest('object expected as reply parameters')
  const id = value ? Number(value.message_id ?? 0) : (params.integer('reply_to_message_id') ?? 0)
  if (id <= 0) return undefined
  const found = findMessage(chat, id)
  const lenient = value?.allow_sending_without_reply === true || params.flag('allow_sending_without_reply')
  if (!found && !lenient) throw badRequest('message to be replied not found')
  return found
}
