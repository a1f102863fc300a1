import { type Answer, type Intake, known } from '../../dispatch/incident/intake.ts'
import type { TextRef } from '../../dispatch/vocabulary.ts'
import { parseReporter } from '../desk/intake-change.ts'
import type { AnswerView, IntakeView } from '../views.ts'

/** The fields a-h as people read them: words in place of their references. */
export const intakeView = (intake: Intake, texts: ReadonlyMap<TextRef, string>): IntakeView => {
  const reporter = parseReporter(texts.get(known(intake.reporter) ?? ''))
  const part = (value: string | null): AnswerView<string> => (value === null ? 'unknown' : { known: value })
  return {
    ...(intake.reporter === undefined
      ? {}
      : { reporterName: part(reporter.name), reporterPhone: part(reporter.phone) }),
    ...present('type', intake.type),
    ...present('location', words(intake.location, texts)),
    ...present('address', words(intake.address, texts)),
    ...present('landmark', words(intake.landmark, texts)),
    ...present('point', intake.point),
    ...present('condition', words(intake.condition, texts)),
    ...present('passable', intake.passable),
    ...present('handlingSoFar', words(intake.handlingSoFar, texts)),
    ...present('victims', intake.victims),
    hazards: intake.hazards,
  }
}

const words = (
  answer: Answer<TextRef> | undefined,
  texts: ReadonlyMap<TextRef, string>,
): AnswerView<string> | undefined =>
  answer === undefined || answer === 'unknown' ? answer : { known: texts.get(answer.known) ?? '' }

const present = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> =>
  value === undefined ? {} : ({ [key]: value } as Partial<Record<Key, Value>>)
