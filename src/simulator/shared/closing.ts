import type { Response } from 'express'

/** Fires when the caller has gone, so that nothing goes on waiting for it. */
export function closing(res: Response): AbortSignal {
  const gone = new AbortController()
  res.on('close', () => gone.abort())
  return gone.signal
}
