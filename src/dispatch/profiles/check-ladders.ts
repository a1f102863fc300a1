import { problem, type RuleProblem, repeated } from '../rules/problem.ts'
import { type Ladder, type Ladders, type Recipient, recipients } from './profile.ts'

/** Seconds: whoever is pinged more often than this stops reading. */
const shortestRepeatSeconds = 60
const longestRepeatSeconds = 86_400
/** A rung beyond ten times the limit helps nobody. */
const highestRung = 10

const laddersByPath = (ladders: Ladders): [string, Ladder][] => [
  ['ladders.desk', ladders.desk],
  ['ladders.response.urgent', ladders.response.urgent],
  ['ladders.response.routine', ladders.response.routine],
  ['ladders.report', ladders.report],
  ['ladders.figure', ladders.figure],
]

/** What is wrong with the ladders; one that never tells anybody of an urgent breach is refused. */
export const checkLadders = (ladders: Ladders): RuleProblem[] => [
  ...laddersByPath(ladders).flatMap(([path, ladder]) => checkLadder(ladder, path)),
  ...(tellsSomebody(ladders.response.urgent) ? [] : [problem('neverEscalates', 'ladders.response.urgent')]),
  ...(['urgent', 'routine'] as const)
    .filter(name => !keepsAtIt(ladders.response[name]))
    .map(name => problem('unansweredForgotten', `ladders.response.${name}`)),
  // a rung fires once for its clock, also when the incident's priority changes in between
  ...namesOf(ladders.response.routine)
    .filter(name => namesOf(ladders.response.urgent).includes(name))
    .map(name => problem('rungNameShared', 'ladders.response.routine', { name })),
]

const namesOf = ({ rungs }: Ladder): string[] => rungs.map(({ at, name }) => name ?? String(at))

/** In the end somebody phones, or the pings go on. */
const keepsAtIt = ({ rungs, repeat }: Ladder): boolean =>
  repeat !== undefined || rungs.some(({ phoneTask }) => phoneTask)

/** An agency's own reminder is no escalation: an owner that is a desk is not pinged at all. */
const tellsSomebody = ({ rungs }: Ladder): boolean =>
  rungs.some(({ ping = [] }) => ping.some(recipient => recipient !== 'owner'))

const checkLadder = (ladder: Ladder, path: string): RuleProblem[] => {
  const { rungs, repeat } = ladder
  return [
    ...rungs.flatMap(({ at, name, ping = [] }, index) => [
      ...(at > 0 && at <= highestRung ? [] : [problem('rungInvalid', `${path}.rungs.${index}`, { at })]),
      // repetitions are called r1, r2 …, and rungs without a name after their fraction
      ...(name === undefined || /^[a-z][A-Za-z]{1,19}$/.test(name)
        ? []
        : [problem('rungNameInvalid', `${path}.rungs.${index}`, { name })]),
      ...checkPing(ping, `${path}.rungs.${index}`),
    ]),
    ...(rungs.every(({ at }, index) => index === 0 || at > (rungs[index - 1]?.at ?? 0))
      ? []
      : [problem('rungsNotAscending', `${path}.rungs`)]),
    ...repeated(namesOf(ladder)).map(name => problem('rungNameTwice', `${path}.rungs`, { name })),
    ...(repeat ? checkRepeat(repeat, rungs.length, `${path}.repeat`) : []),
  ]
}

const checkRepeat = (
  { everySeconds, ping }: NonNullable<Ladder['repeat']>,
  rungs: number,
  path: string,
): RuleProblem[] => [
  ...(Number.isInteger(everySeconds) && everySeconds >= shortestRepeatSeconds && everySeconds <= longestRepeatSeconds
    ? []
    : [problem('repeatTooOften', path, { seconds: everySeconds, least: shortestRepeatSeconds })]),
  ...(rungs ? [] : [problem('repeatWithoutRungs', path)]),
  ...(ping.length ? [] : [problem('repeatPingsNobody', path)]),
  ...checkPing(ping, path),
]

const checkPing = (ping: readonly Recipient[], path: string): RuleProblem[] => [
  ...ping.filter(word => !recipients.includes(word)).map(word => problem('wordUnknown', path, { word })),
  ...repeated(ping).map(recipient => problem('rungPingsTwice', path, { recipient })),
]
