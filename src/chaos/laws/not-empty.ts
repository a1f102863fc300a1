import { byAlert, type Copy, copiesOf } from '../evidence/copies.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Outage } from '../system/outages.ts'
import type { Violation } from './violation.ts'

/** Of all faults so many may find nothing to disturb, and so many of the alerts may flow while nothing is disturbed. */
const mostEmpty = 0.2
const mostUndisturbed = 0.5

/** What a run put to the test. */
export interface Proof {
  /** faults that nothing met: no call of the app, or no alert, press or limit while it lasted */
  empty: readonly Outage[]
  /** alerts that were under way while something was away or disturbed */
  disturbed: number
  /** copies of alerts beyond the first */
  repeated: number
  /** limits that passed while something was away, and had to be made up for */
  missed: number
}

interface Stretch {
  from: number
  to: number
}

/** What of a run's faults met work to disturb. */
export const proofOf = ({ alerts, shown, presses, answers, deadlines, outages }: Evidence): Proof => {
  const copies = copiesOf(shown)
  const flights = alerts.map(({ number, chat, rangAt }) => ({ from: rangAt, to: firstOf(copies, number, chat) }))
  const told = new Map(answers.map(({ query, at }) => [query, at]))
  const waits = presses.map(({ query, at }) => ({ from: at, to: told.get(query) ?? at }))
  const missed = deadlines.filter(({ dueAt, firedAt }) => firedAt !== null && within(outages, dueAt))
  const limits = missed.map(({ dueAt }) => ({ from: dueAt, to: dueAt }))
  const work = [...flights, ...waits, ...limits]
  return {
    empty: outages.filter(outage => (outage.met === undefined ? !work.some(overlaps(outage)) : outage.met === 0)),
    disturbed: flights.filter(flight => outages.some(outage => overlaps(outage)(flight))).length,
    repeated: byAlert(copies).reduce((sum, same) => sum + same.length - 1, 0),
    missed: missed.length,
  }
}

const firstOf = (copies: readonly Copy[], number: string, chat: string): number =>
  copies.find(copy => copy.number === number && copy.chat === chat)?.at ?? Number.POSITIVE_INFINITY

const overlaps =
  ({ from, to = Number.POSITIVE_INFINITY }: Outage) =>
  (stretch: Stretch): boolean =>
    stretch.from <= to && stretch.to >= from

const within = (outages: readonly Outage[], at: number): boolean =>
  outages.some(({ from, to = Number.POSITIVE_INFINITY }) => from <= at && at <= to)

/** A run in which faults found nothing to disturb proves nothing, however well it ends. */
export const notEmpty = (evidence: Evidence): Violation[] => {
  const { alerts, outages, judgedAt } = evidence
  const { empty, disturbed, repeated, missed } = proofOf(evidence)
  const law = 'a run proves something'
  const wrong = (what: string, times: readonly number[] = [judgedAt]): Violation => {
    return { law, number: '', chat: '', times, what }
  }
  const emptyOnes = empty.map(({ what }) => what).join('; ')
  const tooEmpty = empty.length > mostEmpty * outages.length
  return [
    ...(tooEmpty
      ? [
          wrong(
            `${empty.length} of ${outages.length} faults met nothing: ${emptyOnes}`,
            empty.map(({ from }) => from),
          ),
        ]
      : []),
    ...(alerts.length === 0 || disturbed < (1 - mostUndisturbed) * alerts.length
      ? [wrong(`only ${disturbed} of ${alerts.length} alerts were under way while something was disturbed`)]
      : []),
    ...(repeated === 0 ? [wrong('no alert was repeated, although answers were lost')] : []),
    ...(missed === 0 ? [wrong('no limit passed while something was away')] : []),
  ]
}
