import { oneOfSeveral, severalOpen } from '../../../i18n/chat/id/whatsapp.ts'
import { workDraft } from '../../inbound/private-answers.ts'
import type { Said } from '../../inbound/writing.ts'
import { inWords } from '../answers/choices.ts'
import { readAnswer } from '../answers/read-answer.ts'
import type { UpdateOf } from '../session/update.ts'
import type { Answer } from './act.ts'
import { workAnswer } from './answer.ts'
import { workInPairedChat } from './group.ts'
import type { InboundParts } from './parts.ts'
import { choicesNow, sayBack } from './say-back.ts'

/** So many of the questions that a private chat was asked last may still be open. */
const lookedAt = 12

/**
 * A message in a private chat. A bare number counts while exactly one thing is asked there; what is written beside the
 * questions of a report is its words.
 */
export const workInPrivateChat = async (
  parts: InboundParts,
  answer: Answer,
  message: UpdateOf<'message'>,
  said: Said,
): Promise<void> => {
  if (await workBareNumber(parts, answer, message, said)) return
  const reading = said.kind === 'text' ? readAnswer(said.text) : null
  const code = reading?.code ?? null
  const named = code !== null && (await parts.codes.tokenFor(answer.writer.address.chat, code)) !== null
  if ((named || message.quoted !== null) && (await workInPairedChat(parts, answer, message, said))) return
  if (await workDraft(parts, answer, said)) return
  await workInPairedChat(parts, answer, message, said)
}

/** False when it is no bare number, or nothing is asked there. */
const workBareNumber = async (
  parts: InboundParts,
  answer: Answer,
  { quoted }: UpdateOf<'message'>,
  said: Said,
): Promise<boolean> => {
  const reading = said.kind === 'text' && quoted === null ? readAnswer(said.text) : null
  if (reading?.kind !== 'choice' || reading.code !== null) return false
  const open = await openIn(parts, answer)
  const isFigure = said.kind === 'text' && /\d/.test(said.text)
  const [only] = open
  if (only && open.length === 1) {
    // a word of a report may be called like a button ("Selesai"): words count only where that button is shown
    if (!isFigure && !only.choices.some(({ number }) => number === reading.number)) return false
    await workAnswer(parts, answer, only.token, reading)
    return true
  }
  if (open.length === 0 || !isFigure) return false
  const { chat } = answer.writer.address
  const lines: string[] = []
  for (const { token, choices } of open) {
    const code = await parts.codes.codeFor(chat, token)
    if (code !== null) lines.push(oneOfSeveral(code, inWords(choices)))
  }
  await sayBack(parts, answer, severalOpen(lines))
  return true
}

const openIn = async (parts: InboundParts, { writer }: Answer) => {
  const tokens = await parts.codes.newestTokens(writer.address.chat, lookedAt)
  const asked = await Promise.all(
    tokens.map(async token => ({ token, choices: await choicesNow(parts, writer, token) })),
  )
  return asked.filter(({ choices }) => choices.length > 0)
}
