import { type Doc, Double, Int32, isDoc, isNumeric, type Numeric, toNumber } from './bson-values.ts'
import { StoreError } from './errors.ts'
import { calculateOrDouble, compileExpression } from './expressions.ts'
import { isOperator, type Operator } from './operators.ts'
import { compareValues, equalValues } from './order.ts'

/** Gathers one value over the documents of a group. */
export interface Accumulator {
  add(value: unknown): void
  result(): unknown
}

const extreme = (sign: 1 | -1) => (): Accumulator => {
  let best: unknown = null
  return {
    add: value => {
      if (value === null || value === undefined) return
      if (best === null || sign * compareValues(value, best) > 0) best = value
    },
    result: () => best,
  }
}

const sum = (): Accumulator => {
  let total: Numeric = new Int32(0)
  return {
    add: value => {
      if (isNumeric(value)) total = calculateOrDouble('add', total, value)
    },
    result: () => total,
  }
}

const ACCUMULATORS: Record<Operator<'accumulator'>, () => Accumulator> = {
  $sum: sum,
  $count: sum,
  $avg: () => {
    let total = 0
    let count = 0
    return {
      add: value => {
        if (!isNumeric(value)) return
        total += toNumber(value)
        count++
      },
      result: () => (count === 0 ? null : new Double(total / count)),
    }
  },
  $min: extreme(-1),
  $max: extreme(1),
  $first: () => {
    let first: { value: unknown } | undefined
    return {
      add: value => {
        first ??= { value }
      },
      result: () => first?.value ?? null,
    }
  },
  $last: () => {
    let last: unknown
    return {
      add: value => {
        last = value
      },
      result: () => last ?? null,
    }
  },
  $push: () => {
    const values: unknown[] = []
    return {
      add: value => {
        if (value !== undefined) values.push(value)
      },
      result: () => values,
    }
  },
  $addToSet: () => {
    const values: unknown[] = []
    return {
      add: value => {
        if (value !== undefined && !values.some(other => equalValues(other, value))) values.push(value)
      },
      result: () => values,
    }
  },
}

/** Compiles `{ $sum: '$amount' }`. @throws StoreError Location15952 for an unknown operator, Location40234 for none */
export function compileAccumulator(field: string, given: unknown): { start(): Accumulator; value(doc: Doc): unknown } {
  const [operator, ...others] = isDoc(given) ? Object.keys(given) : []
  if (!isDoc(given) || operator === undefined || !operator.startsWith('$')) {
    throw new StoreError('Location40234', `The field '${field}' must be an accumulator object`)
  }
  if (others.length > 0) throw new StoreError('Location40238', `The field '${field}' must specify one accumulator`)
  if (!isOperator('accumulator', operator))
    throw new StoreError('Location15952', `unknown group operator '${operator}'`)
  const value = compileExpression(operator === '$count' ? new Int32(1) : given[operator])
  return { start: ACCUMULATORS[operator], value }
}
