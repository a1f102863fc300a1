import type { Presser } from '../../application/application.ts'
import type { PrivateAnswer, PrivateSaid } from '../../application/commands/private-chat.ts'
import { ChannelError, type OutgoingMessage } from '../../application/ports/channel.ts'
import { fitText } from '../rendering/fit-text.ts'
import { outcomeText } from './outcome-text.ts'
import type { CommonParts } from './parts.ts'
import type { Said, Writing } from './writing.ts'

/** A message in a private chat; false when the person has no report under way there, so that it is none of these. */
export const workDraft = async (parts: CommonParts, { entry, writer }: Writing, said: Said): Promise<boolean> => {
  const answer = await parts.chats.writeReport(entry.id, writer, privately(said))
  if (!answer) return false
  // What was written is kept; whoever writes very fast is not answered each time.
  if (parts.strangers.take(writer.address.chat)) await sayAnswer(parts, writer, answer)
  return true
}

const privately = (said: Said): PrivateSaid => {
  if (said.kind === 'unreadable') return { kind: 'unreadable' }
  return said.kind === 'place' ? { kind: 'place', place: said.place } : said
}

export const plainMessage = (text: string): OutgoingMessage => ({
  content: fitText(cut => ({ text: cut(text), spans: [] })),
  buttons: [],
})

export const sayAnswer = (parts: CommonParts, to: Presser, answer: PrivateAnswer): Promise<void> =>
  say(parts, to, answer.kind === 'message' ? answer.message : plainMessage(outcomeText(answer, parts.service.now())))

/**
 * Said at once and past the delivery records: it answers what the person did a moment ago, and may show a caller's data.
 * Tried again, with all that led to it, when it surely was not shown.
 */
export const say = async (
  parts: Pick<CommonParts, 'channel' | 'log'>,
  { personId }: Pick<Presser, 'personId'>,
  message: OutgoingMessage,
): Promise<void> => {
  try {
    await parts.channel.send({ chat: personId }, message)
  } catch (error) {
    if (!(error instanceof ChannelError)) throw error
    if (error.kind === 'rateLimited' || error.kind === 'temporary') throw error
    parts.log.warn({ kind: error.kind, detail: error.detail }, 'an answer in a private chat was not shown')
  }
}
