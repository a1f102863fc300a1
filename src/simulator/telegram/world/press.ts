import { createHash } from 'node:crypto'
import type { CallbackQuery } from '@grammyjs/types'
import type { ShownButton } from '../contract.ts'
import { ControlError } from '../control-error.ts'
import type { CallbackQueryRecord } from '../queries.ts'
import type { Sim } from '../sim.ts'
import { toChat, toUser } from './names.ts'
import { joinQuietly } from './speak.ts'
import type { SimChat, SimMessage, SimUser } from './state.ts'

export interface Press {
  /** The message; without it the newest one in the chat that has the button. */
  readonly messageId?: number | undefined
  /** The button's label. */
  readonly button?: string | undefined
  /** The button's callback_data. */
  readonly data?: string | undefined
  /** Sends `data` although no button carries it, as a forged client would. */
  readonly forged?: boolean | undefined
  /** The bot is told of the press, but the message counts as too old to be shown to it. */
  readonly inaccessible?: boolean | undefined
}

export type Pressed =
  | { readonly kind: 'query'; readonly record: CallbackQueryRecord }
  | { readonly kind: 'link'; readonly message: SimMessage; readonly url: string }

/** A person presses a button: the bot gets a callback query, a link only opens. */
export function press(sim: Sim, chat: SimChat, user: SimUser, wish: Press): Pressed {
  joinQuietly(chat, user)
  const { message, button } = find(chat, wish)
  if (button.url !== undefined) return { kind: 'link', message, url: button.url }
  if (button.data === undefined) throw new ControlError('unknown_button')
  const { message_id: messageId } = message.message
  const record = sim.queries.open({
    id: sim.world.nextQueryId(sim.bot.id),
    chatId: chat.id,
    messageId,
    userId: user.id,
  })
  const { id: queryId, chatId, userId } = record
  sim.journal.add({ kind: 'press', queryId, chatId, messageId, userId, button: button.text || null, data: button.data })
  const gone = message.deletedAt !== undefined || wish.inaccessible === true
  const query: CallbackQuery = {
    id: record.id,
    from: toUser(user),
    message: gone ? { chat: toChat(chat, sim.world.users), message_id: messageId, date: 0 } : message.message,
    chat_instance: chatInstance(chat),
    data: button.data,
  }
  sim.updates.push({ callback_query: query })
  return { kind: 'query', record }
}

/** One number a chat, the same for every press in it. */
function chatInstance(chat: SimChat): string {
  return createHash('sha256').update(`chat ${chat.id}`).digest().readBigInt64BE().toString()
}

interface Found {
  readonly message: SimMessage
  readonly button: ShownButton
}

function find(chat: SimChat, wish: Press): Found {
  if (wish.messageId === undefined) return newestWith(chat, wish)
  const message = chat.messages.get(wish.messageId)
  if (!message) throw new ControlError('unknown_message')
  if (wish.forged && wish.data !== undefined) return { message, button: { text: '', data: wish.data } }
  const button = buttonIn(message, wish)
  if (!button) throw new ControlError('unknown_button')
  return { message, button }
}

function newestWith(chat: SimChat, wish: Press): Found {
  const newestFirst = [...chat.messages.values()].reverse()
  for (const message of newestFirst) {
    const button = message.deletedAt === undefined ? currentButton(message, wish) : undefined
    if (button) return { message, button }
  }
  throw new ControlError('unknown_button')
}

/** On a named message, buttons of its earlier versions count too: the press may have been under way during an edit. */
function buttonIn(message: SimMessage, wish: Press): ShownButton | undefined {
  const older = [...message.versions].reverse().flatMap(version => version.buttons.flat())
  return currentButton(message, wish) ?? matching(older, wish)
}

function currentButton(message: SimMessage, wish: Press): ShownButton | undefined {
  return matching(message.versions.at(-1)?.buttons.flat() ?? [], wish)
}

/** By data, by exact label, or by the label's letters alone (signs and case set aside). */
function matching(buttons: readonly ShownButton[], wish: Press): ShownButton | undefined {
  const { data, button: label } = wish
  if (data !== undefined) return buttons.find(button => button.data === data)
  if (label === undefined) return undefined
  return (
    buttons.find(button => button.text === label) ?? buttons.find(button => letters(button.text) === letters(label))
  )
}

// ℹ is a letter by its Unicode class, but a sign on a button.
const letters = (label: string): string =>
  label
    .replaceAll('ℹ', ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
