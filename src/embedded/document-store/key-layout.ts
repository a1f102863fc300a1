import { createHash } from 'node:crypto'

/**
 * Layout of the keys. Documents: collection id (4 bytes), record id (6 bytes). Index entries: index id (4 bytes), the
 * values in order form, record id (6 bytes). LMDB takes at most 1,978 bytes, so longer values keep their beginning and
 * a digest: equality stays exact, order among them is lost, and the index says so (`truncated`).
 */
const MAX_VALUES = 1900
const RECORD_BYTES = 6

/** A half-open stretch of keys. */
export interface KeyRange {
  start: Buffer
  end: Buffer
}

export function prefixOf(id: number): Buffer {
  const prefix = Buffer.allocUnsafe(4)
  prefix.writeUInt32BE(id)
  return prefix
}

export function recordKey(prefix: Uint8Array, record: number): Buffer {
  const key = Buffer.allocUnsafe(prefix.length + RECORD_BYTES)
  key.set(prefix)
  key.writeUIntBE(record, prefix.length, RECORD_BYTES)
  return key
}

export function recordOf(key: Uint8Array): number {
  return Buffer.from(key.buffer, key.byteOffset, key.length).readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES)
}

export function isTruncated(values: Uint8Array): boolean {
  return values.length > MAX_VALUES
}

/** The form in which values stand in an index entry. */
export function storedValues(values: Uint8Array): Uint8Array {
  if (!isTruncated(values)) return values
  return Buffer.concat([values.subarray(0, MAX_VALUES), createHash('sha256').update(values).digest()])
}

/** The values as the bound of a stretch: cut, without a digest. */
export function shortened(values: Uint8Array): Uint8Array {
  return values.subarray(0, MAX_VALUES)
}

/** The first key above all keys that begin with `prefix`. */
export function after(prefix: Uint8Array): Buffer {
  let last = prefix.length - 1
  while (last >= 0 && prefix[last] === 0xff) last--
  const next = Buffer.from(prefix.subarray(0, last + 1))
  next[last] = (next[last] ?? 0) + 1
  return next
}

export function rangeOf(prefix: Uint8Array): KeyRange {
  return { start: Buffer.from(prefix), end: after(prefix) }
}
