import { problem, type RuleProblem, repeated } from '../rules/problem.ts'
import { callClasses } from '../vocabulary.ts'
import { checkLadders } from './check-ladders.ts'
import { isMarkOf } from './mark-scopes.ts'
import { type ClockDefinition, clockKinds, clockOwners, clockScopes, markNames, type SopProfile } from './profile.ts'

/** What an administrator may change of a profile; its id, source and handling are the standard's. */
export type ProfileEdit = Pick<SopProfile, 'clocks' | 'ladders'>

/** No time limit of an emergency service is longer: more is a slip of the hand. */
export const longestLimitSeconds = 7 * 86_400

/**
 * Everything that is wrong with a profile, as an administrator wrote it: the shape is right, words and numbers may be
 * anything. A profile without errors never makes `decide` throw. `standard` is the shipped one that it goes back to.
 */
export const checkProfile = ({ clocks, ladders }: ProfileEdit, standard: SopProfile): RuleProblem[] => [
  ...(clocks.length ? [] : [problem('noClocks', 'clocks')]),
  ...repeated(clocks.map(({ id }) => id)).map(id => problem('clockIdTwice', `clocks.${id}`, { clock: id })),
  ...clocks.flatMap(checkClock),
  ...(clocks.some(({ kind }) => kind === 'response') ? [] : [problem('neverEscalates', 'clocks')]),
  ...(clocks.some(awaitsAnswer) ? [] : [problem('unansweredForgotten', 'clocks')]),
  ...checkLadders(ladders),
  ...clocks
    .filter(({ published }) => published)
    .map(({ id }) => problem('publishedClockChanged', `clocks.${id}`, { clock: id })),
  ...standard.clocks
    .filter(({ id, basis }) => basis !== 'internal' && !clocks.some(clock => clock.id === id))
    .map(({ id }) => problem('publishedClockRemoved', `clocks.${id}`, { clock: id })),
]

/** The limit of every alert that arrived: without it an agency that does not answer would be waited for in silence. */
const awaitsAnswer = ({ kind, scope, start, stop }: ClockDefinition): boolean =>
  kind === 'response' &&
  scope === 'assignment' &&
  start === 'assignment.notified' &&
  stop.every(mark => mark === 'assignment.answered' || mark === 'assignment.acknowledged')

const checkClock = (clock: ClockDefinition): RuleProblem[] => {
  const { id, name, classes = [] } = clock
  const path = `clocks.${id}`
  const words = [
    ...unknown(clockKinds, [clock.kind], `${path}.kind`),
    ...unknown(clockScopes, [clock.scope], `${path}.scope`),
    ...unknown(clockOwners, [clock.owner], `${path}.owner`),
    ...unknown(markNames, [clock.start], `${path}.start`),
    ...unknown(markNames, clock.stop, `${path}.stop`),
    ...unknown(callClasses, classes, `${path}.classes`),
  ]
  return [
    // the id stands in keys before a colon
    ...(/^[A-Za-z][A-Za-z0-9]{0,15}$/.test(id) ? [] : [problem('clockIdInvalid', path, { clock: id })]),
    ...(name.id.trim() && name.en.trim() ? [] : [problem('nameMissing', `${path}.name`, { code: id })]),
    ...words,
    ...(words.length ? [] : checkSpan(clock, path)),
    ...checkFigures(clock, path),
  ]
}

const checkSpan = ({ id, scope, kind, classes, start, stop }: ClockDefinition, path: string): RuleProblem[] => [
  ...(stop.length ? [] : [problem('stopMissing', `${path}.stop`, { clock: id })]),
  ...repeated(stop).map(mark => problem('stopTwice', `${path}.stop`, { mark })),
  ...(stop.includes(start) ? [problem('startIsStop', `${path}.stop`, { mark: start })] : []),
  ...[start, ...stop]
    .filter(mark => !isMarkOf(scope, mark))
    .map(mark => problem('markNotInScope', path, { mark, scope })),
  // a call reaches only the desk, and an overdue report is some agency's
  ...((scope === 'call' && (kind === 'response' || kind === 'report')) ||
  (kind === 'report' && (scope === 'call' || scope === 'incident'))
    ? [problem('kindNotForScope', path, { kind, scope })]
    : []),
  ...(classes !== undefined && scope !== 'call' ? [problem('classesNotForScope', `${path}.classes`, { scope })] : []),
]

const checkFigures = ({ targetSeconds, limitSeconds }: ClockDefinition, path: string): RuleProblem[] => [
  ...(isSpan(targetSeconds) ? [] : [problem('targetInvalid', `${path}.targetSeconds`, { seconds: targetSeconds })]),
  ...(limitSeconds === undefined || isSpan(limitSeconds)
    ? []
    : [problem('limitInvalid', `${path}.limitSeconds`, { seconds: limitSeconds })]),
  ...(limitSeconds !== undefined && limitSeconds < targetSeconds
    ? [problem('limitBelowTarget', `${path}.limitSeconds`, { target: targetSeconds, limit: limitSeconds })]
    : []),
]

const isSpan = (seconds: number): boolean => Number.isInteger(seconds) && seconds > 0 && seconds <= longestLimitSeconds

const unknown = (known: readonly string[], words: readonly string[], path: string): RuleProblem[] =>
  words.filter(word => !known.includes(word)).map(word => problem('wordUnknown', path, { word }))
