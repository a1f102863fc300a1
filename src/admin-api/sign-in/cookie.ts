import type { CookieOptions, Request, Response } from 'express'
import { sessionMs } from './create-sign-in.ts'

const cookieName = 'tanggap_session'

const optionsOf = (secure: boolean): CookieOptions => ({ httpOnly: true, sameSite: 'strict', path: '/', secure })

export const setSessionCookie = (response: Response, secret: string, secure: boolean): void => {
  response.cookie(cookieName, secret, { ...optionsOf(secure), maxAge: sessionMs })
}

export const clearSessionCookie = (response: Response, secure: boolean): void => {
  response.clearCookie(cookieName, optionsOf(secure))
}

/** The session's secret as the browser sent it; null without one. */
export const sessionSecretOf = (request: Request): string | null => {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2)
    if (name === cookieName && value !== undefined && /^[\w-]{20,100}$/.test(value)) return value
  }
  return null
}
