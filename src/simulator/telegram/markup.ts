import type { InlineKeyboardButton, InlineKeyboardMarkup } from '@grammyjs/types'
import { badRequest } from './api-error.ts'
import { isRecord, type Params } from './params.ts'

/** What came as reply_markup: an inline keyboard stays with the message, a forced reply opens a box, others only change the app. */
export type ReplyMarkup =
  | { readonly kind: 'none' }
  | { readonly kind: 'inline'; readonly markup: InlineKeyboardMarkup }
  | { readonly kind: 'force'; readonly selective: boolean; readonly placeholder: string | undefined }
  | { readonly kind: 'other' }

const MAX_BUTTONS = 100

/** Reads and checks `reply_markup`. @throws 400 in Telegram's words; `inPrivateChat` allows web apps */
export function readReplyMarkup(params: Params, inPrivateChat: boolean): ReplyMarkup {
  const value = readValue(params)
  if (value === undefined) return { kind: 'none' }
  if (!isRecord(value)) throw badRequest('object expected as reply markup')
  const rows = value.inline_keyboard
  if (rows !== undefined) return { kind: 'inline', markup: { inline_keyboard: readRows(rows, inPrivateChat) } }
  if (value.force_reply === true) {
    const placeholder = value.input_field_placeholder
    if (typeof placeholder === 'string' && placeholder.length > 64) {
      throw badRequest('REPLY_MARKUP_PLACEHOLDER_TOO_LONG')
    }
    return {
      kind: 'force',
      selective: value.selective === true,
      placeholder: typeof placeholder === 'string' && placeholder !== '' ? placeholder : undefined,
    }
  }
  return { kind: 'other' }
}

function readValue(params: Params): unknown {
  try {
    return params.nested('reply_markup')
  } catch {
    throw badRequest("can't parse reply keyboard markup JSON object")
  }
}

function readRows(rows: unknown, inPrivateChat: boolean): InlineKeyboardButton[][] {
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
  }
  const read = rows
    .map(row => row.map((button: unknown) => readButton(button, inPrivateChat)))
    .filter(row => row.length > 0)
  if (read.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long')
  return read
}

const cannotRead = (why: string): Error => badRequest(`can't parse inline keyboard button: ${why}`)

function readButton(value: unknown, inPrivateChat: boolean): InlineKeyboardButton {
  if (!isRecord(value)) throw cannotRead('InlineKeyboardButton must be an Object')
  const { text, url, callback_data: data } = value
  if (typeof text !== 'string') throw cannotRead('Can\'t find field "text"')
  if (text.trim() === '') throw badRequest('inline keyboard button text must be non-empty')
  const style = readStyle(value.style)
  if (typeof url === 'string' && url !== '') return { text, url: checkedUrl(url), ...style }
  if (typeof data === 'string' && data !== '') {
    if (Buffer.byteLength(data, 'utf8') > 64) throw badRequest('BUTTON_DATA_INVALID')
    return { text, callback_data: data, ...style }
  }
  return readRareButton(value, text, inPrivateChat)
}

function readStyle(style: unknown): { style?: 'danger' | 'success' | 'primary' } {
  if (style === undefined || style === '') return {}
  if (style === 'danger' || style === 'success' || style === 'primary') return { style }
  throw cannotRead('invalid button style specified')
}

function readRareButton(value: Record<string, unknown>, text: string, inPrivateChat: boolean): InlineKeyboardButton {
  const {
    web_app: webApp,
    copy_text: copy,
    switch_inline_query: inline,
    switch_inline_query_current_chat: here,
  } = value
  if (isRecord(webApp) && typeof webApp.url === 'string') {
    if (!inPrivateChat) throw badRequest('BUTTON_TYPE_INVALID')
    return { text, web_app: { url: webApp.url } }
  }
  if (isRecord(copy) && typeof copy.text === 'string') return { text, copy_text: { text: copy.text } }
  if (typeof inline === 'string') return { text, switch_inline_query: inline }
  if (typeof here === 'string') return { text, switch_inline_query_current_chat: here }
  // An empty callback_data counts as none, as at Telegram.
  throw cannotRead('Text buttons are unallowed in the inline keyboard')
}

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'tg:'])

/** Button links need a scheme that apps open and a host with a dot (or a numeric one). */
function checkedUrl(url: string): string {
  const full = /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `http://${url}`
  if (!URL.canParse(full)) throw wrongUrl(url, 'Wrong HTTP URL')
  const target = new URL(full)
  if (!SCHEMES.has(target.protocol)) throw wrongUrl(url, 'Unsupported URL protocol')
  if (target.protocol !== 'tg:' && !target.hostname.includes('.')) throw wrongUrl(url, 'Wrong HTTP URL')
  return target.href
}

const wrongUrl = (url: string, why: string): Error =>
  badRequest(`inline keyboard button URL '${url}' is invalid: ${why}`)
