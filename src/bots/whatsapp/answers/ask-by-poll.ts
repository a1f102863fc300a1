import type { AnswerPollStore } from '../../../application/ports/answer-polls.ts'
import type { Channel, ChatAddress, OutgoingMessage } from '../../../application/ports/channel.ts'
import type { Log, Pacing } from '../../../application/ports/signals.ts'
import { pollQuestion } from '../../../i18n/chat/id/whatsapp.ts'
import { describeError } from '../../../lib/describe-error.ts'
import type { ButtonAction } from '../../action-data.ts'
import { turn } from '../in-turn.ts'
import type { WhatsAppSession } from '../session/session.ts'
import type { AnswerCodes } from './answer-codes.ts'
import { choicesOf } from './choices.ts'

export interface PollParts {
  session: Pick<WhatsAppSession, 'send'>
  polls: AnswerPollStore
  codes: Pick<AnswerCodes, 'codeFor'>
  /** the account's pace */
  pacing: Pacing | undefined
  log: Log
}

/**
 * The channel, with a single-answer poll after each card that nobody has answered. The poll only makes answering faster:
 * it takes its turn in the account's pace while the lanes go on, and where one cannot be sent, the card stands.
 */
export const askingByPoll = (channel: Channel, parts: PollParts): Channel => ({
  ...channel,
  async send(to, message) {
    const sent = await channel.send(to, message)
    void ask(parts, to, message)
    return sent
  },
})

const ask = async (
  { session, polls, codes, pacing, log }: PollParts,
  { chat }: ChatAddress,
  message: OutgoingMessage,
) => {
  const options = choicesOf(message.buttons.flat()).flatMap(({ does, label }) =>
    'verb' in does && does.about === undefined ? [{ label, ...does }] : [],
  )
  const [first] = options
  if (!first || options.length < 2 || !isUnanswered(options)) return
  const { token } = first
  try {
    await turn(pacing, `poll:${chat}`)
    const question = pollQuestion(await codes.codeFor(chat, token))
    const { id } = await session.send(chat, {
      text: question,
      poll: { question, options: options.map(({ label }) => label) },
    })
    await polls.put({ chat, poll: id, token, options: options.map(({ label, verb }) => ({ label, verb })) })
  } catch (error) {
    // whatever it is: the card was shown, and must not be shown again for its poll
    log.warn({ error: describeError(error) }, 'a poll was not sent; the card asks all the same')
  }
}

const isUnanswered = (options: readonly ButtonAction[]): boolean => options.some(({ verb }) => verb === 'acknowledge')
