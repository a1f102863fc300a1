import { Double, Int32, Long, type Numeric, toNumber } from './bson-values.ts'

/** Thrown when a result does not fit into 64 bits; the caller words it as MongoDB does. */
export class IntegerOverflow extends Error {}

type Operation = 'add' | 'subtract' | 'multiply'

const ON_NUMBERS: Record<Operation, (left: number, right: number) => number> = {
  add: (left, right) => left + right,
  subtract: (left, right) => left - right,
  multiply: (left, right) => left * right,
}

const ON_INTEGERS: Record<Operation, (left: bigint, right: bigint) => bigint> = {
  add: (left, right) => left + right,
  subtract: (left, right) => left - right,
  multiply: (left, right) => left * right,
}

/**
 * MongoDB's arithmetic: a double makes a double, a long makes a long, an int grows into a long.
 * @throws IntegerOverflow beyond 64 bits
 */
export function calculate(operation: Operation, left: Numeric, right: Numeric): Numeric {
  if (isDouble(left) || isDouble(right)) return new Double(ON_NUMBERS[operation](toNumber(left), toNumber(right)))
  const result = ON_INTEGERS[operation](toBigInt(left), toBigInt(right))
  if (result !== BigInt.asIntN(64, result)) throw new IntegerOverflow('integer overflow')
  const isLong = left instanceof Long || right instanceof Long || result !== BigInt.asIntN(32, result)
  return isLong ? Long.fromBigInt(result) : new Int32(Number(result))
}

function isDouble(value: Numeric): boolean {
  return value instanceof Double || (typeof value === 'number' && !Number.isInteger(value))
}

function toBigInt(value: Numeric): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value))
}
