import { refuse } from '../../refusal.ts'
import { nameOf } from '../../vocabulary.ts'
import type { IncidentCommand } from '../commands.ts'
import type { Incident } from '../incident.ts'
import { marksLeft, maxUnitLength, maxUnits, takesMark, takesUnits, unitsOf } from '../units.ts'
import { markInto } from './agency-steps.ts'
import type { DecideContext } from './context.ts'
import type { IncidentDecision } from './decision.ts'
import { Draft } from './draft.ts'
import { badTime, notNow, type Refused, workable } from './guards.ts'

type Command<Type extends IncidentCommand['type']> = Extract<IncidentCommand, { type: Type }>

/** Which units the agency has on the incident, all of them: one that is named no more is gone from it. */
export const nameUnits = (
  incident: Incident,
  { assignment: id, units }: Command<'NameUnits'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, id)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  if (!takesUnits(assignment)) return notNow(assignment, 'nameUnits', context)
  const wrong = badUnits(units)
  if (wrong) return wrong
  const draft = new Draft(incident, context)
  const before = unitsOf(assignment).map(({ code }) => code)
  if (before.length === units.length && before.every((code, index) => code === units[index])) return draft.decision()
  draft.emit({ type: 'UnitsNamed', assignment: id, units })
  draft.effect({ kind: 'refreshCards' })
  return draft.decision()
}

/** One unit sets out, arrives or is done: by the menu on the card, or on its behalf. */
export const markUnit = (
  incident: Incident,
  command: Command<'MarkUnit'>,
  context: DecideContext,
): IncidentDecision => {
  const subject = workable(incident, command.assignment)
  if ('refusal' in subject) return subject
  const { assignment } = subject
  const { unit: code, mark } = command
  const unit = unitsOf(assignment).find(one => one.code === code)
  if (!unit) return refuse('unknownUnit', { unit: code })
  const done = assignment.steps.find(
    ({ change }) => change.kind === 'unit' && change.unit === code && change.mark === mark,
  )
  if (done) return refuse('alreadyDone', { action: mark, unit: code, by: nameOf(done.by), at: done.at })
  if (!marksLeft(unit).includes(mark) || !takesMark(assignment.standing.status, mark)) {
    return notNow(assignment, mark, context)
  }
  const wrongTime = badTime(incident, command.at, context.now)
  if (wrongTime) return wrongTime
  const draft = new Draft(incident, context)
  markInto(draft, assignment, command, command)
  return draft.decision()
}

/** A code is one short line, and stands for one unit. */
export const badUnits = (units: readonly string[]): Refused | undefined => {
  if (units.length > maxUnits) return refuse('unitInvalid', { limit: maxUnits })
  const unit = units.find((code, index) => !isCode(code) || units.indexOf(code) !== index)
  return unit === undefined ? undefined : refuse('unitInvalid', { unit: unit.slice(0, maxUnitLength) })
}

const isCode = (code: string): boolean =>
  code.length > 0 && code.length <= maxUnitLength && code === code.trim() && !/\p{C}/u.test(code)
