import type { Call } from '../../dispatch/call/call.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import type { DepsWithRules } from '../context.ts'
import { deskSubject } from '../ports/live-messages.ts'
import type { Deliver } from './deliver.ts'
import type { Recipients } from './recipients.ts'

/** The supervisors' common chat gets at most one new message about desk limits in this time, ms of service time. */
export const deskQuietMs = 600_000

/**
 * The desk's own limits in the supervisors' chat: one message lists everything that is over its limit. A further breach
 * is a new message (which rings) at most once in ten minutes, else the last one is edited, as it is when something ends.
 */
export const createDeskBoard = (
  { stores, serviceClock, rules }: DepsWithRules,
  { deliverLive, refresh }: Deliver,
  recipients: Recipients,
) => {
  const chatsOf = (centre: string) => recipients.ofAudience(centre, { kind: 'supervisorsChat' })

  /** One more is over its limit; `effect` makes the message's id, so that a repeat sends nothing more. */
  const breached = async (centre: string, effect: string): Promise<void> => {
    for (const chat of await chatsOf(centre)) {
      const rings = await stores.leases.take(`desk:${chat.id}`, effect, serviceClock.now(), deskQuietMs)
      if (rings) await deliverLive(`${effect}:${chat.id}`, chat, { kind: 'deskPing' })
      else await refresh(deskSubject(chat.id))
    }
  }

  /** Something happened to a call or incident that was over a limit of the desk: it may stand on the list no more. */
  const changed = async (state: Call | Incident): Promise<void> => {
    if (!state.fired.length) return
    const { profile } = await rules.of(state)
    const desk = profile.clocks.filter(({ kind }) => kind === 'desk')
    if (!state.fired.some(({ clock }) => desk.some(({ id }) => id === clock))) return
    for (const chat of await chatsOf(state.centre)) await refresh(deskSubject(chat.id))
  }

  return { breached, changed }
}

export type DeskBoard = ReturnType<typeof createDeskBoard>
