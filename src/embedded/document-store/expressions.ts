import { calculate, IntegerOverflow } from './arithmetic.ts'
import { type Doc, Double, Int32, isDoc, isNumeric, isTruthy, type Numeric, toNumber, typeOf } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { isOperator, type Operator } from './operators.ts'
import { compareValues, equalValues } from './order.ts'
import { define, own } from './paths.ts'

/** A compiled aggregation expression; `undefined` is a missing value. */
export type Expression = (doc: Doc) => unknown

/** @throws StoreError InvalidPipelineOperator and the codes of malformed expressions */
export function compileExpression(expression: unknown): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) return fieldPath(expression)
  if (Array.isArray(expression)) {
    const parts = expression.map(compileExpression)
    return doc => parts.map(part => part(doc) ?? null)
  }
  if (!isDoc(expression)) return () => expression
  const [name, ...others] = Object.keys(expression)
  if (name?.startsWith('$')) {
    if (others.length > 0) {
      throw new StoreError('Location15983', 'an object representing an expression must have exactly one field')
    }
    if (!isOperator('expression', name))
      throw new StoreError('InvalidPipelineOperator', `Unrecognized expression '${name}'`)
    return EXPRESSIONS[name](expression[name])
  }
  const fields = Object.entries(expression).map(([field, part]) => [field, compileExpression(part)] as const)
  return doc => {
    const result: Doc = {}
    for (const [field, part] of fields) {
      const value = part(doc)
      if (value !== undefined) define(result, field, value)
    }
    return result
  }
}

function fieldPath(path: string): Expression {
  if (path === '$$ROOT' || path === '$$CURRENT') return doc => doc
  if (path.startsWith('$$')) throw new StoreError('Location17276', `Use of undefined variable: ${path.slice(2)}`)
  const steps = path.slice(1).split('.')
  if (steps.includes('')) throw new StoreError('Location15998', 'FieldPath field names may not be empty strings.')
  return doc => descend(doc, steps, 0)
}

function descend(value: unknown, steps: readonly string[], at: number): unknown {
  const step = steps[at]
  if (step === undefined) return value
  if (Array.isArray(value)) {
    return value
      .filter(isDoc)
      .map(element => descend(element, steps, at))
      .filter(part => part !== undefined)
  }
  return isDoc(value) ? descend(own(value, step), steps, at + 1) : undefined
}

/** Compiles the arguments of an operator that takes `count` of them, or any number. */
function argumentsOf(name: string, given: unknown, count?: number): Expression[] {
  const list: unknown[] = Array.isArray(given) ? given : [given]
  if (count !== undefined && list.length !== count) {
    throw new StoreError(
      'Location16020',
      `Expression ${name} takes exactly ${count} arguments. ${list.length} were passed in.`,
    )
  }
  return list.map(compileExpression)
}

const comparison =
  (name: string, accepts: (order: number) => boolean) =>
  (given: unknown): Expression => {
    const [left, right] = argumentsOf(name, given, 2)
    return doc => accepts(compareWithMissing(left?.(doc), right?.(doc)))
  }

/** In expressions, unlike in filters, a missing value is below null. */
function compareWithMissing(left: unknown, right: unknown): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined)
  return compareValues(left, right)
}

const arithmetic =
  (name: '$add' | '$subtract' | '$multiply', operation: 'add' | 'subtract' | 'multiply', count?: number) =>
  (given: unknown): Expression => {
    const parts = argumentsOf(name, given, count)
    return doc => {
      const values = parts.map(part => part(doc))
      if (values.some(value => value === null || value === undefined)) return null
      const numbers = values.map(value => numeric(name, value))
      const [start, ...rest] = operation === 'subtract' ? numbers : [new Int32(operation === 'add' ? 0 : 1), ...numbers]
      return rest.reduce<Numeric>((sum, value) => calculateOrDouble(operation, sum, value), start ?? new Int32(0))
    }
  }

function numeric(name: string, value: unknown): Numeric {
  if (isNumeric(value)) return value
  throw new StoreError('TypeMismatch', `${name} only supports numeric types, not ${typeOf(value)}`)
}

/** What leaves 64 bits goes on as a double, as in MongoDB's aggregation. */
export function calculateOrDouble(operation: 'add' | 'subtract' | 'multiply', left: Numeric, right: Numeric): Numeric {
  try {
    return calculate(operation, left, right)
  } catch (error) {
    if (!(error instanceof IntegerOverflow)) throw error
    return calculate(operation, new Double(toNumber(left)), right)
  }
}

const EXPRESSIONS: Record<Operator<'expression'>, (given: unknown) => Expression> = {
  $literal: given => () => given,
  $eq: comparison('$eq', order => order === 0),
  $ne: comparison('$ne', order => order !== 0),
  $gt: comparison('$gt', order => order > 0),
  $gte: comparison('$gte', order => order >= 0),
  $lt: comparison('$lt', order => order < 0),
  $lte: comparison('$lte', order => order <= 0),
  $and: given => {
    const parts = argumentsOf('$and', given)
    return doc => parts.every(part => isTruthy(part(doc)))
  },
  $or: given => {
    const parts = argumentsOf('$or', given)
    return doc => parts.some(part => isTruthy(part(doc)))
  },
  $not: given => {
    const [part] = argumentsOf('$not', given, 1)
    return doc => !isTruthy(part?.(doc))
  },
  $cond: given => {
    const [test, yes, no] = argumentsOf('$cond', isDoc(given) ? [given.if, given.then, given.else] : given, 3)
    return doc => (isTruthy(test?.(doc)) ? yes?.(doc) : no?.(doc))
  },
  $ifNull: given => {
    const parts = argumentsOf('$ifNull', given)
    return doc => {
      let value: unknown
      for (const part of parts) {
        value = part(doc)
        if (value !== null && value !== undefined) return value
      }
      return value
    }
  },
  $add: arithmetic('$add', 'add'),
  $subtract: arithmetic('$subtract', 'subtract', 2),
  $multiply: arithmetic('$multiply', 'multiply'),
  $divide: given => {
    const [left, right] = argumentsOf('$divide', given, 2)
    return doc => {
      const [dividend, divisor] = [left?.(doc) ?? null, right?.(doc) ?? null]
      if (dividend === null || divisor === null) return null
      const by = toNumber(numeric('$divide', divisor))
      if (by === 0) throw new StoreError('BadValue', "can't $divide by zero")
      return new Double(toNumber(numeric('$divide', dividend)) / by)
    }
  },
  $concat: given => {
    const parts = argumentsOf('$concat', given)
    return doc => {
      const values = parts.map(part => part(doc) ?? null)
      if (values.includes(null)) return null
      return values
        .map(value => {
          if (typeof value === 'string') return value
          throw new StoreError('Location16702', `$concat only supports strings, not ${typeOf(value)}`)
        })
        .join('')
    }
  },
  $size: given => {
    const [part] = argumentsOf('$size', given, 1)
    return doc => {
      const value = part?.(doc)
      if (Array.isArray(value)) return new Int32(value.length)
      throw new StoreError(
        'Location17124',
        `The argument to $size must be an array, but was of type: ${value === undefined ? 'missing' : typeOf(value)}`,
      )
    }
  },
  $in: given => {
    const [member, list] = argumentsOf('$in', given, 2)
    return doc => {
      const values = list?.(doc)
      if (!Array.isArray(values)) {
        throw new StoreError(
          'Location40081',
          `$in requires an array as a second argument, found: ${values === undefined ? 'missing' : typeOf(values)}`,
        )
      }
      const value = member?.(doc)
      return values.some(other => equalValues(other, value))
    }
  },
}
