import type { AnswerPoll } from '../../../application/ports/answer-polls.ts'
import type { InboxEntry } from '../../../application/ports/inbox.ts'
import type { UpdateOf } from '../session/update.ts'
import { type Answer, act } from './act.ts'
import type { InboundParts } from './parts.ts'
import { writerOf } from './people.ts'
import { choicesNow } from './say-back.ts'

/**
 * A vote in a poll of ours is the press of its option. No options: it is withdrawn, and the step that it made is taken
 * back while that is the last one and can be. What the person typed before is refused as any repetition is.
 */
export const workVote = async (parts: InboundParts, entry: InboxEntry, vote: UpdateOf<'vote'>): Promise<void> => {
  const { polls } = parts
  const poll = await polls.byId(vote.chat, vote.id)
  const chat = poll && (await parts.pairedChats.byAddress('whatsapp', { chat: vote.chat }))
  if (!poll || !chat) return
  const writer = writerOf(vote)
  await parts.session.acquaint(writer.personId)
  const voting: Answer = { entry, writer, chat, messageId: vote.id, quoted: null, isVote: true }
  const [chosen] = vote.options
  if (chosen === undefined) return withdraw(parts, poll, voting)
  const option = poll.options.find(({ label }) => label === chosen)
  if (!option) return
  const before = await stepNow(parts, poll, voting)
  await act(parts, voting, { token: poll.token, verb: option.verb })
  const step = await stepNow(parts, poll, voting)
  if (step !== null && step !== before) {
    await polls.count({ chat: vote.chat, poll: vote.id, person: writer.personId, step })
  }
}

const withdraw = async (parts: InboundParts, { chat, poll, token }: AnswerPoll, voting: Answer): Promise<void> => {
  const counted = await parts.polls.counted(chat, poll, voting.writer.personId)
  if (!counted) return
  if ((await stepNow(parts, { token }, voting)) === counted.step) {
    await act(parts, voting, { token, verb: 'undo', about: counted.step })
  }
  await parts.polls.forget(counted)
}

/** The step that Urungkan would take back now; null when there is none. */
const stepNow = async (
  parts: InboundParts,
  { token }: Pick<AnswerPoll, 'token'>,
  { writer }: Answer,
): Promise<number | null> => {
  const choices = await choicesNow(parts, writer, token)
  const [step] = choices.flatMap(({ does }) => ('verb' in does && does.verb === 'undo' ? (does.about ?? []) : []))
  return step ?? null
}
