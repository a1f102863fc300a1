import type { Request, RequestHandler } from 'express'
import { Refused } from './refused.ts'

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Other sites' forms can send neither JSON nor our Origin: with the Strict cookie this ends cross-site requests. */
export const refuseForeignRequests =
  (publicUrl: string | undefined): RequestHandler =>
  (request, _response, next) => {
    if (!changing.has(request.method)) return next()
    if (!isOwnOrigin(request, publicUrl)) throw new Refused('otherOrigin')
    const type = request.headers['content-type']
    const bodiless = request.method === 'DELETE' && type === undefined
    if (!bodiless && !/^application\/json\s*(?:;|$)/i.test(type ?? '')) throw new Refused('jsonExpected')
    next()
  }

/** The same for a form that a browser sends by itself: it says where the form stood. */
export const refuseForeignForms =
  (publicUrl: string | undefined): RequestHandler =>
  (request, _response, next) => {
    if (changing.has(request.method) && !isOwnOrigin(request, publicUrl)) throw new Refused('otherOrigin')
    next()
  }

/** The address that the request came to, or the one that people know (a proxy may change the former). */
const isOwnOrigin = ({ headers: { origin }, host }: Request, publicUrl: string | undefined): boolean => {
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === origin)
}

const keyPattern = /^[A-Za-z0-9_-]{8,64}$/

/** The sender's idempotency key; null when there is none or it has another shape. */
export const idempotencyKeyOf = (request: Request): string | null => {
  const key = request.get('Idempotency-Key')
  return key !== undefined && keyPattern.test(key) ? key : null
}
