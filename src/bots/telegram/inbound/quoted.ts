import type { Message, MessageEntity } from 'grammy/types'
import type { ReplyTo } from '../../../application/commands/talk.ts'
import { readActionData } from '../../action-data.ts'
import { startPayloadIn } from '../start-links.ts'

/** The message that a reply is about, and what it shows: by the tokens on it we know a copy that we lost sight of. */
export const repliedTo = (message: Message): ReplyTo => {
  const original = message.reply_to_message
  return {
    toMessageId: String(original?.message_id),
    messageId: String(message.message_id),
    ...(original ? { quoted: { text: original.text ?? original.caption ?? '', tokens: tokensOf(original) } } : {}),
  }
}

type Original = NonNullable<Message['reply_to_message']>

const tokensOf = ({ entities = [], reply_markup: markup }: Original): string[] => {
  const pressed = (markup?.inline_keyboard ?? [])
    .flat()
    .map(button => ('callback_data' in button ? readActionData(button.callback_data)?.token : undefined))
  const linked = entities.filter(isLink).map(({ url }) => startPayloadIn(url)?.token)
  return [...new Set([...pressed, ...linked].filter(token => token !== undefined))]
}

const isLink = (entity: MessageEntity): entity is MessageEntity.TextLinkMessageEntity => entity.type === 'text_link'
