import type { Actor, Instant } from '../../dispatch/vocabulary.ts'
import type {
  AgencyTrend,
  ChannelTestView,
  TestedAgencyView,
  TestedChatView,
  TestedState,
} from '../commands/channel-tests.ts'
import type { ChannelTest, TestedChat } from '../ports/channel-tests.ts'
import { hasEnded } from './test-state.ts'

/** A test as its page shows it at this moment. */
export const testView = (
  test: ChannelTest,
  chats: readonly TestedChat[],
  names: ReadonlyMap<string, string>,
  now: Instant,
): ChannelTestView => {
  const isOver = hasEnded(test, now)
  const agencies = test.agencies.map((agency): TestedAgencyView => {
    const own = chats.filter(chat => chat.agency === agency).map(chat => chatView(chat, isOver))
    const answers = own.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))
    return {
      agency,
      name: names.get(agency) ?? agency,
      seconds: answers.length ? Math.min(...answers) : null,
      chats: own,
    }
  })
  return {
    id: test.id,
    startedAt: test.startedAt,
    startedBy: nameOf(test.startedBy),
    minutes: test.minutes,
    endsAt: test.endsAt,
    endedAt: test.ended?.at ?? (isOver ? test.endsAt : null),
    endedBy: test.ended?.by ? nameOf(test.ended.by) : null,
    agencies,
    counts: { agencies: agencies.length, answered: agencies.filter(({ seconds }) => seconds !== null).length },
  }
}

const chatView = (chat: TestedChat, isOver: boolean): TestedChatView => ({
  chat: chat.chat,
  title: chat.title,
  audience: chat.audience,
  state: stateOf(chat, isOver),
  sentAt: chat.sentAt,
  answeredBy: chat.answer?.by ?? null,
  seconds: secondsOf(chat),
  failure: chat.failure,
})

const stateOf = ({ answer, sentAt, failure }: TestedChat, isOver: boolean): TestedState => {
  if (answer) return 'answered'
  if (sentAt !== null) return isOver ? 'notAnswered' : 'sent'
  if (isOver) return failure === null ? 'notSent' : 'failed'
  return failure === null ? 'queued' : 'failed'
}

/** Tenths of a second from the sending to the answer; an answer proves a sending that we never heard of: 0. */
const secondsOf = ({ answer, sentAt }: TestedChat): number | null =>
  answer && Math.max(0, Math.round((answer.at - (sentAt ?? answer.at)) / 100) / 10)

/** How each agency did in these tests, whichever order they come in. */
export const trendOf = (tests: readonly ChannelTestView[]): AgencyTrend[] => {
  const oldestFirst = [...tests].sort((a, b) => a.startedAt - b.startedAt)
  const all = oldestFirst.flatMap(({ agencies }) => agencies)
  return [...new Set(all.map(({ agency }) => agency))].map(agency => {
    const results = all.filter(result => result.agency === agency)
    const seconds = results.map(result => result.seconds)
    const answers = seconds.filter(value => value !== null)
    const name = results.at(-1)?.name ?? agency
    return { agency, name, tests: results.length, answered: answers.length, medianSeconds: median(answers), seconds }
  })
}

const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10
}

const nameOf = (actor: Actor): string => (actor.kind === 'system' ? 'Tanggap 112' : actor.name)
