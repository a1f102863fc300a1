import type { CallbackQuery } from 'grammy/types'
import type { InboxEntry } from '../../../application/ports/inbox.ts'
import { withinOr } from '../../../lib/within.ts'
import { readActionData } from '../../action-data.ts'
import { answerFor, busyAnswer, forgedAnswer, type PressAnswer } from './answer.ts'
import { answerPress } from './answer-press.ts'
import { showDetail } from './detail.ts'
import type { InboundParts } from './parts.ts'
import { addressOf, personAt } from './people.ts'
import { workPrivatePress } from './private.ts'

/** A press that takes longer than this is answered before its outcome is known; machine ms. */
export const answerWithinMs = 3000

/** A press: decided first, answered always, at three seconds at the latest. @throws when it should be tried again */
export const workPress = async (parts: InboundParts, entry: InboxEntry, query: CallbackQuery): Promise<void> => {
  const deciding = decide(parts, entry, query)
  let answer = busyAnswer
  try {
    answer = await soonEnough(deciding)
  } finally {
    await answerPress(parts, query, answer)
  }
  await deciding
}

const decide = async (parts: InboundParts, entry: InboxEntry, query: CallbackQuery): Promise<PressAnswer> => {
  const action = query.data === undefined ? null : readActionData(query.data)
  // An inaccessible message still names its chat and itself; an inline message is none of ours.
  const { message } = query
  if (!action || !message) return forgedAnswer
  const presser = personAt(query.from, addressOf(message))
  const inPrivate = message.chat.type === 'private' ? await workPrivatePress(parts, entry, presser, action) : null
  if (inPrivate) return inPrivate
  const outcome = await parts.chats.press(entry.id, presser, { ...action, messageId: String(message.message_id) })
  if (outcome.kind === 'done' && outcome.code === 'detail') {
    return showDetail(parts, presser.personId, outcome.params, action.token)
  }
  return answerFor(outcome, parts.service.now())
}

/** The outcome, or the neutral answer when it takes too long: machine time, whatever the service clock does. */
const soonEnough = (deciding: Promise<PressAnswer>): Promise<PressAnswer> =>
  withinOr(answerWithinMs, deciding, busyAnswer)
