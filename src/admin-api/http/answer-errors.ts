import type { ErrorRequestHandler, Response } from 'express'
import type { Log } from '../../application/ports/signals.ts'
import { type ApiRefusalCode, Refused, sentenceOf } from './refused.ts'
import { statusByCode } from './status.ts'

/** The largest body that is read, in kilobytes (1024 bytes). */
export const bodyLimitKilobytes = 256

/** Errors of the body parser, by their `type`. */
const parserErrors: Readonly<Record<string, ApiRefusalCode>> = {
  'entity.too.large': 'tooLarge',
  'entity.parse.failed': 'jsonMalformed',
  'charset.unsupported': 'jsonExpected',
  'encoding.unsupported': 'jsonExpected',
}

/** The document store is away (restarting, say): the same request may work in a moment. */
const storeAway = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoNotConnectedError',
  'MongoPoolClearedError',
])

/** Answers every error as a refusal; what nobody foresaw is logged and answered as `internal`. */
export const answerErrors =
  (log: Log): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const refused = toRefused(error)
    if (refused.code === 'internal' || refused.code === 'tryAgain') {
      log.error({ method: request.method, ...describe(error) }, 'request met an error')
    }
    if (response.headersSent) return next(error)
    answerRefused(response, refused)
  }

export const answerRefused = (response: Response, refused: Refused): void => {
  const { code, params, issues } = refused
  if (code === 'tryAgain') response.set('Retry-After', '1')
  response
    .status(statusByCode[code])
    .json({ error: { code, message: sentenceOf(refused), params, ...(issues && { issues }) } })
}

const toRefused = (error: unknown): Refused => {
  if (error instanceof Refused) return error
  if (!(error instanceof Error)) return new Refused('internal')
  const { type, status } = error as Error & { type?: unknown; status?: unknown }
  const code = typeof type === 'string' ? parserErrors[type] : undefined
  if (code === 'tooLarge') return new Refused(code, { limitKilobytes: bodyLimitKilobytes })
  if (code) return new Refused(code)
  if (storeAway.has(error.name)) return new Refused('tryAgain')
  return typeof status === 'number' && status >= 400 && status < 500
    ? new Refused('badRequest')
    : new Refused('internal')
}

// A driver's message may quote what somebody typed: the log gets the kind of the error and where it arose.
const describe = (error: unknown): object => {
  if (!(error instanceof Error)) return { kind: typeof error }
  const { code } = error as Error & { code?: unknown }
  const frames = error.stack?.split('\n').filter(line => line.trimStart().startsWith('at ')) ?? []
  const ours = error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
  return { kind: error.name, code, at: frames.slice(0, 12), ...(ours && { problem: error.message }) }
}
