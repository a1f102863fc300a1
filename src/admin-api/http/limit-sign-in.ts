import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { Refused } from './refused.ts'

const windowMs = 10 * 60_000
/** Failed tries from one address in the window; a whole control room may share an address. */
const tries = 20

/** Slows the guessing of passwords and links: only failures count. */
export const limitSignIn = (): RequestHandler =>
  rateLimit({
    windowMs,
    limit: tries,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => next(new Refused('tooManyAttempts')),
  })
