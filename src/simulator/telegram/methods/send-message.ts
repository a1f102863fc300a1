import type { LinkPreviewOptions, Message } from '@grammyjs/types'
import { badRequest } from '../api-error.ts'
import { readFormattedText } from '../entities/format-text.ts'
import type { FormattedText } from '../entities/formatted.ts'
import { isRecord, type Params } from '../params.ts'
import type { Sim } from '../sim.ts'
import { readDestination, send } from './send.ts'

/** The longest message, in UTF-16 code units after parsing. */
export const MAX_TEXT_LENGTH = 4096

/** The `text` argument of a message. @throws 400 when it is empty or too long */
export function readMessageText(params: Params): FormattedText {
  if (params.text('text') === '') throw badRequest('message text is empty')
  const formatted = readFormattedText(params, 'text')
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (formatted.text.length > MAX_TEXT_LENGTH) throw badRequest('message is too long')
  return formatted
}

export function sendMessage(sim: Sim, params: Params): Message.TextMessage {
  const to = readDestination(sim, params)
  const { text, entities } = readMessageText(params)
  const content = { text, ...(entities.length > 0 ? { entities: [...entities] } : {}), ...readLinkPreview(params) }
  return { ...send(sim, params, to, 'text messages', content), text }
}

export function readLinkPreview(params: Params): { link_preview_options?: LinkPreviewOptions } {
  const value = params.nested('link_preview_options')
  if (value === undefined) {
    return params.flag('disable_web_page_preview') ? { link_preview_options: { is_disabled: true } } : {}
  }
  if (!isRecord(value)) throw badRequest('object expected as link preview options')
  const options: LinkPreviewOptions = {}
  if (value.is_disabled === true) options.is_disabled = true
  if (typeof value.url === 'string' && value.url !== '') options.url = value.url
  if (value.prefer_small_media === true) options.prefer_small_media = true
  if (value.prefer_large_media === true) options.prefer_large_media = true
  if (value.show_above_text === true) options.show_above_text = true
  return Object.keys(options).length > 0 ? { link_preview_options: options } : {}
}
