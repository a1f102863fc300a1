import type { Message } from 'grammy/types'
import type { Presser, PressOutcome } from '../../../application/application.ts'
import { readReportLines } from '../../../application/chat/report-lines.ts'
import type { LoadedPhoto } from '../../../application/commands/private-chat.ts'
import type { ReplyTo } from '../../../application/commands/talk.ts'
import type { InboxEntry } from '../../../application/ports/inbox.ts'
import { refusalSentences } from '../../../i18n/refusals.ts'
import { noticeText } from '../../rendering/notices.ts'
import { answerDirectly } from './answer-directly.ts'
import { maxPhotoBytes } from './files.ts'
import type { InboundParts } from './parts.ts'
import { placeIn } from './places.ts'
import { repliedTo } from './quoted.ts'
import { unreadableIn } from './unreadable.ts'

interface Reply {
  entry: InboxEntry
  message: Message
  writer: Presser
}

/**
 * A reply to one of our messages: a report's words, talk, a photo, a place. What we cannot read and where nobody reads it
 * is said, so that no crew believes that its report arrived; stickers and the like pass by.
 */
export const workReply = async (parts: InboundParts, reply: Reply): Promise<void> => {
  const chat = await parts.pairedChats.byAddress('telegram', reply.writer.address)
  if (!chat) return answerDirectly(parts, reply, refusalSentences.unknownChat({}).id)
  const said = await outcomeOf(parts, reply)
  if (!said) return
  const { code, params } = said.kind === 'done' ? said : said.refusal
  if (noticeText(code, params) === null) {
    parts.log.error({ code }, 'a reply was worked, but there are no words to say so')
    return
  }
  await parts.chats.notify(reply.entry.id, chat, code, params, String(reply.message.message_id))
}

const outcomeOf = async (parts: InboundParts, reply: Reply): Promise<PressOutcome | null> => {
  const { entry, message, writer } = reply
  const to = repliedTo(message)
  const fileId = photoIn(message)
  if (fileId !== null) return workPhoto(parts, reply, to, fileId)
  const place = placeIn(message)
  if (place) return parts.chats.place(entry.id, writer, { ...to, ...place })
  const unreadable = unreadableIn(message)
  if (unreadable) return parts.chats.unreadable(entry.id, writer, { ...to, kind: unreadable })
  if (message.text === undefined) return null
  return parts.chats.reply(entry.id, writer, { ...to, text: message.text, lines: readReportLines(message.text) })
}

const workPhoto = async (
  parts: InboundParts,
  { entry, message, writer }: Reply,
  to: ReplyTo,
  fileId: string | 'tooLarge',
): Promise<PressOutcome | null> => {
  const file = await photoFile(parts, fileId)
  if (!file.ok) return { kind: 'refused', refusal: { code: file.code, params: {} } }
  const caption = message.caption ?? ''
  return parts.chats.photo(entry.id, writer, { ...to, bytes: file.bytes, caption, lines: readReportLines(caption) })
}

/** The bytes of a photo that `photoIn` found, or why there are none. @throws when it may work later */
export const photoFile = async (parts: InboundParts, fileId: string | 'tooLarge'): Promise<LoadedPhoto> => {
  if (fileId === 'tooLarge') return { ok: false, code: 'photoTooLarge' }
  const file = await parts.files.download(fileId)
  if (file.ok) return file
  return { ok: false, code: file.reason === 'tooLarge' ? 'photoTooLarge' : 'photoInvalid' }
}

/** The largest size that we take of a photo, or an image sent as a file; null when the message has neither. */
export const photoIn = ({ photo, document }: Message): string | null => {
  if (photo) {
    const sizes = photo.filter(({ file_size: bytes }) => (bytes ?? 0) <= maxPhotoBytes)
    return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0]?.file_id ?? 'tooLarge'
  }
  if (!document?.mime_type?.startsWith('image/')) return null
  return (document.file_size ?? 0) > maxPhotoBytes ? 'tooLarge' : document.file_id
}
