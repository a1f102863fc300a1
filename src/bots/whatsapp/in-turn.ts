import { setTimeout as delay } from 'node:timers/promises'
import type { Channel } from '../../application/ports/channel.ts'
import type { Pacing } from '../../application/ports/signals.ts'

/** Whoever asked a moment ago is answered after this long, whatever the pace says, machine ms: a held clock never lets anybody go. */
const patienceMs = 5_000

/**
 * The channel for what goes past the delivery lanes: answers to somebody's private chat, which are kept nowhere. The account's
 * pace counts them all the same, and lets alerts go first.
 */
export const inTurn = (channel: Channel, pacing: Pacing | undefined): Channel => ({
  ...channel,
  async send(to, message) {
    await turn(pacing, `direct:${to.chat}`)
    return channel.send(to, message)
  },
})

/** Waits for a place in the account's pace, a few seconds at most. `place`: what waits, which is not a chat's lane. */
export const turn = async (pacing: Pacing | undefined, place: string): Promise<void> => {
  if (!pacing) return
  const end = performance.now() + patienceMs
  for (;;) {
    const wait = await pacing.slot(place, 'private')
    const left = end - performance.now()
    if (wait === 0 || left <= 0) return
    await delay(Math.min(wait, left))
  }
}
