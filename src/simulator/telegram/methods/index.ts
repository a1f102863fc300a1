import type { ApiMethods } from '@grammyjs/types'
import type { Params } from '../params.ts'
import type { Sim } from '../sim.ts'
import { close, deleteMyCommands, getMe, getMyCommands, logOut, setMyCommands } from './about-me.ts'
import { answerCallbackQuery } from './answer-callback-query.ts'
import {
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  leaveChat,
  sendChatAction,
} from './chats.ts'
import { deleteMessage } from './delete-message.ts'
import { editMessageCaption, editMessageReplyMarkup, editMessageText } from './edit.ts'
import { getFile } from './get-file.ts'
import { sendMessage } from './send-message.ts'
import { sendPhoto } from './send-photo.ts'
import { sendLocation, sendVenue } from './send-place.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts'

type Api = ApiMethods<never>
type Result<M extends keyof Api> = ReturnType<Api[M]>
type Handler<M extends keyof Api> = (sim: Sim, params: Params, signal: AbortSignal) => Result<M> | Promise<Result<M>>

const HANDLERS = {
  answerCallbackQuery,
  close,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  getChat,
  getChatAdministrators,
  getChatMember,
  getChatMemberCount,
  getFile,
  getMe,
  getMyCommands,
  getUpdates,
  getWebhookInfo,
  leaveChat,
  logOut,
  sendChatAction,
  sendLocation,
  sendMessage,
  sendPhoto,
  sendVenue,
  setMyCommands,
  setWebhook,
} as const satisfies { [M in keyof Api]?: Handler<M> }

export interface Method {
  readonly name: string
  readonly handle: (sim: Sim, params: Params, signal: AbortSignal) => unknown
}

const BY_LOWER_NAME: ReadonlyMap<string, Method> = new Map(
  Object.entries(HANDLERS).map(([name, handle]) => [name.toLowerCase(), { name, handle }]),
)

/** The Bot API takes method names in any case. */
export function findMethod(name: string): Method | undefined {
  return BY_LOWER_NAME.get(name.toLowerCase())
}
