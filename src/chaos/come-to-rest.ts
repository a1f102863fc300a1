import { setTimeout as pause } from 'node:timers/promises'
import type { Idle } from '../drill/api/views.ts'
import type { Victim } from './faults/fault.ts'

/** Machine ms after which a system that is left alone must have come to rest. */
const restMs = 180_000
/** Looks in a row that must find everything idle, and machine ms between two. */
const looksInARow = 5
const betweenLooksMs = 1_000

export interface Rest {
  /** machine ms from which nothing was under way; when the looking ended where that never came */
  at: number
  /** what still waited then; null when everything was at rest */
  waiting: string | null
}

/** Waits until nothing is under way any more. */
export const comeToRest = async ({
  operator,
  driver,
  whatsapp,
}: Pick<Victim, 'operator' | 'driver' | 'whatsapp'>): Promise<Rest> => {
  const end = performance.now() + restMs
  let calm = 0
  let since = Date.now()
  let last = -1
  for (;;) {
    const looked = Date.now()
    const standIn = await driver.waitIdle(betweenLooksMs)
    const page = await whatsapp.driver.waitIdle(betweenLooksMs)
    const app = await operator.get<Idle>('/api/training/idle')
    const seq = standIn.seq + page.seq
    calm = standIn.idle && page.idle && app.idle && seq === last ? calm + 1 : 0
    if (calm === 1) since = looked
    last = seq
    if (calm >= looksInARow) return { at: since, waiting: null }
    if (performance.now() > end) return { at: Date.now(), waiting: JSON.stringify(app.waiting) }
    await pause(betweenLooksMs)
  }
}
