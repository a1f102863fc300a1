import { crc32 } from 'node:zlib'
import type { Database, Key, RangeOptions } from 'lmdb'
import { DataFileError } from './data-file-error.ts'
import type { KeyRange } from './key-layout.ts'

const CHECKSUM_BYTES = 4

/** A table whose values carry a checksum over their key and themselves: bytes that changed on the disk are never given out. */
export class CheckedTable {
  private readonly table: Database<Uint8Array, Uint8Array>

  constructor(table: Database<Uint8Array, Uint8Array>) {
    this.table = table
  }

  /** @throws DataFileError when the value is not the one that was put */
  get(key: Uint8Array): Uint8Array | undefined {
    const stored = this.table.get(key)
    return stored && unsealed(key, stored)
  }

  putSync(key: Uint8Array, value: Uint8Array): void {
    this.table.putSync(key, sealed(key, value))
  }

  removeSync(key: Uint8Array): void {
    this.table.removeSync(key)
  }

  /** @throws DataFileError as `get` */
  *getRange(range: Partial<KeyRange>): Generator<{ key: Uint8Array; value: Uint8Array }> {
    for (const { key, value } of this.table.getRange(range)) yield { key, value: unsealed(key, value) }
  }

  getKeys(range: RangeOptions & { start: Key; end: Key }): Iterable<Uint8Array> {
    return this.table.getKeys(range)
  }

  getKeysCount(range: RangeOptions): number {
    return this.table.getKeysCount(range)
  }

  /** Removes all keys of a range. */
  clear(range: KeyRange): void {
    for (const key of [...this.table.getKeys(range)]) this.table.removeSync(key)
  }
}

function sealed(key: Uint8Array, value: Uint8Array): Uint8Array {
  const bytes = Buffer.allocUnsafe(CHECKSUM_BYTES + value.length)
  bytes.writeUInt32BE(crc32(value, crc32(key)))
  bytes.set(value, CHECKSUM_BYTES)
  return bytes
}

/** Whether a stored value is the one that was put under the key. */
export function isSealed(key: Uint8Array, stored: Uint8Array): boolean {
  if (stored.length < CHECKSUM_BYTES) return false
  const checksum = Buffer.from(stored.buffer, stored.byteOffset, CHECKSUM_BYTES).readUInt32BE()
  return checksum === crc32(stored.subarray(CHECKSUM_BYTES), crc32(key))
}

function unsealed(key: Uint8Array, stored: Uint8Array): Uint8Array {
  if (!isSealed(key, stored)) throw new DataFileError('a stored value is not what was written')
  return stored.subarray(CHECKSUM_BYTES)
}
