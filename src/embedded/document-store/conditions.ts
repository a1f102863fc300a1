import { BSONRegExp, type Doc, isDoc, isNumeric, isTruthy, rankOf, toNumber, toShell, typeOf } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { isOperator, type Operator } from './operators.ts'
import { orderKey } from './order.ts'
import { someValue } from './paths.ts'
import { compileRegex } from './regex.ts'
import { typesNamed } from './types-named.ts'

type QueryOperator = Operator<'query'>
type Test = (value: unknown) => boolean
type ParseFilter = (filter: Doc) => { test(doc: Doc): boolean }

interface Matcher {
  /** Walks a dotted path from a document. */
  onPath(doc: unknown, path: readonly string[]): boolean
  /** Tests a single value, as inside `$elemMatch` and `$pull`. */
  onValue: Test
}

/** One operator on one field. */
export interface Condition extends Matcher {
  operator: QueryOperator
  operand: unknown
}

/** The conditions that a field's operand means: a bare value is `$eq`, a regular expression `$regex`. */
export function conditionsOf(operand: unknown, parseFilter: ParseFilter): Condition[] {
  if (operand instanceof BSONRegExp) return [build('$regex', operand, parseFilter)]
  if (!isOperatorDoc(operand)) return [build('$eq', operand, parseFilter)]
  const { $options: options, ...operators } = operand
  if (options !== undefined && operand.$regex === undefined) {
    throw new StoreError('BadValue', '$options needs a $regex')
  }
  return Object.entries(operators).map(([name, part]) => {
    if (!isOperator('query', name)) throw new StoreError('BadValue', `unknown operator: ${name}`)
    return build(name, name === '$regex' ? regexOf(part, options) : part, parseFilter)
  })
}

/** True for `{ $gt: 5 }`, false for a document to be matched as a value. */
export function isOperatorDoc(value: unknown): value is Doc {
  return isDoc(value) && (Object.keys(value)[0]?.startsWith('$') ?? false)
}

function build(operator: QueryOperator, operand: unknown, parseFilter: ParseFilter): Condition {
  return { operator, operand, ...MATCHERS[operator](operand, parseFilter) }
}

/** Array elements are tested as well as the value itself. */
const each = (test: Test): Matcher => ({ onPath: (doc, path) => someValue(doc, path, true, test), onValue: test })
const whole = (test: Test): Matcher => ({ onPath: (doc, path) => someValue(doc, path, false, test), onValue: test })
const all = (parts: readonly Matcher[]): Matcher => ({
  onPath: (doc, path) => parts.every(part => part.onPath(doc, path)),
  onValue: value => parts.every(part => part.onValue(value)),
})
const none = (part: Matcher): Matcher => ({
  onPath: (doc, path) => !part.onPath(doc, path),
  onValue: value => !part.onValue(value),
})

const MATCHERS: Record<QueryOperator, (operand: unknown, parseFilter: ParseFilter) => Matcher> = {
  $eq: operand => each(equals(operand)),
  $ne: operand => none(each(equals(operand))),
  $gt: operand => each(compares(operand, order => order > 0)),
  $gte: operand => each(compares(operand, order => order >= 0)),
  $lt: operand => each(compares(operand, order => order < 0)),
  $lte: operand => each(compares(operand, order => order <= 0)),
  $in: operand => each(isIn('$in', operand)),
  $nin: operand => none(each(isIn('$nin', operand))),
  $exists: operand => {
    const exists = whole(value => value !== undefined)
    return isTruthy(operand) ? exists : none(exists)
  },
  $not: (operand, parseFilter) => {
    if (!(operand instanceof BSONRegExp) && !isDoc(operand)) {
      throw new StoreError('BadValue', '$not needs a regex or a document')
    }
    if (isDoc(operand) && !isOperatorDoc(operand)) throw new StoreError('BadValue', '$not cannot be empty')
    return none(all(conditionsOf(operand, parseFilter)))
  },
  $elemMatch: (operand, parseFilter) => {
    if (!isDoc(operand)) throw new StoreError('BadValue', '$elemMatch needs an Object')
    const test = elementTest(operand, parseFilter)
    return whole(value => Array.isArray(value) && value.some(test))
  },
  $size: operand => {
    if (!isNumeric(operand) || !Number.isInteger(toNumber(operand)) || toNumber(operand) < 0) {
      throw new StoreError(
        'BadValue',
        `Failed to parse $size. Expected a non-negative number in: $size: ${toShell(operand)}`,
      )
    }
    return whole(value => Array.isArray(value) && value.length === toNumber(operand))
  },
  $all: (operand, parseFilter) => {
    if (!Array.isArray(operand)) throw new StoreError('BadValue', '$all needs an array')
    if (operand.length === 0) return whole(() => false)
    return all(operand.flatMap(part => conditionsOf(part, parseFilter)))
  },
  $regex: operand => each(matchesRegex(regexOf(operand, undefined))),
  $options: () => {
    throw new StoreError('BadValue', '$options needs a $regex')
  },
  $type: operand => {
    const names = typesNamed(operand)
    return each(value => value !== undefined && names.has(typeOf(value)))
  },
}

/** A test of one array element: operators on the element itself, or a filter over its fields. */
export function elementTest(operand: Doc, parseFilter: ParseFilter): Test {
  const first = Object.keys(operand)[0] ?? ''
  if (isOperatorDoc(operand) && !isOperator('logical', first)) {
    const conditions = conditionsOf(operand, parseFilter)
    return value => conditions.every(condition => condition.onValue(value))
  }
  const filter = parseFilter(operand)
  return value => isDoc(value) && filter.test(value)
}

function equals(operand: unknown): Test {
  const rank = rankOf(operand)
  if (typeof operand === 'string') return value => value === operand
  if (operand === null || operand === undefined) return value => value === null || value === undefined
  const key = orderKey(operand)
  return value => rankOf(value) === rank && key.equals(orderKey(value))
}

/** Compares within the operand's type only, as MongoDB does; NaN equals NaN and is neither below nor above a number. */
function compares(operand: unknown, accepts: (order: number) => boolean): Test {
  if (operand instanceof BSONRegExp) throw new StoreError('BadValue', "Can't have RegEx as arg to predicate")
  const rank = rankOf(operand)
  const key = orderKey(operand)
  const notANumber = isNumeric(operand) && Number.isNaN(toNumber(operand))
  return value => {
    if (rankOf(value) !== rank) return false
    if (isNumeric(value) && Number.isNaN(toNumber(value)) !== notANumber) return false
    return accepts(Buffer.compare(orderKey(value), key))
  }
}

function isIn(name: string, operand: unknown): Test {
  if (!Array.isArray(operand)) throw new StoreError('BadValue', `${name} needs an array`)
  const expressions = operand.filter(part => part instanceof BSONRegExp).map(matchesRegex)
  const keys = new Set(operand.map(part => orderKey(part).toString('latin1')))
  return value => keys.has(orderKey(value).toString('latin1')) || expressions.some(test => test(value))
}

function matchesRegex(expression: BSONRegExp): Test {
  const regex = compileRegex(expression)
  const same = equals(expression)
  return value => (typeof value === 'string' ? regex.test(value) : value instanceof BSONRegExp && same(value))
}

function regexOf(operand: unknown, options: unknown): BSONRegExp {
  if (operand instanceof BSONRegExp) {
    return typeof options === 'string' ? new BSONRegExp(operand.pattern, options) : operand
  }
  if (typeof operand !== 'string') throw new StoreError('BadValue', '$regex has to be a string')
  return new BSONRegExp(operand, typeof options === 'string' ? options : '')
}
