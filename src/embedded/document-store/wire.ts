import { deserialize } from 'bson'
import { type Doc, decode } from './bson-values.ts'
import { encodeReply } from './reply.ts'

/** MongoDB's wire protocol, as far as drivers of wire version 21 use it. */
const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const HEADER_BYTES = 16
export const MAX_MESSAGE_BYTES = 48_000_000
const MORE_TO_COME = 2
const CHECKSUM_PRESENT = 1
/** Inserted documents stay as the client sent them. */
const DECODING = { promoteValues: false, bsonRegExp: true, fieldsAsRaw: { documents: true } }

export interface Message {
  requestId: number
  legacy: boolean
  /** The client wants no reply. */
  silent: boolean
  body: Doc
}

/** A message that cannot be read: the connection is closed, as MongoDB does. */
class ProtocolError extends Error {}

/** Cuts a stream of bytes into messages. */
export class Framer {
  private chunks: Buffer[] = []
  private size = 0

  /** @throws ProtocolError for an impossible length */
  push(chunk: Buffer): Buffer[] {
    this.chunks.push(chunk)
    this.size += chunk.length
    const messages: Buffer[] = []
    for (;;) {
      const length = this.nextLength()
      if (length === undefined || this.size < length) return messages
      const bytes = this.chunks.length === 1 && this.chunks[0] ? this.chunks[0] : Buffer.concat(this.chunks)
      messages.push(bytes.subarray(0, length))
      this.chunks = bytes.length > length ? [bytes.subarray(length)] : []
      this.size -= length
    }
  }

  private nextLength(): number | undefined {
    if (this.size < 4) return undefined
    if ((this.chunks[0]?.length ?? 0) < 4) this.chunks = [Buffer.concat(this.chunks)]
    const length = this.chunks[0]?.readInt32LE(0) ?? 0
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new ProtocolError(`message of ${length} bytes`)
    return length
  }
}

/** @throws ProtocolError, BSONError */
export function parseMessage(message: Buffer): Message {
  const requestId = message.readInt32LE(4)
  const operation = message.readInt32LE(12)
  if (operation === OP_MSG) return { requestId, legacy: false, ...parseSections(message) }
  if (operation === OP_QUERY) {
    const nameEnd = message.indexOf(0, HEADER_BYTES + 4)
    return { requestId, legacy: true, silent: false, body: withDatabase(message, nameEnd) }
  }
  throw new ProtocolError(`operation ${operation} is not supported`)
}

function withDatabase(message: Buffer, nameEnd: number): Doc {
  const [database] = message.toString('utf8', HEADER_BYTES + 4, nameEnd).split('.')
  const body = decode(message.subarray(nameEnd + 9))
  return { ...body, $db: database }
}

function parseSections(message: Buffer): { silent: boolean; body: Doc } {
  const flags = message.readUInt32LE(HEADER_BYTES)
  const end = message.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  const sequences: Doc = {}
  let body: Doc | undefined
  let at = HEADER_BYTES + 4
  while (at < end) {
    const kind = message[at]
    const size = message.readInt32LE(at + 1)
    if (size < 5 || at + 1 + size > end) throw new ProtocolError('section beyond the message')
    const section = message.subarray(at + 1, at + 1 + size)
    if (kind === 0) body = deserialize(section, DECODING)
    else if (kind === 1) parseSequence(section, sequences)
    else throw new ProtocolError(`section of kind ${kind}`)
    at += 1 + size
  }
  if (!body) throw new ProtocolError('message without a body')
  return { silent: (flags & MORE_TO_COME) !== 0, body: { ...body, ...sequences } }
}

/** A list of documents that stands beside the command, e.g. `documents` of an insert. */
function parseSequence(section: Buffer, sequences: Doc): void {
  const nameEnd = section.indexOf(0, 4)
  const name = section.toString('utf8', 4, nameEnd)
  const documents: unknown[] = []
  let at = nameEnd + 1
  while (at < section.length) {
    const size = section.readInt32LE(at)
    if (size < 5 || at + size > section.length) throw new ProtocolError('document beyond its section')
    const bytes = section.subarray(at, at + size)
    documents.push(name === 'documents' ? bytes : decode(bytes))
    at += size
  }
  sequences[name] = documents
}

let lastReplyId = 0

export function encodeMessage({ requestId, legacy }: Message, reply: Doc): Buffer {
  const body = encodeReply(reply)
  const before = Buffer.alloc(HEADER_BYTES + (legacy ? 20 : 5))
  before.writeInt32LE(before.length + body.length, 0)
  before.writeInt32LE(++lastReplyId & 0x7fffffff, 4)
  before.writeInt32LE(requestId, 8)
  before.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12)
  // OP_REPLY: flags (AwaitCapable), cursor id, first document, number of documents.
  if (legacy) before.writeInt32LE(8, 16)
  if (legacy) before.writeInt32LE(1, 32)
  return Buffer.concat([before, body])
}
