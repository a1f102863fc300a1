import type { Desk } from '../api/desk.ts'
import type { Idle } from '../api/views.ts'
import type { Stirring } from '../chats/platform.ts'

/** Machine ms after which work that does not come to rest is a deviation of its own; and for one look at the platforms. */
const patienceMs = 120_000
const lookMs = 30_000
/** Service ms by which a held clock moves when only the pacing of messages waits for it: doubled each time, to a limit. */
const firstNudgeMs = 400
const longestNudgeMs = 5_000
/** Looks in a row that must find everything idle, with nothing shown between them. */
const looksInARow = 2

/** Work that did not come to rest: `message` names what still waited. */
export class NotAtRest extends Error {
  override readonly name = 'NotAtRest'
}

/**
 * Waits until nothing is under way: no update, no request, no waiting message, in the app and on the platforms. While
 * messages wait for their turn by the pacing, which counts service time, the held clock gives them just that.
 */
export const settle = async (desk: Desk, chats: Stirring, forward: (ms: number) => Promise<void>): Promise<void> => {
  const deadline = performance.now() + patienceMs
  let calm = 0
  let lastSeq = -1
  let nudgeMs = firstNudgeMs
  while (calm < looksInARow) {
    const seen = await chats.waitIdle(lookMs)
    const app = await desk.get<Idle>('/api/training/idle')
    const still = seen.seq === lastSeq
    lastSeq = seen.seq
    calm = seen.idle && app.idle ? (still ? calm + 1 : 1) : 0
    if (still && seen.idle && onlyPaced(app)) {
      await forward(nudgeMs)
      nudgeMs = Math.min(nudgeMs * 2, longestNudgeMs)
    }
    if (performance.now() > deadline) throw new NotAtRest(`still waiting: ${waitingOf(app)}`)
  }
}

const pacedKinds = ['deliveries', 'cards']

const onlyPaced = ({ idle, waiting }: Idle): boolean =>
  !idle && Object.entries(waiting).every(([kind, count]) => count === 0 || pacedKinds.includes(kind))

const waitingOf = ({ waiting }: Idle): string =>
  Object.entries(waiting)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ') || 'a platform'
