import type { ErrorRequestHandler, Response } from 'express'
import type { Log } from '../../application/ports/signals.ts'
import { describeError } from '../../lib/describe-error.ts'
import { simplePage } from '../static/simple-page.ts'
import { type ApiRefusalCode, Refused, sentenceOf } from './refused.ts'
import { statusByCode } from './status.ts'

/** The largest body that is read, in kilobytes (1024 bytes), where the route names no other. */
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
      log.error({ method: request.method, ...describeError(error) }, 'request met an error')
    }
    if (response.headersSent) return next(error)
    if (forPeople.has(request.path)) answerPage(response, refused)
    else answerRefused(response, refused)
  }

/** Addresses that a person opens in a browser: they are answered with a page. */
const forPeople: ReadonlySet<string> = new Set(['/masuk'])

const answerPage = (response: Response, refused: Refused): void => {
  response
    .status(statusByCode[refused.code])
    .type('html')
    .send(simplePage(sentenceOf(refused)))
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
  const { type, status, limit } = error as Error & { type?: unknown; status?: unknown; limit?: unknown }
  const code = typeof type === 'string' ? parserErrors[type] : undefined
  if (code === 'tooLarge') return new Refused(code, { limitKilobytes: Number(limit) / 1024 })
  if (code) return new Refused(code)
  if (storeAway.has(error.name)) return new Refused('tryAgain')
  return typeof status === 'number' && status >= 400 && status < 500
    ? new Refused('badRequest')
    : new Refused('internal')
}
