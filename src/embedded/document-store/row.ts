import { onDemand } from 'bson'
import { type Doc, decode, encode } from './bson-values.ts'

interface Element {
  name: string
  /** From the type byte to the end of the value. */
  start: number
  end: number
}

/** A stored document as raw BSON; only the top-level fields that somebody asks for are decoded. */
export class Row {
  readonly bytes: Uint8Array
  private elements: Element[] | undefined

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  static of(doc: Doc): Row {
    return new Row(encode(doc))
  }

  /** The named top-level fields, decoded anew: the caller may change what it gets. */
  pick(fields: ReadonlySet<string>): Doc {
    if (fields.size === 0) return {}
    const wanted = this.layout().filter(element => fields.has(element.name))
    if (wanted.length === this.layout().length) return this.all()
    return decode(assemble(wanted.map(({ start, end }) => this.bytes.subarray(start, end))))
  }

  all(): Doc {
    return decode(this.bytes)
  }

  has(field: string): boolean {
    return this.layout().some(element => element.name === field)
  }

  firstField(): string | undefined {
    return this.layout()[0]?.name
  }

  /** The bytes with the touched top-level fields taken from `doc`; all others stay byte for byte as they were. */
  rewrite(doc: Doc, touched: ReadonlySet<string>): Uint8Array {
    const parts: Uint8Array[] = []
    const known = new Set<string>()
    for (const { name, start, end } of this.layout()) {
      known.add(name)
      if (!touched.has(name)) parts.push(this.bytes.subarray(start, end))
      else if (Object.hasOwn(doc, name)) parts.push(elementBytes(name, doc[name]))
    }
    for (const name of Object.keys(doc)) {
      if (touched.has(name) && !known.has(name)) parts.push(elementBytes(name, doc[name]))
    }
    return assemble(parts)
  }

  private layout(): Element[] {
    this.elements ??= [...onDemand.parseToElements(this.bytes)].map(([, nameOffset, nameLength, offset, length]) => ({
      name: Buffer.from(this.bytes.buffer, this.bytes.byteOffset + nameOffset, nameLength).toString(),
      start: nameOffset - 1,
      end: offset + length,
    }))
    return this.elements
  }
}

/** One BSON element: type byte, name and value. */
export function elementBytes(name: string, value: unknown): Uint8Array {
  return encode({ [name]: value }).subarray(4, -1)
}

/** A BSON document made of elements. */
export function assemble(elements: readonly Uint8Array[]): Uint8Array {
  let size = 5
  for (const element of elements) size += element.length
  const bytes = Buffer.allocUnsafe(size)
  let at = bytes.writeInt32LE(size, 0)
  for (const element of elements) {
    bytes.set(element, at)
    at += element.length
  }
  bytes[at] = 0
  return bytes
}
