import type { Message } from 'grammy/types'
import type { InboxEntry } from '../../../application/ports/inbox.ts'
import { readReportLines } from '../../../application/reports/report-lines.ts'
import type { InboundParts } from './parts.ts'
import { writerOf } from './people.ts'
import { placeIn } from './places.ts'

/** Somebody edited a message, or a live location moved: only what is on record already gets news. */
export const workEdit = async (parts: InboundParts, entry: InboxEntry, message: Message): Promise<void> => {
  const writer = writerOf(message)
  if (!writer) return
  const messageId = String(message.message_id)
  const moved = placeIn(message)
  // The last edit of a live location is without a period: it stands still from there on.
  if (moved) {
    const { place, liveSeconds } = moved
    return parts.chats.moved(writer, { messageId, place, ended: liveSeconds === undefined })
  }
  const text = message.text ?? message.caption
  if (text !== undefined) await parts.chats.edited(entry.id, writer, { messageId, text, lines: readReportLines(text) })
}
