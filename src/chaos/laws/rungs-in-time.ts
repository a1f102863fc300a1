import type { Deadline, Evidence } from '../evidence/evidence.ts'
import { firstCalmEnd } from '../system/outages.ts'
import { fairEnd } from '../system/starvation.ts'
import type { Violation } from './violation.ts'

/** Machine ms, once the parts are back: until a missed deadline fires, and one lease more until its message is shown. */
const fireMs = 15_000
const leaseMs = 45_000

type Seen = Pick<Evidence, 'deadlines' | 'shown' | 'outages' | 'starved' | 'judgedAt' | 'rested'>

/** What was missed while something was away is made up for at once when it is back. */
export const rungsInTime = (evidence: Seen): Violation[] =>
  evidence.deadlines.flatMap(deadline => fired(deadline, evidence) ?? told(deadline, evidence) ?? [])

const law = 'every missed deadline fires in time'

const fired = (deadline: Deadline, { outages, starved, judgedAt, rested }: Seen): Violation | null => {
  const { number, chat, what, dueAt, firedAt, endedAt } = deadline
  const by = firstCalmEnd(outages, dueAt, start => fairEnd(starved, start, fireMs))
  if (firedAt !== null ? firedAt <= by : judgedAt <= (rested ? dueAt : by)) return null
  if (endedAt !== null && endedAt <= by) return null
  const times = firedAt === null ? [dueAt, by] : [dueAt, by, firedAt]
  return { law, number, chat, times, what: firedAt === null ? `${what} never fired` : `${what} fired late` }
}

const told = (deadline: Deadline, { shown, outages, starved, judgedAt, rested }: Seen): Violation | null => {
  const { number, chat, what, dueAt, firedAt, endedAt, says } = deadline
  if (says === null || firedAt === null) return null
  const by = firstCalmEnd(outages, firedAt, start => fairEnd(starved, start, leaseMs))
  if (endedAt !== null && endedAt <= by) return null
  const message = shown.find(one => one.chat === chat && !one.edit && says.every(words => one.text.includes(words)))
  if (message ? message.at <= by : judgedAt <= by && !rested) return null
  const times = message ? [dueAt, firedAt, message.at] : [dueAt, firedAt, by]
  return { law, number, chat, times, what: `${what} fired, its message ${message ? 'came late' : 'never came'}` }
}
