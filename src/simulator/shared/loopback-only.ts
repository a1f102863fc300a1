import type { NextFunction, Request, Response } from 'express'
import { commonRefusal } from './control-error.ts'

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Lets only this machine in: by its address, by the name it was called by (another site's name may be made to point here) and, for
 * changes from a browser, by the page that asks. @throws StandInRefusal `not_loopback`
 */
export function loopbackOnly(req: Request, _res: Response, next: NextFunction): void {
  const address = req.socket.remoteAddress ?? ''
  const near = address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
  const origin = req.get('origin')
  const called = isLoopbackHost(`http://${req.get('host') ?? ''}`)
  if (!near || !called || (origin !== undefined && !isLoopbackHost(origin))) throw commonRefusal('not_loopback')
  next()
}

const isLoopbackHost = (url: string): boolean => URL.canParse(url) && LOOPBACK_HOSTS.has(new URL(url).hostname)
