import { createHash } from 'node:crypto'
import type { Actor } from '../../dispatch/vocabulary.ts'
import type { AnyRefusal, Outcome } from '../application.ts'
import type { ChannelTests, ChannelTestView } from '../commands/channel-tests.ts'
import type { ApplicationDeps } from '../context.ts'
import { type ChannelTest, type TestedChat, testedChatId } from '../ports/channel-tests.ts'
import type { PairedChat } from '../ports/chats.ts'
import { testSubject } from '../ports/live-messages.ts'
import type { Deliver } from '../relaying/deliver.ts'
import { hasEnded, type TestState } from './test-state.ts'
import { testView, trendOf } from './test-views.ts'

/** Minutes that an answer may take when nothing else is asked for. */
const usualMinutes = 5
/** Tests that the history looks back on. */
const historyLength = 12
const batch = 50

/** Tests that people answer: "UJI COBA, tekan Diterima". */
export const createChannelTests = (
  { stores, serviceClock }: ApplicationDeps,
  { deliverLive, refresh, tokenFor }: Pick<Deliver, 'deliverLive' | 'refresh' | 'tokenFor'>,
  state: TestState,
): Omit<ChannelTests, 'check'> & { tend(): Promise<void> } => {
  const { channelTests, chats, directory } = stores

  const namesOf = async (centre: string) =>
    new Map((await directory.agencies(centre)).map(({ code, name }) => [code, name]))

  const viewOf = async (test: ChannelTest): Promise<ChannelTestView> =>
    testView(test, await channelTests.chats([test.id]), await namesOf(test.centre), serviceClock.now())

  const pairedFor = async (centre: string, agencies: readonly string[]): Promise<PairedChat[]> =>
    (await chats.list(centre)).filter(chat => agencies.includes(agencyOf(chat) ?? ''))

  /** A crash in between is made good by `tend`: every step is harmless when it comes again. */
  const handOut = async (test: ChannelTest): Promise<void> => {
    const paired = await pairedFor(test.centre, test.agencies)
    await channelTests.addChats(paired.map(chat => testedChat(test.id, chat)))
    for (const { chat: id } of await channelTests.chats([test.id])) {
      const chat = await chats.byId(id)
      const meaning = { kind: 'channelTest', test: test.id, chat: id } as const
      if (chat) {
        await deliverLive(`${test.id}:${id}`, chat, { kind: 'channelTest', test: test.id }, () => tokenFor(meaning))
      } else await channelTests.failed(testedChatId(test.id, id), 'the chat is not paired')
    }
    await channelTests.handedOut(test.id)
  }

  /** Its messages show that it is over, and those not sent yet never will be. */
  const finish = async (test: ChannelTest, at: number, by: Actor | null): Promise<void> => {
    if (!(await channelTests.end(test.id, { at, by }))) return
    for (const { chat } of await channelTests.chats([test.id])) await refresh(testSubject(test.id, chat))
    state.changed(test.centre, test.id)
  }

  const endIfOver = async (test: ChannelTest): Promise<void> => {
    if (hasEnded(test, serviceClock.now())) await finish(test, test.endsAt, null)
  }

  const chosenAgencies = async (centre: string, asked: string[] | undefined): Promise<string[] | AnyRefusal> => {
    const active = (await directory.agencies(centre)).filter(agency => agency.active).map(({ code }) => code)
    const unknown = asked?.find(code => !active.includes(code))
    if (unknown !== undefined) return { code: 'unknownAgency', params: { agency: unknown } }
    return asked ? active.filter(code => asked.includes(code)) : active
  }

  return {
    overview: async centre => {
      const now = serviceClock.now()
      const [agencies, paired, tests] = await Promise.all([
        directory.agencies(centre),
        chats.list(centre),
        channelTests.list(centre, historyLength + 1),
      ])
      const names = new Map(agencies.map(({ code, name }) => [code, name]))
      const tested = await channelTests.chats(tests.map(({ id }) => id))
      const views = tests.map(one =>
        testView(
          one,
          tested.filter(({ test }) => test === one.id),
          names,
          now,
        ),
      )
      const past = views.filter(({ endedAt }) => endedAt !== null).slice(0, historyLength)
      return {
        running: views.find(({ endedAt }) => endedAt === null) ?? null,
        past,
        trend: trendOf(past),
        agencies: agencies
          .filter(({ active }) => active)
          .map(({ code, name }) => ({
            agency: code,
            name,
            chats: paired.filter(chat => agencyOf(chat) === code).length,
          })),
      }
    },

    start: async (from, centre, asked) => {
      const id = createHash('sha256').update(`${centre} ${from.commandId}`).digest('base64url').slice(0, 22)
      const known = await channelTests.byId(id)
      if (known) return { ok: true, value: await viewOf(known) }
      const open = await channelTests.openOf(centre)
      if (open) await endIfOver(open)
      const agencies = await chosenAgencies(centre, asked.agencies)
      if (!Array.isArray(agencies)) return refused(agencies)
      if ((await pairedFor(centre, agencies)).length === 0) return refused({ code: 'noChannel', params: {} })
      const minutes = asked.minutes ?? usualMinutes
      const startedAt = serviceClock.now()
      const test: ChannelTest = {
        id,
        centre,
        startedAt,
        startedBy: from.by,
        agencies,
        minutes,
        endsAt: startedAt + minutes * 60_000,
        ended: null,
        handedOut: false,
      }
      if ((await channelTests.begin(test)) === 'running') return refused({ code: 'testRunning', params: {} })
      await handOut(test)
      state.changed(centre, id)
      return { ok: true, value: await viewOf(test) }
    },

    end: async (from, centre, id) => {
      const test = await channelTests.byId(id)
      if (test?.centre !== centre) return refused({ code: 'notFound', params: { what: 'channelTest' } })
      await endIfOver(test)
      await finish(test, serviceClock.now(), from.by)
      return { ok: true, value: await viewOf((await channelTests.byId(id)) ?? test) }
    },

    /** Goes on with whatever a crash left half done, and ends what is over. */
    tend: async () => {
      for (const test of await channelTests.open(batch)) {
        if (!test.handedOut) await handOut(test)
        await endIfOver(test)
      }
    },
  }
}

/** Whose channel it is: an agency's group, a post's, or its officer's own chat. */
const agencyOf = ({ audience }: PairedChat): string | null =>
  audience.kind === 'agency' || audience.kind === 'contact' ? audience.agency : null

const testedChat = (test: string, chat: PairedChat): TestedChat => ({
  id: testedChatId(test, chat.id),
  test,
  chat: chat.id,
  title: chat.title,
  agency: agencyOf(chat) ?? '',
  audience: chat.audience,
  sentAt: null,
  answer: null,
  failure: null,
})

const refused = (refusal: AnyRefusal): Outcome<never> => ({ ok: false, refusal })
