import type { Message } from 'grammy/types'
import type { Presser, PressOutcome } from '../../../application/application.ts'
import type { InboxEntry } from '../../../application/ports/inbox.ts'
import { refusalSentences } from '../../../i18n/refusals.ts'
import { noticeText } from '../../rendering/notices.ts'
import { readReportLines } from '../report-lines.ts'
import { answerDirectly } from './answer-directly.ts'
import { maxPhotoBytes } from './files.ts'
import type { InboundParts } from './parts.ts'

interface Reply {
  entry: InboxEntry
  message: Message
  writer: Presser
}

/**
 * A reply to one of our messages: a report's words, or a photo. What we cannot read and where nobody reads it is said, so
 * that no crew believes that its report arrived; stickers and the like pass by.
 */
export const workReply = async (parts: InboundParts, reply: Reply): Promise<void> => {
  const chat = await parts.pairedChats.byAddress('telegram', reply.writer.address)
  if (!chat) return answerDirectly(parts, reply, refusalSentences.unknownChat({}).id)
  const said = isUnreadable(reply.message) ? unreadable : await outcomeOf(parts, reply)
  if (!said) return
  const { code, params } = said.kind === 'done' ? said : said.refusal
  if (noticeText(code, params) === null) {
    parts.log.error({ code }, 'a reply was worked, but there are no words to say so')
    return
  }
  await parts.chats.notify(reply.entry.id, chat, code, params, String(reply.message.message_id))
}

const unreadable: PressOutcome = { kind: 'done', code: 'onlyTextAndPhotos', params: {} }

/** What a crew may take for a report. */
const unreadableKinds = ['voice', 'audio', 'video', 'video_note', 'location', 'contact', 'document'] as const

const isUnreadable = (message: Message): boolean =>
  photoIn(message) === null && !message.animation && unreadableKinds.some(kind => message[kind] !== undefined)

const outcomeOf = async (parts: InboundParts, reply: Reply): Promise<PressOutcome | null> => {
  const { entry, message, writer } = reply
  const toMessageId = String(message.reply_to_message?.message_id)
  const fileId = photoIn(message)
  if (fileId !== null) return workPhoto(parts, reply, toMessageId, fileId)
  if (message.text === undefined) return null
  return parts.chats.reply(entry.id, writer, {
    toMessageId,
    text: message.text,
    lines: readReportLines(message.text),
  })
}

const workPhoto = async (
  parts: InboundParts,
  { entry, message, writer }: Reply,
  toMessageId: string,
  fileId: string | 'tooLarge',
): Promise<PressOutcome | null> => {
  const file = fileId === 'tooLarge' ? ({ ok: false, reason: 'tooLarge' } as const) : await parts.files.download(fileId)
  if (!file.ok) {
    const code = file.reason === 'tooLarge' ? 'photoTooLarge' : 'photoInvalid'
    return { kind: 'refused', refusal: { code, params: {} } }
  }
  const caption = message.caption ?? ''
  return parts.chats.photo(entry.id, writer, {
    toMessageId,
    bytes: file.bytes,
    caption,
    lines: readReportLines(caption),
  })
}

/** The largest size that we take of a photo, or an image sent as a file; null when the message has neither. */
const photoIn = ({ photo, document }: Message): string | null => {
  if (photo) {
    const sizes = photo.filter(({ file_size: bytes }) => (bytes ?? 0) <= maxPhotoBytes)
    return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0]?.file_id ?? 'tooLarge'
  }
  if (!document?.mime_type?.startsWith('image/')) return null
  return (document.file_size ?? 0) > maxPhotoBytes ? 'tooLarge' : document.file_id
}
