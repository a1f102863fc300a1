import { unknownCode } from '../../../i18n/chat/id/whatsapp.ts'
import { workReply } from '../../inbound/reply.ts'
import type { Said } from '../../inbound/writing.ts'
import { codeShownIn } from '../answers/code-shape.ts'
import { type Reading, readAnswer } from '../answers/read-answer.ts'
import type { UpdateOf } from '../session/update.ts'
import type { Answer } from './act.ts'
import { workAnswer } from './answer.ts'
import type { InboundParts } from './parts.ts'
import { sayBack } from './say-back.ts'

type Message = UpdateOf<'message'>

/** What a quoted message of ours asks. */
interface Quoted {
  id: string
  token: string | null
  wantsWords: boolean
}

/**
 * A message in a paired chat: an answer by code, or a reply to one of our messages. False when it is neither, and the
 * group's own business.
 */
export const workInPairedChat = async (
  parts: InboundParts,
  answer: Answer,
  message: Message,
  said: Said,
): Promise<boolean> => {
  if (said.kind === 'photo' && (await reportedInCaption(parts, answer, message, said))) return true
  const reading = 'text' in said ? readAnswer(said.text) : null
  const quoted = await quotedIn(parts, answer, message)
  if (reading && (reading.code !== null || (quoted?.token != null && counts(reading, quoted, message.body)))) {
    if (await answered(parts, answer, reading, quoted)) return true
  }
  return replied(parts, answer, message, said, quoted)
}

/** A photo whose caption is a whole report by code: the picture is kept, then the report is filed. */
const reportedInCaption = async (
  parts: InboundParts,
  answer: Answer,
  message: Message,
  said: Extract<Said, { kind: 'photo' }>,
): Promise<boolean> => {
  const reading = readAnswer(said.caption)
  if (reading?.kind !== 'report' || reading.code === null) return false
  const token = await parts.codes.tokenFor(answer.writer.address.chat, reading.code)
  if (token === null) return false
  await replied(parts, answer, message, { ...said, caption: '' }, { id: '', token, wantsWords: false })
  await workAnswer(parts, { ...answer, quoted: null }, token, reading)
  return true
}

/** Beside a question for words only figures answer; words alone need a quote of a card. */
const counts = (reading: Reading, { wantsWords }: Quoted, text: string): boolean =>
  !wantsWords || reading.kind === 'report' || /\d/.test(text)

/** False when the code is none of this chat's and nothing clear stands beside it: somebody talks of something else. */
const answered = async (
  parts: InboundParts,
  answer: Answer,
  reading: Reading,
  quoted: Quoted | null,
): Promise<boolean> => {
  if (reading.code === null) {
    if (quoted?.token == null) return false
    await workAnswer(parts, answer, quoted.token, reading)
    return true
  }
  const token = await parts.codes.tokenFor(answer.writer.address.chat, reading.code)
  if (token !== null) {
    // the code names the card, whatever was quoted beside it
    const isQuoted = quoted?.token === token
    await workAnswer(parts, isQuoted ? answer : { ...answer, quoted: null }, token, reading)
    return true
  }
  if (reading.kind === 'unclear') return false
  if (parts.strangers.take(answer.writer.address.chat)) await sayBack(parts, answer, unknownCode(reading.code))
  return true
}

/** A reply to a message of ours, or a photo with the code of a card: the report's words, talk, pictures, places. */
const replied = async (
  parts: InboundParts,
  answer: Answer,
  message: Message,
  said: Said,
  quoted: Quoted | null,
): Promise<boolean> => {
  const token = quoted ? quoted.token : await tokenInCaption(parts, message, said)
  if (!answer.chat || (!quoted && token === null)) return false
  const to = {
    toMessageId: quoted?.id ?? '',
    messageId: answer.messageId,
    quoted: { text: message.quotedText ?? '', tokens: token === null ? [] : [token] },
  }
  await workReply(parts, answer, answer.chat, to, said)
  return true
}

const quotedIn = async (parts: InboundParts, { writer }: Answer, message: Message): Promise<Quoted | null> => {
  const { quoted: id, quotedText = '' } = message
  if (id === null) return null
  const asked = await parts.chats.askedBy(writer, id)
  if (asked) return { id, ...asked }
  const code = codeShownIn(quotedText)
  const token = code === null ? null : await parts.codes.tokenFor(writer.address.chat, code)
  return { id, token, wantsWords: false }
}

/** A photo whose caption begins with the code of a card belongs to it as if it were a reply. */
const tokenInCaption = async ({ codes }: InboundParts, { chat }: Message, said: Said): Promise<string | null> => {
  const code = said.kind === 'photo' ? (readAnswer(said.caption)?.code ?? null) : null
  return code === null ? null : codes.tokenFor(chat, code)
}
