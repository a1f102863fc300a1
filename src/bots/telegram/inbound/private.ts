import type { Message } from 'grammy/types'
import type { Presser } from '../../../application/application.ts'
import type { PrivateAnswer, PrivateSaid } from '../../../application/commands/private-chat.ts'
import { ChannelError, type OutgoingMessage, type Start } from '../../../application/ports/channel.ts'
import type { InboxEntry } from '../../../application/ports/inbox.ts'
import type { ButtonAction } from '../../action-data.ts'
import { fitText } from '../../rendering/fit-text.ts'
import { answerFor, type PressAnswer } from './answer.ts'
import { detailText } from './detail.ts'
import type { InboundParts } from './parts.ts'
import { placeIn } from './places.ts'
import { photoFile, photoIn } from './reply.ts'
import { unreadableIn } from './unreadable.ts'

interface Writing {
  entry: InboxEntry
  message: Message
  writer: Presser
}

/** Somebody came by a link of ours: to write a report, or to read the facts behind a card. */
export const workStart = async (
  parts: InboundParts,
  { entry, writer }: Writing,
  { reason, token }: Start,
): Promise<void> => {
  if (reason === 'report') return sayAnswer(parts, writer, await parts.chats.openReport(entry.id, writer, token))
  const outcome = await parts.chats.openDetail(writer, token)
  const text = outcome.kind === 'done' ? detailText(outcome.params) : answerFor(outcome, parts.service.now()).text
  return say(parts, writer, plain(text))
}

/** A message in a private chat; false when the person has no report under way there, so that it is none of these. */
export const workPrivate = async (parts: InboundParts, { entry, message, writer }: Writing): Promise<boolean> => {
  const said = saidIn(parts, message)
  const answer = said && (await parts.chats.writeReport(entry.id, writer, said))
  if (!answer) return false
  // What was written is kept; whoever writes very fast is not answered each time.
  if (parts.strangers.take(writer.address.chat)) await sayAnswer(parts, writer, answer)
  return true
}

/** A button of a report in a private chat; null when it is another's. */
export const workPrivatePress = async (
  parts: InboundParts,
  entry: InboxEntry,
  presser: Presser,
  action: ButtonAction,
): Promise<PressAnswer | null> => {
  const answer = await parts.chats.pressReport(entry.id, presser, action)
  if (!answer) return null
  if (answer.kind === 'refused') return answerFor(answer, parts.service.now())
  await say(parts, presser, answer.message)
  return { text: '', alert: false }
}

const saidIn = (parts: InboundParts, message: Message): PrivateSaid | null => {
  const fileId = photoIn(message)
  if (fileId !== null) return { kind: 'photo', load: () => photoFile(parts, fileId), caption: message.caption ?? '' }
  const place = placeIn(message)
  if (place) return { kind: 'place', place: place.place }
  if (unreadableIn(message)) return { kind: 'unreadable' }
  return message.text === undefined ? null : { kind: 'text', text: message.text }
}

const plain = (text: string): OutgoingMessage => ({
  content: fitText(cut => ({ text: cut(text), spans: [] })),
  buttons: [],
})

const sayAnswer = (parts: InboundParts, to: Presser, answer: PrivateAnswer): Promise<void> =>
  say(parts, to, answer.kind === 'message' ? answer.message : plain(answerFor(answer, parts.service.now()).text))

/**
 * Said at once and past the delivery records: it answers what the person did a moment ago, and may show a caller's data.
 * Tried again, with all that led to it, when it surely was not shown.
 */
const say = async (parts: InboundParts, { personId }: Presser, message: OutgoingMessage): Promise<void> => {
  try {
    await parts.channel.send({ chat: personId }, message)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    if (error.kind === 'rateLimited' || error.kind === 'temporary') throw error
    parts.log.warn({ kind: error.kind, detail: error.detail }, 'an answer in a private chat was not shown')
  }
}
