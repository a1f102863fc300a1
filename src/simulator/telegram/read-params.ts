import type { Request } from 'express'
import { BotApiError, badRequest } from './api-error.ts'
import { readMultipart } from './multipart.ts'
import { isRecord, Params } from './params.ts'

/** The largest request taken, as at Telegram's own servers for bots (50 MB files and some form around them). */
const MAX_BODY_BYTES = 52 * 1024 * 1024

/**
 * Reads a call's arguments from the query and from a JSON, urlencoded or multipart body.
 * @throws BotApiError 400 on a body that cannot be parsed, 413 on one that is too large
 */
export async function readParams(req: Request): Promise<Params> {
  const query = [...new URL(req.url, 'http://localhost').searchParams]
  if (req.method === 'GET' || req.method === 'HEAD') return new Params(query)
  const body = await readBody(req)
  const type = req.headers['content-type'] ?? ''
  if (body.length === 0) return new Params(query)
  if (type.startsWith('application/json')) return new Params([...query, ...parseJson(body)])
  if (type.startsWith('multipart/form-data')) {
    const { values, files } = readMultipart(body, type)
    return new Params([...query, ...values], files)
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return new Params([...query, ...new URLSearchParams(body.toString('utf8'))])
  }
  return new Params(query)
}

async function readBody(req: Request): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw new BotApiError(413, 'Request Entity Too Large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parseJson(body: Buffer): [string, unknown][] {
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw badRequest("can't parse JSON object")
    throw error
  }
  if (!isRecord(value)) throw badRequest('object expected as method parameters')
  return Object.entries(value)
}
