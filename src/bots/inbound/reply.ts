import type { PressOutcome } from '../../application/application.ts'
import type { ReplyTo } from '../../application/commands/talk.ts'
import type { PairedChat } from '../../application/ports/chats.ts'
import { readReportLines } from '../../application/reports/report-lines.ts'
import { noticeText } from '../rendering/notices.ts'
import type { CommonParts } from './parts.ts'
import type { Said, Writing } from './writing.ts'

/**
 * A reply to one of our messages: a report's words, talk, a photo, a place. What we cannot read and where nobody reads it
 * is said, so that no crew believes that its report arrived.
 */
export const workReply = async (
  parts: CommonParts,
  writing: Writing,
  chat: PairedChat,
  to: ReplyTo,
  said: Said,
): Promise<void> => {
  const outcome = await outcomeOf(parts, writing, to, said)
  if (!outcome) return
  const { code, params } = outcome.kind === 'done' ? outcome : outcome.refusal
  if (noticeText(code, params) === null) {
    parts.log.error({ code }, 'a reply was worked, but there are no words to say so')
    return
  }
  await parts.chats.notify(writing.entry.id, chat, code, params, writing.messageId)
}

const outcomeOf = async (
  { chats }: CommonParts,
  { entry: { id }, writer }: Writing,
  to: ReplyTo,
  said: Said,
): Promise<PressOutcome | null> => {
  switch (said.kind) {
    case 'text':
      return chats.reply(id, writer, { ...to, text: said.text, lines: readReportLines(said.text) })
    case 'photo': {
      const file = await said.load()
      if (!file.ok) return { kind: 'refused', refusal: { code: file.code, params: {} } }
      const { caption } = said
      return chats.photo(id, writer, { ...to, bytes: file.bytes, caption, lines: readReportLines(caption) })
    }
    case 'place': {
      const { place, liveSeconds } = said
      return chats.place(id, writer, { ...to, place, ...(liveSeconds === undefined ? {} : { liveSeconds }) })
    }
    case 'unreadable':
      return chats.unreadable(id, writer, { ...to, kind: said.what })
  }
}
