import { type Doc, isDoc } from './bson-values.ts'
import { assemble, elementBytes } from './row.ts'

const DOCUMENT = 3
const ARRAY = 4

/** Stored documents that go into a reply as they are. */
export class RawDocs {
  readonly documents: readonly Uint8Array[]

  constructor(documents: readonly Uint8Array[]) {
    this.documents = documents
  }
}

export class RawDoc {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }
}

/** Encodes a reply; the documents in it are copied, not decoded and encoded again. */
export function encodeReply(reply: Doc): Uint8Array {
  return assemble(Object.entries(reply).map(([name, value]) => replyElement(name, value)))
}

function replyElement(name: string, value: unknown): Uint8Array {
  if (value instanceof RawDoc) return element(DOCUMENT, name, value.bytes)
  if (value instanceof RawDocs) {
    const parts = value.documents.map((bytes, at) => element(DOCUMENT, String(at), bytes))
    return element(ARRAY, name, assemble(parts))
  }
  return isDoc(value) ? element(DOCUMENT, name, encodeReply(value)) : elementBytes(name, value)
}

function element(type: number, name: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\0`), bytes])
}
