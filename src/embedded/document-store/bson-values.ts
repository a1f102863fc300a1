import { Binary, BSONRegExp, Double, deserialize, Int32, Long, ObjectId, serialize, Timestamp } from 'bson'
import { StoreError } from './errors.ts'

/** A decoded document. Numbers keep their BSON type (Int32, Double, Long), so that a rewrite changes none. */
export interface Doc {
  [field: string]: unknown
}

/** BSON types by MongoDB's alias: the code of `$type`, and the rank in MongoDB's order across types. */
export const TYPES = {
  minKey: { code: -1, rank: 1 },
  null: { code: 10, rank: 5 },
  double: { code: 1, rank: 10 },
  int: { code: 16, rank: 10 },
  long: { code: 18, rank: 10 },
  decimal: { code: 19, rank: 10 },
  string: { code: 2, rank: 15 },
  symbol: { code: 14, rank: 15 },
  object: { code: 3, rank: 20 },
  array: { code: 4, rank: 25 },
  binData: { code: 5, rank: 30 },
  objectId: { code: 7, rank: 35 },
  bool: { code: 8, rank: 40 },
  date: { code: 9, rank: 45 },
  timestamp: { code: 17, rank: 47 },
  regex: { code: 11, rank: 50 },
  dbPointer: { code: 12, rank: 55 },
  javascript: { code: 13, rank: 60 },
  javascriptWithScope: { code: 15, rank: 65 },
  maxKey: { code: 127, rank: 127 },
} as const satisfies Record<string, { code: number; rank: number }>

export type TypeName = keyof typeof TYPES

const CLASS_TYPES: Record<string, TypeName> = {
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  BSONSymbol: 'symbol',
  Code: 'javascript',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
}

const PRIMITIVE_TYPES: Record<string, TypeName> = {
  string: 'string',
  boolean: 'bool',
  undefined: 'null',
  bigint: 'long',
}

/** A document, as opposed to an array, a null or one of BSON's classes. */
export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** MongoDB's alias for the type of a decoded value; a missing value counts as null. */
export function typeOf(value: unknown): TypeName {
  if (value === null) return 'null'
  if (typeof value === 'number') return Number.isInteger(value) && (value | 0) === value ? 'int' : 'double'
  if (typeof value !== 'object') return PRIMITIVE_TYPES[typeof value] ?? 'object'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (isDoc(value)) return 'object'
  const tag: unknown = '_bsontype' in value ? value._bsontype : undefined
  return (typeof tag === 'string' ? CLASS_TYPES[tag] : undefined) ?? 'object'
}

export function rankOf(value: unknown): number {
  return TYPES[typeOf(value)].rank
}

export type Numeric = number | Int32 | Double | Long

/** True for int, double and long. Decimal128 is refused wherever it would have to be compared or counted with. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === 'number' || value instanceof Int32 || value instanceof Double || value instanceof Long
}

export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value
  return value instanceof Long ? value.toNumber() : value.value
}

export function decode(bytes: Uint8Array): Doc {
  return deserialize(bytes, { promoteValues: false, bsonRegExp: true })
}

export function encode(doc: Doc): Uint8Array {
  return serialize(doc)
}

/** MongoDB's truth: everything but false, null, missing and zero. */
export function isTruthy(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return false
  return isNumeric(value) ? toNumber(value) !== 0 : true
}

/** An integer option of a command, e.g. `limit`; a missing one is `fallback`. */
export function toInteger(value: unknown, name: string, fallback: number): number {
  if (value === undefined || value === null) return fallback
  if (!isNumeric(value)) {
    throw new StoreError('TypeMismatch', `BSON field '${name}' is the wrong type '${typeOf(value)}', expected a number`)
  }
  const number = Math.trunc(toNumber(value))
  if (!Number.isSafeInteger(number)) throw new StoreError('BadValue', `BSON field '${name}' is not a safe integer`)
  return number
}

const SHELL: Partial<Record<TypeName, (value: unknown) => string>> = {
  null: () => 'null',
  string: value => JSON.stringify(value),
  array: value => `[ ${(value as unknown[]).map(toShell).join(', ')} ]`,
  date: value => `new Date(${(value as Date).getTime()})`,
  object: value => {
    const inner = Object.entries(value as Doc).map(([name, part]) => `${name}: ${toShell(part)}`)
    return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`
  },
  objectId: value => `ObjectId('${(value as ObjectId).toHexString()}')`,
  binData: value => `BinData(${(value as Binary).sub_type}, ${(value as Binary).toString('hex').toUpperCase()})`,
  regex: value => `/${(value as BSONRegExp).pattern}/${(value as BSONRegExp).options}`,
  timestamp: value => `Timestamp(${(value as Timestamp).t}, ${(value as Timestamp).i})`,
}

/** A value as MongoDB prints it in its messages. */
export function toShell(value: unknown): string {
  return SHELL[typeOf(value)]?.(value) ?? String(value)
}

export { Binary, BSONRegExp, Double, Int32, Long, ObjectId, Timestamp }
