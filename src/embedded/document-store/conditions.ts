import { StoreError } from './errors.ts'
import { isOperator, type Operator } from './operators.ts'
import { orderKey } from './order.ts'
import { type Doc, isDoc, rankOf } from './values.ts'

type Test = (value: unknown) => boolean

/** One operator on one field. */
export interface Condition {
  operator: Operator<'query'>
  operand: unknown
  /** Tests the value at the path, and the elements of an array there. */
  test: Test
  /** Holds when no value passes. */
  negated: boolean
}

const TESTS: Record<Operator<'query'>, (operand: unknown) => Test> = {
  $eq: equals,
  $ne: equals,
  $gt: operand => compares(operand, order => order > 0),
  $gte: operand => compares(operand, order => order >= 0),
  $lt: operand => compares(operand, order => order < 0),
  $lte: operand => compares(operand, order => order <= 0),
  $in: operand => {
    if (!Array.isArray(operand)) throw new StoreError('BadValue', '$in needs an array')
    const keys = new Set(operand.map(part => orderKey(part).toString('latin1')))
    return value => rankOf(value) < Number.POSITIVE_INFINITY && keys.has(orderKey(value).toString('latin1'))
  },
  $regex: operand => {
    const regex = compileRegex(operand)
    return value => typeof value === 'string' && regex.test(value)
  },
}

/** The conditions that a field's operand means; a bare value is `$eq`. @throws StoreError BadValue */
export function conditionsOf(operand: unknown): Condition[] {
  const operators = isOperatorDoc(operand) ? operand : { $eq: operand }
  return Object.entries(operators).map(([operator, part]) => {
    if (!isOperator('query', operator)) throw new StoreError('BadValue', `unknown operator: ${operator}`)
    return { operator, operand: part, negated: operator === '$ne', test: TESTS[operator](part) }
  })
}

/** True for `{ $gt: 5 }`, false for a document to be matched as a value. */
export function isOperatorDoc(value: unknown): value is Doc {
  return isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false)
}

function equals(operand: unknown): Test {
  if (typeof operand === 'string') return value => value === operand
  const rank = rankOf(operand)
  const key = orderKey(operand)
  return value => rankOf(value) === rank && key.equals(orderKey(value))
}

/** Compares within the operand's type only, as MongoDB does; NaN equals NaN and is neither below nor above a number. */
function compares(operand: unknown, accepts: (order: number) => boolean): Test {
  const rank = rankOf(operand)
  const key = orderKey(operand)
  const notANumber = Number.isNaN(operand)
  return value =>
    rankOf(value) === rank && Number.isNaN(value) === notANumber && accepts(Buffer.compare(orderKey(value), key))
}

/** The part of the syntax that PCRE and JavaScript (with the u flag) share. @throws StoreError BadValue, Location51091 */
function compileRegex(pattern: unknown): RegExp {
  if (typeof pattern !== 'string') throw new StoreError('BadValue', '$regex has to be a string')
  try {
    return new RegExp(pattern, 'u')
  } catch (cause) {
    throw new StoreError('Location51091', `Regular expression is invalid: ${String(cause)}`)
  }
}
