import { byAlert, copiesOf } from '../evidence/copies.ts'
import type { Evidence } from '../evidence/evidence.ts'
import type { Violation } from './violation.ts'

/**
 * Every copy of an alert beyond the first says that it may be a repeat; or the first does, because the one that says
 * nothing was sent before it and arrived late. So one copy at most says nothing.
 */
export const repeatsMarked = ({ shown }: Pick<Evidence, 'shown'>): Violation[] =>
  byAlert(copiesOf(shown))
    .map(copies => copies.filter(({ marked }) => !marked))
    .filter(unmarked => unmarked.length > 1)
    .map(unmarked => ({
      law: 'repeats are marked',
      number: unmarked[0]?.number ?? '',
      chat: unmarked[0]?.chat ?? '',
      times: unmarked.map(({ at }) => at),
      what: `${unmarked.length} copies of one alert say nothing of being repeats`,
    }))
