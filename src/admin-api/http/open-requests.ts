import type { Response } from 'express'

/** Counts requests under way, for "is the system idle" and the end of the process. */
export interface OpenRequests {
  follow(response: Response): void
  count(): number
}

export const createOpenRequests = (): OpenRequests => {
  const open = new Set<Response>()
  return {
    follow(response) {
      open.add(response)
      response.once('close', () => open.delete(response))
    },
    count: () => open.size,
  }
}
