import type { Actor, Instant } from '../../dispatch/vocabulary.ts'
import type { Audience } from './chats.ts'

/** A test of channels that people were asked to answer (uji saluran): a drill message with one button. Service time. */
export interface ChannelTest {
  id: string
  centre: string
  startedAt: Instant
  startedBy: Actor
  agencies: string[]
  /** how long an answer may take */
  minutes: number
  /** when it ends by itself */
  endsAt: Instant
  /** set once it has ended, by itself (null) or by somebody */
  ended: { at: Instant; by: Actor | null } | null
  /** every chat's message stands in its queue */
  handedOut: boolean
}

/** One chat of a test, as it was then. */
export interface TestedChat {
  /** see `testedChatId` */
  id: string
  test: string
  chat: string
  title: string
  agency: string
  audience: Audience
  sentAt: Instant | null
  answer: { at: Instant; by: string } | null
  failure: string | null
}

export const testedChatId = (test: string, chat: string): string => `${test}@${chat}`

export interface ChannelTestStore {
  /** running: the centre has another one that has not ended; known: this one was begun before */
  begin(test: ChannelTest): Promise<'begun' | 'known' | 'running'>
  byId(id: string): Promise<ChannelTest | null>
  /** the centre's tests, the newest first */
  list(centre: string, limit: number): Promise<ChannelTest[]>
  /** those that have not ended, in every centre, the oldest first */
  open(limit: number): Promise<ChannelTest[]>
  openOf(centre: string): Promise<ChannelTest | null>
  handedOut(id: string): Promise<void>
  /** false when it had ended before */
  end(id: string, ended: { at: Instant; by: Actor | null }): Promise<boolean>

  /** adds what is not there yet */
  addChats(chats: TestedChat[]): Promise<void>
  chats(tests: string[]): Promise<TestedChat[]>
  chat(id: string): Promise<TestedChat | null>
  /** the first sending counts */
  sent(id: string, at: Instant): Promise<void>
  failed(id: string, failure: string): Promise<void>
  /** one winner: false when somebody answered before */
  answered(id: string, answer: { at: Instant; by: string }): Promise<boolean>
}
