import type { ApplicationDeps } from '../context.ts'
import { type ChannelTest, type TestedChat, testedChatId } from '../ports/channel-tests.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { Delivery } from '../ports/deliveries.ts'
import type { TestFacts } from '../ports/renderer.ts'

/** It was ended, or its time is up. */
export const hasEnded = ({ ended, endsAt }: Pick<ChannelTest, 'ended' | 'endsAt'>, now: number): boolean =>
  ended !== null || endsAt <= now

/** What becomes of a test's messages: each delivery tells its test. Deliveries of any other kind are none of its business. */
export const createTestState = ({ stores, serviceClock, live, training }: ApplicationDeps) => {
  const changed = (centre: string, test: string): void => live.publish({ centre, topic: 'channelTest', id: test })

  const tell = async (
    { content, chat }: Delivery,
    write: (id: string, test: ChannelTest) => Promise<void>,
  ): Promise<void> => {
    const test = content.kind === 'channelTest' ? await stores.channelTests.byId(content.test) : null
    if (!test) return
    await write(testedChatId(test.id, chat), test)
    changed(test.centre, test.id)
  }

  const sent = (delivery: Delivery): Promise<void> =>
    tell(delivery, id => stores.channelTests.sent(id, serviceClock.now()))

  /** One that was never sent because its test was over has not failed. */
  const failed = (delivery: Delivery, failure: string): Promise<void> =>
    tell(delivery, async (id, test) => {
      if (!hasEnded(test, serviceClock.now())) await stores.channelTests.failed(id, failure)
    })

  /** What its message shows now; null when the test is gone, or ended before the message was ever sent. */
  const factsOf = async (test: string, chat: PairedChat): Promise<TestFacts | null> => {
    const [found, tested] = await Promise.all([
      stores.channelTests.byId(test),
      stores.channelTests.chat(testedChatId(test, chat.id)),
    ])
    if (!found || !tested) return null
    const ended = hasEnded(found, serviceClock.now())
    if (ended && isUnseen(tested)) return null
    const centre = await stores.directory.centre(found.centre)
    return {
      centre: centre ?? { code: found.centre, name: found.centre, timeZone: 'Asia/Jakarta' },
      endsAt: found.endsAt,
      ended,
      sentAt: tested.sentAt,
      answer: tested.answer,
      training,
    }
  }

  return { changed, sent, failed, factsOf }
}

export type TestState = ReturnType<typeof createTestState>

const isUnseen = ({ sentAt, answer }: TestedChat): boolean => sentAt === null && answer === null
