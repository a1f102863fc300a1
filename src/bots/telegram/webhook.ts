import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Update } from 'grammy/types'
import type { Log } from '../../application/ports/signals.ts'
import { describeError } from './errors.ts'
import type { Intake } from './intake.ts'

/** An update with everything in it is far below this; bytes. */
const maxBodyBytes = 1_000_000

export type WebhookHandler = (req: IncomingMessage, res: ServerResponse) => void

/**
 * Takes Telegram's calls: 200 only after the update is stored, so that Telegram brings it again otherwise. Without the
 * secret nothing is read. Needs the raw request: mount it before any body parser.
 */
export const createWebhookHandler = (secret: string, intake: Intake, log: Log): WebhookHandler => {
  const wanted = digest(secret)
  const handle = async (req: IncomingMessage): Promise<number> => {
    if (req.method !== 'POST') return 405
    const given = req.headers['x-telegram-bot-api-secret-token']
    if (typeof given !== 'string') return 401
    if (!timingSafeEqual(digest(given), wanted)) return 403
    const body = await readBody(req)
    if (body === null) return 413
    const update = parseUpdate(body)
    if (!update) return 400
    await intake.store([update])
    return 200
  }
  return (req, res) => {
    handle(req).then(
      status => finish(req, res, status),
      error => {
        log.error(describeError(error), 'an update from the webhook could not be stored')
        finish(req, res, 500)
      },
    )
  }
}

/** Equal lengths for the comparison in constant time. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

const finish = (req: IncomingMessage, res: ServerResponse, status: number): void => {
  // What was refused unread must not keep the connection.
  if (!req.complete) res.setHeader('Connection', 'close')
  res.writeHead(status).end()
}

/** Null when it is too long. */
const readBody = async (req: IncomingMessage): Promise<string | null> => {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBodyBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const parseUpdate = (body: string): Update | null => {
  const value = parseJson(body)
  const looksRight =
    typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id)
  return looksRight ? (value as Update) : null
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
