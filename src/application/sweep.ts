import type { ApplicationDeps } from './context.ts'

/** How much one sweep takes at a time; the next one follows soon. */
const batch = 200

/** What waits somewhere, by kind; all zero means that nothing is left to do at this moment. */
export interface Waiting {
  inbox: number
  effects: number
  deliveries: number
  cards: number
  due: number
}

/**
 * Finds whatever a lost queue forgot, by indexed fields: effects that were not relayed, deadlines that passed, chats
 * with unsent messages or lagging cards, updates that were not worked. The queue is only a wake-up; this is the net.
 */
export const createSweep = (
  { stores, serviceClock, machineClock, wakeUps }: ApplicationDeps,
  relay: (aggregate: 'call' | 'incident', id: string) => Promise<void>,
  fireDue: (aggregate: 'call' | 'incident', id: string) => Promise<void>,
) => {
  const breaches = async (): Promise<void> => {
    const now = serviceClock.now()
    for (const id of await stores.incidents.due(now, batch)) await fireDue('incident', id)
    for (const id of await stores.calls.due(now, batch)) await fireDue('call', id)
  }

  const forgotten = async (): Promise<void> => {
    const machineNow = machineClock.now()
    for (const id of await stores.calls.withEffects(batch)) await relay('call', id)
    for (const id of await stores.incidents.withEffects(batch)) await relay('incident', id)
    for (const { channel, chat } of await stores.inbox.chatsWaiting(machineNow, batch)) wakeUps.inbox(channel, chat)
    const refreshed = await stores.cards.refreshDue(serviceClock.now())
    const waiting = await stores.deliveries.chatsWaiting(machineNow, batch)
    const lagging = await stores.cards.chatsLagging(machineNow, batch)
    for (const chat of new Set([...refreshed, ...waiting, ...lagging])) wakeUps.chat(chat)
  }

  const waiting = async (): Promise<Waiting> => {
    const now = serviceClock.now()
    const [inbox, callEffects, incidentEffects, deliveries, cards, dueIncidents, dueCalls] = await Promise.all([
      stores.inbox.countNew(),
      stores.calls.withEffects(batch),
      stores.incidents.withEffects(batch),
      stores.deliveries.countUnsent(),
      stores.cards.countLagging(),
      stores.incidents.due(now, batch),
      stores.calls.due(now, batch),
    ])
    return {
      inbox,
      effects: callEffects.length + incidentEffects.length,
      deliveries,
      cards,
      due: dueIncidents.length + dueCalls.length,
    }
  }

  return { breaches, forgotten, waiting }
}

export type Sweep = ReturnType<typeof createSweep>
