import { BSONRegExp, isDoc, rankOf } from './bson-values.ts'
import { type Condition, isOperatorDoc } from './conditions.ts'
import { type FilterNode, parseFilter, requiredFields } from './filter.ts'
import { orderKey } from './order.ts'
import { anchoredPrefix } from './regex.ts'

/** A place in the order of values: before or after everything that begins with these bytes. */
export interface Bound {
  bytes: Buffer
  after: boolean
}

export interface Interval {
  lower: Bound
  upper: Bound
}

/** What a filter demands of one path, as far as an index can serve it. */
export interface Constraint {
  /** The only values that can match. */
  points: unknown[] | undefined
  /** Each of these stretches must hold a value; on an index without arrays the same value. */
  intervals: Interval[]
}

/** The constraints of a filter by path; conditions that no index serves are left to the filter itself. */
export function constraintsOf(node: FilterNode): Map<string, Constraint> {
  const constraints = new Map<string, Constraint>()
  for (const { path, conditions } of requiredFields(node)) {
    for (const condition of conditions) constrain(constraints, path, condition)
  }
  return constraints
}

function constrain(constraints: Map<string, Constraint>, path: string, condition: Condition): void {
  const constraint = constraints.get(path) ?? { points: undefined, intervals: [] }
  const points = pointsOf(condition)
  const interval = intervalOf(condition)
  if (points && (!constraint.points || points.length < constraint.points.length)) constraint.points = points
  if (interval) constraint.intervals.push(interval)
  if (points || interval) constraints.set(path, constraint)
  if (condition.operator === '$elemMatch' && isDoc(condition.operand) && !isOperatorDoc(condition.operand)) {
    for (const inner of requiredFields(parseFilter(condition.operand).node)) {
      for (const part of inner.conditions) constrain(constraints, `${path}.${inner.path}`, part)
    }
  }
}

function pointsOf({ operator, operand }: Condition): unknown[] | undefined {
  if (operator === '$eq') return isPoint(operand) ? [operand] : undefined
  if (operator === '$in' && Array.isArray(operand)) return operand.every(isPoint) ? operand : undefined
  if (operator !== '$all' || !Array.isArray(operand)) return undefined
  const first: unknown = operand[0]
  return operand.length > 0 && isPoint(first) && !isOperatorDoc(first) ? [first] : undefined
}

/** An array is indexed by its elements, a regular expression matches text: neither is a single place in the index. */
function isPoint(value: unknown): boolean {
  return !Array.isArray(value) && !(value instanceof BSONRegExp)
}

/** The stretch of values that a range operator or an anchored regular expression allows. */
export function intervalOf({ operator, operand }: Condition): Interval | undefined {
  if (operator === '$regex' && operand instanceof BSONRegExp) {
    const prefix = anchoredPrefix(operand)
    if (prefix === undefined) return undefined
    // Without the two bytes that end a text, the key covers all texts with this beginning.
    const bytes = orderKey(prefix).subarray(0, -2)
    return { lower: { bytes, after: false }, upper: { bytes, after: true } }
  }
  if (!isRange(operator) || operand === null || operand === undefined || !isPoint(operand)) return undefined
  const type = Buffer.from([rankOf(operand)])
  const bytes = orderKey(operand)
  if (operator === '$gt' || operator === '$gte') {
    return { lower: { bytes, after: operator === '$gt' }, upper: { bytes: type, after: true } }
  }
  return { lower: { bytes: type, after: false }, upper: { bytes, after: operator === '$lte' } }
}

function isRange(operator: string): boolean {
  return operator === '$gt' || operator === '$gte' || operator === '$lt' || operator === '$lte'
}
