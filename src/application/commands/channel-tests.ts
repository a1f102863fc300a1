import type { Instant } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { Audience } from '../ports/chats.ts'

export const testedStates = ['queued', 'sent', 'answered', 'failed', 'notAnswered', 'notSent'] as const
export type TestedState = (typeof testedStates)[number]

/** One chat of a test; times are service time. */
export interface TestedChatView {
  chat: string
  title: string
  audience: Audience
  /** notAnswered, notSent: the test ended first */
  state: TestedState
  sentAt: Instant | null
  answeredBy: string | null
  /** from the sending to the answer */
  seconds: number | null
  failure: string | null
}

export interface TestedAgencyView {
  agency: string
  name: string
  /** of its first answer; null: none */
  seconds: number | null
  /** none: nobody is paired for it */
  chats: TestedChatView[]
}

export interface ChannelTestView {
  id: string
  startedAt: Instant
  startedBy: string
  minutes: number
  endsAt: Instant
  /** null while it runs */
  endedAt: Instant | null
  /** who ended it early */
  endedBy: string | null
  agencies: TestedAgencyView[]
  counts: { agencies: number; answered: number }
}

/** How an agency did in the tests of the history. */
export interface AgencyTrend {
  agency: string
  name: string
  tests: number
  answered: number
  /** the middle of its answer times; null without an answer */
  medianSeconds: number | null
  /** its answer in each test, the oldest first; null: none */
  seconds: (number | null)[]
}

export interface ChannelTestsView {
  running: ChannelTestView | null
  /** those that ended, the newest first */
  past: ChannelTestView[]
  trend: AgencyTrend[]
  /** whom a test may ask: how many chats stand for each */
  agencies: { agency: string; name: string; chats: number }[]
}

/** Channel tests of one centre: silent checks, and drill messages that people answer. */
export interface ChannelTests {
  overview(centre: string): Promise<ChannelTestsView>
  /** no agencies: all active ones of the centre */
  start(
    from: Sender,
    centre: string,
    asked: { agencies?: string[]; minutes?: number },
  ): Promise<Outcome<ChannelTestView>>
  /** ends a running test now; one that has ended stays as it is */
  end(from: Sender, centre: string, test: string): Promise<Outcome<ChannelTestView>>
  /** silent checks of one chat, or of all chats, as soon as there is room; returns how many */
  check(centre: string, chat?: string): Promise<Outcome<number>>
}
