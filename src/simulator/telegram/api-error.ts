import type { ResponseParameters } from '@grammyjs/types'

/** Why the stand-in refused: its own rules, a sending limit, or a scripted fault. */
export type RefusalCause = 'rule' | 'limit' | 'fault'

/** A refusal that leaves as `{ ok: false, error_code, description, parameters? }` with HTTP status = error_code. */
export class BotApiError extends Error {
  override readonly name = 'BotApiError'
  readonly code: number
  readonly parameters: ResponseParameters | undefined
  readonly refusedBy: RefusalCause

  constructor(code: number, description: string, parameters?: ResponseParameters, refusedBy: RefusalCause = 'rule') {
    super(description)
    this.code = code
    this.parameters = parameters
    this.refusedBy = refusedBy
  }
}

export const badRequest = (what: string, parameters?: ResponseParameters): BotApiError =>
  new BotApiError(400, `Bad Request: ${what}`, parameters)

export const forbidden = (what: string): BotApiError => new BotApiError(403, `Forbidden: ${what}`)

export const conflict = (what: string): BotApiError => new BotApiError(409, `Conflict: ${what}`)

/** `retryAfter` is in service seconds. */
export const tooManyRequests = (retryAfter: number, refusedBy: RefusalCause): BotApiError =>
  new BotApiError(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter }, refusedBy)

export const unauthorized = (): BotApiError => new BotApiError(401, 'Unauthorized')

export const notFound = (what?: string): BotApiError => new BotApiError(404, what ? `Not Found: ${what}` : 'Not Found')
