import { deserialize } from 'bson'
import { encodeReply } from './row.ts'
import { type Doc, decode } from './values.ts'

/** MongoDB's wire protocol, as far as drivers of wire version 21 use it. */
const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const HEADER_BYTES = 16
export const MAX_MESSAGE_BYTES = 48_000_000
const MORE_TO_COME = 2
/** Inserted documents stay as the client sent them. */
const DECODING = { bsonRegExp: true, fieldsAsRaw: { documents: true } }

export interface Message {
  requestId: number
  legacy: boolean
  /** The client wants no reply. */
  silent: boolean
  body: Doc
  /** The size of the whole message. */
  bytes: number
}

/** A message that cannot be read: the connection is closed, as MongoDB does. */
class ProtocolError extends Error {}

/** Cuts a stream of bytes into messages. */
export class Framer {
  private rest: Buffer = Buffer.alloc(0)

  /** The messages that are complete now. @throws ProtocolError for an impossible length */
  push(chunk: Buffer): Buffer[] {
    this.rest = Buffer.concat([this.rest, chunk])
    const messages: Buffer[] = []
    while (this.rest.length >= 4) {
      const length = this.rest.readInt32LE()
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new ProtocolError(`message of ${length} bytes`)
      if (this.rest.length < length) break
      messages.push(this.rest.subarray(0, length))
      this.rest = this.rest.subarray(length)
    }
    return messages
  }
}

/** @throws ProtocolError, BSONError */
export function parseMessage(message: Buffer): Message {
  const requestId = message.readInt32LE(4)
  const operation = message.readInt32LE(12)
  if (operation === OP_MSG) return { requestId, legacy: false, bytes: message.length, ...parseSections(message) }
  if (operation !== OP_QUERY) throw new ProtocolError(`operation ${operation} is not supported`)
  // the first hello: flags, the name of the collection, two numbers, then the command
  const nameEnd = message.indexOf(0, HEADER_BYTES + 4)
  const [database] = message.toString('utf8', HEADER_BYTES + 4, nameEnd).split('.')
  const body = decode(message.subarray(nameEnd + 9))
  return { requestId, legacy: true, bytes: message.length, silent: false, body: { ...body, $db: database } }
}

function parseSections(message: Buffer): { silent: boolean; body: Doc } {
  const sequences: Doc = {}
  let body: Doc | undefined
  let at = HEADER_BYTES + 4
  while (at < message.length) {
    const kind = message[at]
    const section = sized(message, at + 1)
    if (kind === 0) body = deserialize(section, DECODING)
    else if (kind === 1) parseSequence(section, sequences)
    else throw new ProtocolError(`section of kind ${kind}`)
    at += 1 + section.length
  }
  if (!body) throw new ProtocolError('message without a body')
  return { silent: (message.readUInt32LE(HEADER_BYTES) & MORE_TO_COME) !== 0, body: { ...body, ...sequences } }
}

/** A list of documents that stands beside the command, e.g. `documents` of an insert. */
function parseSequence(section: Buffer, sequences: Doc): void {
  const nameEnd = section.indexOf(0, 4)
  const name = section.toString('utf8', 4, nameEnd)
  const documents: unknown[] = []
  for (let at = nameEnd + 1; at < section.length; ) {
    const bytes = sized(section, at)
    documents.push(name === 'documents' ? bytes : decode(bytes))
    at += bytes.length
  }
  sequences[name] = documents
}

/** What begins at a place with its own length. @throws ProtocolError when it goes beyond what surrounds it */
function sized(bytes: Buffer, at: number): Buffer {
  const size = bytes.readInt32LE(at)
  if (size < 5 || at + size > bytes.length) throw new ProtocolError('a part goes beyond its message')
  return bytes.subarray(at, at + size)
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
