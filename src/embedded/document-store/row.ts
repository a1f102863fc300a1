import { onDemand } from 'bson'
import { type Doc, decode, encode, isDoc } from './values.ts'

const DOCUMENT = 3
const ARRAY = 4

interface Element {
  name: string
  /** From the type byte to the end of the value. */
  bytes: Uint8Array
}

/** A document as raw BSON; only the top-level fields that somebody asks for are decoded. */
export class Row {
  readonly bytes: Uint8Array
  private parsed: Element[] | undefined

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  static of(doc: Doc): Row {
    return new Row(encode(doc))
  }

  all(): Doc {
    return decode(this.bytes)
  }

  /** The named top-level fields, decoded anew: the caller may change what it gets. */
  pick(fields: ReadonlySet<string>): Doc {
    return fields.size === 0 ? {} : this.project(name => fields.has(name)).all()
  }

  id(): unknown {
    return this.pick(new Set(['_id']))._id
  }

  /** The document with only the top-level fields that are kept. */
  project(keeps: (field: string) => boolean): Row {
    const kept = this.elements().filter(({ name }) => keeps(name))
    return kept.length === this.elements().length ? this : new Row(assemble(kept.map(({ bytes }) => bytes)))
  }

  /** The document with an `_id`, which comes first. */
  withId(id: unknown): Row {
    if (this.elements()[0]?.name === '_id') return this
    const others = this.elements().filter(({ name }) => name !== '_id')
    return new Row(assemble([elementBytes('_id', id), ...others.map(({ bytes }) => bytes)]))
  }

  /** The document with the touched top-level fields taken from `doc`; all others stay byte for byte as they were. */
  rewrite(doc: Doc, touched: ReadonlySet<string>): Row {
    const kept = this.elements().filter(({ name }) => !touched.has(name) || Object.hasOwn(doc, name))
    const parts = kept.map(({ name, bytes }) => (touched.has(name) ? elementBytes(name, doc[name]) : bytes))
    const present = new Set(kept.map(({ name }) => name))
    const added = Object.keys(doc).filter(name => touched.has(name) && !present.has(name))
    return new Row(assemble([...parts, ...added.map(name => elementBytes(name, doc[name]))]))
  }

  private elements(): Element[] {
    this.parsed ??= [...onDemand.parseToElements(this.bytes)].map(([, nameOffset, nameLength, offset, length]) => ({
      name: Buffer.from(this.bytes.buffer, this.bytes.byteOffset + nameOffset, nameLength).toString(),
      bytes: this.bytes.subarray(nameOffset - 1, offset + length),
    }))
    return this.parsed
  }
}

/** Encodes a reply; the rows in it are copied, not decoded and encoded again. */
export function encodeReply(reply: Doc): Uint8Array {
  return assemble(Object.entries(reply).map(([name, value]) => replyElement(name, value)))
}

function replyElement(name: string, value: unknown): Uint8Array {
  const raw = (type: number, bytes: Uint8Array) => Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), bytes])
  if (value instanceof Row) return raw(DOCUMENT, value.bytes)
  if (isDoc(value)) return raw(DOCUMENT, encodeReply(value))
  if (!Array.isArray(value) || !(value[0] instanceof Row)) return elementBytes(name, value)
  return raw(ARRAY, assemble(value.map((row, at) => replyElement(String(at), row))))
}

/** One BSON element: type byte, name and value. */
function elementBytes(name: string, value: unknown): Uint8Array {
  return encode({ [name]: value }).subarray(4, -1)
}

/** A BSON document made of elements. */
function assemble(elements: readonly Uint8Array[]): Uint8Array {
  const length = Buffer.allocUnsafe(4)
  length.writeInt32LE(elements.reduce((sum, element) => sum + element.length, 5))
  return Buffer.concat([length, ...elements, Buffer.from([0])])
}
