import { Binary, deserialize, ObjectId, serialize } from 'bson'
import { StoreError } from './errors.ts'

/** A decoded document. Numbers are JavaScript's. */
export interface Doc {
  [field: string]: unknown
}

/** The types that can be compared, with their rank in MongoDB's order across types; a missing value is null. */
export const RANKS = {
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
} as const

export type Comparable = keyof typeof RANKS

/** A document, as opposed to an array, a null or one of BSON's classes. */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** The type of a value; `other` (a Long beyond 2^53 among them) is stored and given back, but cannot be compared. */
export function kindOf(value: unknown): Comparable | 'other' {
  if (value === null || value === undefined) return 'null'
  const type = typeof value
  if (type === 'number' || type === 'string' || type === 'boolean') return type
  if (Array.isArray(value)) return 'array'
  if (isDoc(value)) return 'object'
  if (value instanceof Date) return 'date'
  if (value instanceof ObjectId) return 'objectId'
  return value instanceof Binary ? 'binary' : 'other'
}

/** The rank of a value's type; a range matches values of its own rank only. */
export function rankOf(value: unknown): number {
  const kind = kindOf(value)
  return kind === 'other' ? Number.POSITIVE_INFINITY : RANKS[kind]
}

export function decode(bytes: Uint8Array): Doc {
  return deserialize(bytes, { bsonRegExp: true })
}

export function encode(doc: Doc): Uint8Array {
  return serialize(doc)
}

/** MongoDB's truth: everything but false, null, missing and zero. */
export function isTruthy(value: unknown): boolean {
  return value !== null && value !== undefined && value !== false && value !== 0
}

/** An integer option of a command, e.g. `limit`; a missing one is `fallback`. @throws StoreError TypeMismatch */
export function toInteger(value: unknown, name: string, fallback: number): number {
  if (value === undefined || value === null) return fallback
  if (typeof value === 'number' && Number.isFinite(value)) return Math.trunc(value)
  throw new StoreError('TypeMismatch', `BSON field '${name}' is the wrong type '${kindOf(value)}', expected a number`)
}

/** A value as MongoDB prints it in its messages. */
export function toShell(value: unknown): string {
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (!isDoc(value)) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).map(([name, part]) => `${name}: ${toShell(part)}`)
  return `{ ${fields.join(', ')} }`
}
