import type { OutgoingMessage } from '../../application/ports/channel.ts'
import type { Delivery } from '../../application/ports/deliveries.ts'
import type { DigestItem, StormFacts } from '../../application/ports/renderer.ts'
import { incidentClocks } from '../../dispatch/clocks/incident-clocks.ts'
import { assignmentOf } from '../../dispatch/incident/incident.ts'
import { helpTitles, pingTitle, reminderTitle } from '../../i18n/chat/id/pings.ts'
import * as words from '../../i18n/chat/id/storm.ts'
import { fitText } from './fit-text.ts'
import { marks } from './marks.ts'
import { addresseeOf, timeIn } from './people.ts'
import { ownWaiting, waitingFor } from './pings.ts'
import { typeAndPriority } from './place.ts'
import { type Line, richText } from './rich-text.ts'

/** Calls that a board lists, the newest first: some 70 characters each, in a message of 4096. */
const listed = 40

/** The board of a storm, for supervisors; its last state says that the storm is over. */
export const renderStormBoard = (facts: StormFacts, { doubtful }: Pick<Delivery, 'doubtful'>): OutgoingMessage => ({
  content: fitText(() =>
    richText([
      ...marks(facts, doubtful),
      [{ bold: facts.endedAt === null ? words.boardTitle(facts.most) : words.overTitle }],
      facts.centre.name,
      ...(facts.endedAt === null ? [words.since(timeIn(facts, facts.since)), words.why] : [lastedLine(facts)]),
      ...countLines(facts),
      ...callLines(facts),
    ]),
  ),
  buttons: [],
})

/** One closing word, with what is still open. */
export const renderStormOver = (facts: StormFacts, { doubtful }: Pick<Delivery, 'doubtful'>): OutgoingMessage => ({
  content: fitText(() =>
    richText([
      ...marks(facts, doubtful),
      [{ bold: words.overTitle }],
      facts.centre.name,
      lastedLine(facts),
      words.backToNormal,
      ...countLines(facts),
      ...callLines(facts),
    ]),
  ),
  buttons: [],
})

const lastedLine = (facts: StormFacts): Line =>
  words.lasted(timeIn(facts, facts.since), timeIn(facts, facts.endedAt ?? facts.now), facts.most)

const countLines = ({ open, unanswered, overdue }: StormFacts): Line[] => [
  [],
  words.open(open),
  words.unanswered(unanswered),
  words.overdue(overdue),
]

const callLines = (facts: StormFacts): Line[] => {
  const { calls } = facts
  if (!calls.length) return []
  return [
    [],
    [{ bold: words.calls(calls.length) }],
    ...calls
      .slice(0, listed)
      .map(({ number, kind, agency, at }) => words.call(number, helpTitles[kind](agency ?? ''), timeIn(facts, at))),
    calls.length > listed && words.more(calls.length - listed),
  ]
}

/** What the chat's other messages would have said, a line each: number, what for, what is awaited. */
export const renderDigest = (
  items: readonly DigestItem[],
  { doubtful }: Pick<Delivery, 'doubtful'>,
  training: boolean,
): OutgoingMessage => ({
  content: fitText(() =>
    richText([
      ...marks({ training }, doubtful),
      [{ bold: words.digestTitle(items.length) }],
      ...items.map(digestLine),
      words.digestHint,
    ]),
  ),
  buttons: [],
})

const digestLine = ({ facts, content }: DigestItem): Line =>
  words.digestLine(`${facts.incident.number} ${typeAndPriority(facts)}`, whatOf(facts, content))

const whatOf = (facts: DigestItem['facts'], content: DigestItem['content']): string => {
  if (content.kind !== 'clockPing') return words.closed
  const clock = incidentClocks(facts.incident, facts.profile).find(({ key }) => key === content.clock)
  if (clock?.state !== 'running') return words.settled
  const waiting = waitingFor(clock.definition)
  const awaited = content.assignments.flatMap(id => assignmentOf(facts.incident, id) ?? [])
  const [own] = awaited
  return own && awaited.length === 1
    ? reminderTitle(own.agency, ownWaiting(own, waiting))
    : pingTitle(awaited.map(assignment => addresseeOf(facts, assignment)).join(', '), waiting)
}
