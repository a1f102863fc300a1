import type { Condition } from './conditions.ts'
import { type FilterNode, requiredFields } from './filter.ts'
import { after } from './key-layout.ts'
import { orderKey } from './order.ts'
import { rankOf } from './values.ts'

/** A stretch in the order of values: from `lower` to below `upper`. */
export interface Interval {
  lower: Buffer
  upper: Buffer
}

/** What a filter demands of one path, as far as an index can serve it. */
export interface Constraint {
  /** The only values that can match. */
  points: readonly unknown[] | undefined
  /** Each of these stretches must hold a value; on an index without arrays the same value. */
  intervals: Interval[]
}

/** The constraints of a filter by path; conditions that no index serves are left to the filter itself. */
export function constraintsOf(node: FilterNode): Map<string, Constraint> {
  const constraints = new Map<string, Constraint>()
  for (const { path, conditions } of requiredFields(node)) {
    const constraint = constraints.get(path) ?? { points: undefined, intervals: [] }
    constraints.set(path, constraint)
    for (const condition of conditions) {
      constraint.points ??= pointsOf(condition)
      const interval = intervalOf(condition)
      if (interval) constraint.intervals.push(interval)
    }
  }
  return constraints
}

/** An array is indexed by its elements, so it is no single place in the index. */
function pointsOf({ operator, operand }: Condition): readonly unknown[] | undefined {
  const points = operator === '$in' ? operand : [operand]
  const serves = (operator === '$eq' || operator === '$in') && Array.isArray(points) && !points.some(Array.isArray)
  return serves ? points : undefined
}

/** The stretch of values that a range operator or an anchored regular expression allows. */
function intervalOf({ operator, operand }: Condition): Interval | undefined {
  if (operator === '$regex') return beginningWith(anchoredText(String(operand)))
  const isRange = /^\$[gl]te?$/.test(operator) && operand !== null && operand !== undefined && !Array.isArray(operand)
  if (!isRange) return undefined
  const type = Buffer.from([rankOf(operand)])
  const key = orderKey(operand)
  if (operator === '$gt') return { lower: after(key), upper: after(type) }
  if (operator === '$gte') return { lower: key, upper: after(type) }
  return { lower: type, upper: operator === '$lt' ? key : after(key) }
}

/** The text that all matches begin with, when the pattern asks for nothing else (`^a\.b` -> `a.b`). */
function anchoredText(pattern: string): string | undefined {
  const literal = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/])+)$/u.exec(pattern)?.[1]
  return literal?.replace(/\\(.)/gsu, '$1')
}

/** Without the two bytes that end a text, the key covers all texts with this beginning. */
function beginningWith(text: string | undefined): Interval | undefined {
  const beginning = text === undefined ? undefined : orderKey(text).subarray(0, -2)
  return beginning && { lower: beginning, upper: after(beginning) }
}
