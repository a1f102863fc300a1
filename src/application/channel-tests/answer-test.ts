import type { ButtonVerb, PressOutcome } from '../application.ts'
import { done, refused } from '../chat/press-outcome.ts'
import type { ApplicationDeps } from '../context.ts'
import { testedChatId } from '../ports/channel-tests.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { TokenMeaning } from '../ports/deliveries.ts'
import { liveMessageId, testSubject } from '../ports/live-messages.ts'
import type { Deliver } from '../relaying/deliver.ts'
import { hasEnded, type TestState } from './test-state.ts'

type Meaning = Extract<TokenMeaning, { kind: 'channelTest' }>

/** "Diterima" on a drill message: the first press answers, a later one learns who did. */
export const createAnswerTest = (
  { stores, serviceClock }: ApplicationDeps,
  { refresh }: Pick<Deliver, 'refresh'>,
  state: TestState,
) => {
  /** A copy that we did not know proves that the message arrived. */
  const adopt = async (live: string, messageId: string | null): Promise<void> => {
    const known = messageId === null ? null : await stores.liveMessages.byId(live)
    if (known && messageId !== null && !known.messageIds.includes(messageId)) {
      await stores.liveMessages.adopt(live, messageId)
    }
  }

  return async (
    chat: PairedChat,
    by: string,
    meaning: Meaning,
    { verb, messageId }: { verb: ButtonVerb; messageId: string | null },
  ): Promise<PressOutcome> => {
    const test = verb === 'receive' ? await stores.channelTests.byId(meaning.test) : null
    if (!test) return refused({ code: 'unknownToken', params: {} })
    const at = serviceClock.now()
    const subject = testSubject(test.id, chat.id)
    const id = testedChatId(test.id, chat.id)
    await adopt(liveMessageId(subject, chat), messageId)
    if (!hasEnded(test, at) && (await stores.channelTests.answered(id, { at, by }))) {
      await refresh(subject)
      state.changed(test.centre, test.id)
      return done('receive')
    }
    await refresh(subject)
    const answer = (await stores.channelTests.chat(id))?.answer
    return answer
      ? refused({ code: 'alreadyDone', params: { action: 'receive', by: answer.by, at: answer.at } })
      : refused({ code: 'testEnded', params: {} })
  }
}

export type AnswerTest = ReturnType<typeof createAnswerTest>
