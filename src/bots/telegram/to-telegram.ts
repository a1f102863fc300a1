import type { Api } from 'grammy'
import type { InlineKeyboardButton, MessageEntity } from 'grammy/types'
import type { Button, ChatAddress, OutgoingMessage, RichText } from '../../application/ports/channel.ts'

type SendOptions = NonNullable<Parameters<Api['sendMessage']>[2]>
type EditOptions = NonNullable<Parameters<Api['editMessageText']>[3]>

/** Half a surrogate pair (a cut text, a hostile client) is no UTF-8 and would have the whole message refused. */
export const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

const personLink = /^tg:\/\/user\?id=(\d+)$/

/** Entities instead of markup: hostile text stays text, and nothing can fail to parse. */
export const entitiesOf = ({ spans }: RichText): MessageEntity[] =>
  spans.map(({ kind, offset, length, url = '' }) => {
    if (kind !== 'link') return { type: kind, offset, length }
    const person = personLink.exec(url)?.[1]
    if (person === undefined) return { type: 'text_link', offset, length, url }
    return { type: 'text_mention', offset, length, user: { id: Number(person), is_bot: false, first_name: '' } }
  })

const noPreview = { link_preview_options: { is_disabled: true } } as const

export const sendOptions = (to: ChatAddress, message: OutgoingMessage): SendOptions => ({
  ...noPreview,
  entities: entitiesOf(message.content),
  ...placing(to, message),
})

/** A place has a title and an address of its own, no text with entities. */
export const venueOptions = (to: ChatAddress, message: OutgoingMessage) => placing(to, message)

/** Where a message goes, how loud, what it answers and what it asks. */
const placing = (to: ChatAddress, message: OutgoingMessage) => ({
  ...(to.thread === undefined ? {} : { message_thread_id: to.thread }),
  ...(message.silent ? { disable_notification: true } : {}),
  ...(message.replyTo === undefined
    ? {}
    : { reply_parameters: { message_id: Number(message.replyTo), allow_sending_without_reply: true } }),
  ...replyMarkup(message),
})

export const editOptions = (message: OutgoingMessage): EditOptions => ({
  ...noPreview,
  entities: entitiesOf(message.content),
  reply_markup: { inline_keyboard: keyboard(message.buttons) },
})

/** A message has buttons or asks for a reply; Telegram takes one of the two. */
const replyMarkup = ({ askReply, buttons, content }: OutgoingMessage): Pick<SendOptions, 'reply_markup'> => {
  if (buttons.length > 0) return { reply_markup: { inline_keyboard: keyboard(buttons) } }
  if (!askReply) return {}
  return {
    reply_markup: {
      force_reply: true,
      input_field_placeholder: askReply.placeholder,
      // Selective asks the people mentioned in the text; without a mention it would ask nobody.
      selective: content.spans.some(({ url }) => url !== undefined && personLink.test(url)),
    },
  }
}

const keyboard = (rows: Button[][]): InlineKeyboardButton[][] => rows.map(row => row.map(toButton))

const toButton = (button: Button): InlineKeyboardButton =>
  'data' in button ? { text: button.label, callback_data: button.data } : { text: button.label, url: button.url }
