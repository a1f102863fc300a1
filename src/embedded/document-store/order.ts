import {
  type Binary,
  type BSONRegExp,
  Long,
  type Numeric,
  type ObjectId,
  type Timestamp,
  TYPES,
  type TypeName,
  toNumber,
  typeOf,
} from './bson-values.ts'
import { StoreError } from './errors.ts'

/** What the index holds for an empty array: MongoDB's `undefined`, just below null. */
export const EMPTY_ARRAY = Symbol('empty array')

const EMPTY_ARRAY_RANK = 2
const END = 0x00

/**
 * Writes values as bytes whose `memcmp` order is MongoDB's order over types and values, each value self-delimiting.
 * One definition of order serves the indexes, the sorts and the comparisons, so that they cannot disagree.
 */
export class KeyWriter {
  private bytes = Buffer.allocUnsafe(1024)
  private length = 0

  reset(): this {
    this.length = 0
    return this
  }

  value(value: unknown): this {
    if (value === EMPTY_ARRAY) return this.byte(EMPTY_ARRAY_RANK)
    const type = typeOf(value)
    const write = WRITERS[type]
    if (!write)
      throw new StoreError('NotImplemented', `values of type ${type} cannot be compared in the embedded store`)
    this.byte(TYPES[type].rank)
    write(this, value)
    return this
  }

  /** Writes a value so that it sorts the other way round. */
  inverted(value: unknown): this {
    const start = this.length
    this.value(value)
    for (let at = start; at < this.length; at++) this.bytes[at] = ~(this.bytes[at] ?? 0)
    return this
  }

  byte(byte: number): this {
    this.reserve(1)
    this.bytes[this.length++] = byte
    return this
  }

  raw(source: Uint8Array): this {
    this.reserve(source.length)
    this.bytes.set(source, this.length)
    this.length += source.length
    return this
  }

  uint32(number: number): this {
    this.reserve(4)
    this.length = this.bytes.writeUInt32BE(number, this.length)
    return this
  }

  /** A zero byte inside the text becomes 00 FF; 00 00 ends it. */
  text(text: string): this {
    if (!text.includes('\0')) {
      const size = Buffer.byteLength(text)
      this.reserve(size)
      this.length += this.bytes.write(text, this.length)
    } else {
      for (const [index, part] of text.split('\0').entries()) {
        if (index > 0) this.byte(0x00).byte(0xff)
        this.raw(Buffer.from(part))
      }
    }
    return this.byte(END).byte(END)
  }

  /** Eight bytes that order as a double, two that hold what a 64-bit integer has beyond the double's precision. */
  number(value: Numeric): this {
    const double = toNumber(value) + 0
    this.reserve(10)
    if (Number.isNaN(double)) return this.raw(NOT_A_NUMBER)
    const at = this.bytes.writeDoubleBE(double === 0 ? 0 : double, this.length) - 8
    const negative = (this.bytes[at] ?? 0) >= 0x80
    if (!negative) this.bytes[at] = (this.bytes[at] ?? 0) | 0x80
    else for (let index = at; index < at + 8; index++) this.bytes[index] = ~(this.bytes[index] ?? 0)
    const beyond = value instanceof Long && !Number.isSafeInteger(double) ? value.toBigInt() - BigInt(double) : 0n
    this.length = this.bytes.writeUInt16BE(Number(beyond) + 0x8000, at + 8)
    return this
  }

  milliseconds(date: Date): this {
    this.reserve(8)
    const time = date.getTime()
    const biased = BigInt(Number.isNaN(time) ? 0 : time) + (1n << 63n)
    this.length = this.bytes.writeBigUInt64BE(biased, this.length)
    return this
  }

  /** A copy of what was written since `reset`. */
  take(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length))
  }

  private reserve(size: number): void {
    if (this.length + size <= this.bytes.length) return
    const wider = Buffer.allocUnsafe((this.length + size) * 2)
    this.bytes.copy(wider, 0, 0, this.length)
    this.bytes = wider
  }
}

const NOT_A_NUMBER = Buffer.alloc(10)

const number = (key: KeyWriter, value: unknown) => key.number(value as Numeric)
const text = (key: KeyWriter, value: unknown) => key.text(String(value))
const nothing = (key: KeyWriter) => key

const WRITERS: Partial<Record<TypeName, (key: KeyWriter, value: unknown) => KeyWriter>> = {
  minKey: nothing,
  null: nothing,
  maxKey: nothing,
  int: number,
  double: number,
  long: number,
  string: text,
  symbol: text,
  bool: (key, value) => key.byte(value === true ? 1 : 0),
  date: (key, value) => key.milliseconds(value as Date),
  objectId: (key, value) => key.raw((value as ObjectId).id),
  binData: (key, value) => {
    const { position, sub_type, buffer } = value as Binary
    return key.uint32(position).byte(sub_type).raw(buffer.subarray(0, position))
  },
  timestamp: (key, value) => key.uint32((value as Timestamp).t).uint32((value as Timestamp).i),
  regex: (key, value) => key.text((value as BSONRegExp).pattern).text((value as BSONRegExp).options),
  // MongoDB compares a field's type, then its name, then its value; an object that ends first is the smaller.
  object: (key, value) => {
    for (const [name, part] of Object.entries(value as object)) {
      key.byte(TYPES[typeOf(part)].rank).text(name).value(part)
    }
    return key.byte(END)
  },
  array: (key, value) => {
    for (const part of value as unknown[]) key.value(part)
    return key.byte(END)
  },
}

const scratch = new KeyWriter()

/** The bytes by which a value is ordered; equal values (1, 1.0, Long 1) have equal bytes. */
export function orderKey(value: unknown): Buffer {
  return scratch.reset().value(value).take()
}

/** Below zero, zero or above zero, in MongoDB's order. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && left === right) return 0
  return Buffer.compare(orderKey(left), orderKey(right))
}

export function equalValues(left: unknown, right: unknown): boolean {
  return compareValues(left, right) === 0
}
