import type { Binary, ObjectId } from 'bson'
import { StoreError } from './errors.ts'
import { type Comparable, kindOf, RANKS } from './values.ts'

/** What the index holds for an empty array: MongoDB's `undefined`, just below null. */
export const EMPTY_ARRAY = Symbol('empty array')

const EMPTY_ARRAY_KEY = Buffer.from([2])
const END = Buffer.from([0])
const NOT_A_NUMBER = Buffer.alloc(10)

/**
 * A value as bytes whose `memcmp` order is MongoDB's order over types and values, each value self-delimiting. One
 * definition of order serves the indexes, the sorts and the comparisons, so that they cannot disagree. `descending`
 * turns the bytes over, so that they sort the other way round.
 * @throws StoreError NotImplemented for a type that cannot be compared
 */
export function orderKey(value: unknown, descending = false): Buffer {
  if (descending) return inverted(orderKey(value))
  if (value === EMPTY_ARRAY) return EMPTY_ARRAY_KEY
  const kind = kindOf(value)
  if (kind === 'other') throw new StoreError('NotImplemented', 'values of this type cannot be compared')
  return Buffer.concat([Buffer.from([RANKS[kind]]), ...BYTES[kind](value)])
}

export function inverted(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map(byte => ~byte))
}

const BYTES: Record<Comparable, (value: unknown) => Uint8Array[]> = {
  null: () => [],
  number: value => [numberBytes(value as number)],
  string: value => [textBytes(value as string)],
  boolean: value => [Buffer.from([value === true ? 1 : 0])],
  date: value => [dateBytes(value as Date)],
  objectId: value => [(value as ObjectId).id],
  binary: value => binaryBytes(value as Binary),
  // MongoDB compares a field's type, then its name, then its value; an object that ends first is the smaller.
  object: value => {
    const fields = Object.entries(value as object).map(([name, part]) => ({
      name: textBytes(name),
      key: orderKey(part),
    }))
    return [...fields.flatMap(({ name, key }) => [key.subarray(0, 1), name, key]), END]
  },
  array: value => [...(value as unknown[]).map(part => orderKey(part)), END],
}

/** A zero byte inside the text becomes 00 FF; 00 00 ends it. */
function textBytes(text: string): Buffer {
  if (!text.includes('\0')) return Buffer.from(`${text}\0\0`)
  const escaped = Buffer.from(text).toString('latin1').replaceAll('\0', '\0\xff')
  return Buffer.from(`${escaped}\0\0`, 'latin1')
}

/** Eight bytes that order as a double; two more are kept for 64-bit integers, which JavaScript's numbers do not need. */
function numberBytes(value: number): Buffer {
  if (Number.isNaN(value)) return NOT_A_NUMBER
  const bytes = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0])
  bytes.writeDoubleBE(value || 0)
  if (value < 0) bytes.set(inverted(bytes.subarray(0, 8)))
  else bytes.writeUInt8(bytes.readUInt8() | 0x80)
  return bytes
}

function dateBytes(date: Date): Buffer {
  const bytes = Buffer.allocUnsafe(8)
  bytes.writeBigUInt64BE(BigInt(date.getTime() || 0) + (1n << 63n))
  return bytes
}

function binaryBytes({ position, sub_type, buffer }: Binary): Uint8Array[] {
  const head = Buffer.allocUnsafe(5)
  head.writeUInt32BE(position)
  head.writeUInt8(sub_type, 4)
  return [head, buffer.subarray(0, position)]
}

/** Below zero, zero or above zero, in MongoDB's order. */
export function compareValues(left: unknown, right: unknown): number {
  return Buffer.compare(orderKey(left), orderKey(right))
}

export function equalValues(left: unknown, right: unknown): boolean {
  return compareValues(left, right) === 0
}
