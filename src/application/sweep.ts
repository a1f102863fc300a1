import type { ApplicationDeps } from './context.ts'
import { createPaces } from './delivering/paces.ts'

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

/** What is done with what a sweep finds. */
interface SweepTasks {
  relay(aggregate: 'call' | 'incident', id: string): Promise<void>
  fireDue(aggregate: 'call' | 'incident', id: string): Promise<void>
  finishHandover(id: string): Promise<void>
  watchStorms(): Promise<void>
  tellChannelNews(): Promise<void>
  tendFigures(): Promise<void>
}

/**
 * Finds whatever a lost queue forgot, by indexed fields: effects that were not relayed, deadlines that passed, chats
 * with unsent messages or lagging cards, updates that were not worked. The queue is only a wake-up; this is the net.
 */
export const createSweep = (
  { stores, serviceClock, machineClock, pacing, channels, wakeUps, log }: ApplicationDeps,
  tasks: SweepTasks,
) => {
  const paces = createPaces({ pacing, channels })

  /** One that fails does not stop the others; the next sweep comes back to it. */
  const each = async (ids: string[], work: (id: string) => Promise<void>): Promise<void> => {
    for (const id of ids) {
      try {
        await work(id)
      } catch (error) {
        log.error({ aggregate: id, error }, 'the sweep could not work one; the next one tries again')
      }
    }
  }

  const breaches = async (): Promise<void> => {
    const now = serviceClock.now()
    await each(await stores.incidents.due(now, batch), id => tasks.fireDue('incident', id))
    await each(await stores.calls.due(now, batch), id => tasks.fireDue('call', id))
  }

  const forgotten = async (): Promise<void> => {
    const machineNow = machineClock.now()
    await each(['storms'], tasks.watchStorms)
    await each(['channel news'], tasks.tellChannelNews)
    await each(['figures'], tasks.tendFigures)
    await each(await stores.calls.withEffects(batch), id => tasks.relay('call', id))
    await each(await stores.incidents.withEffects(batch), id => tasks.relay('incident', id))
    await each(await stores.handovers.open(batch), tasks.finishHandover)
    for (const { channel, chat } of await stores.inbox.chatsWaiting(machineNow, batch)) wakeUps.inbox(channel, chat)
    const refreshed = await stores.cards.refreshDue(serviceClock.now())
    const waiting = await stores.deliveries.chatsWaiting(machineNow, batch)
    const lagging = await stores.cards.chatsLagging(machineNow, batch)
    const refreshedLive = await stores.liveMessages.refreshDue(serviceClock.now())
    const laggingLive = await stores.liveMessages.chatsLagging(machineNow, batch)
    const chats = [...new Set([...refreshed, ...waiting, ...lagging, ...refreshedLive, ...laggingLive])]
    // in a storm most stand in the line of a pace: they come by themselves when their place is reached
    const inLine = await paces.waiting(chats)
    for (const chat of chats) if (!inLine.has(chat)) wakeUps.chat(chat)
  }

  const waiting = async (): Promise<Waiting> => {
    const now = serviceClock.now()
    const [news, inbox, callEffects, incidentEffects, deliveries, cards, pings, dueIncidents, dueCalls] =
      await Promise.all([
        stores.chats.healthNews(batch),
        stores.inbox.countNew(),
        stores.calls.withEffects(batch),
        stores.incidents.withEffects(batch),
        stores.deliveries.countUnsent(),
        stores.cards.countLagging(),
        stores.liveMessages.countLagging(),
        stores.incidents.due(now, batch),
        stores.calls.due(now, batch),
      ])
    return {
      inbox,
      effects: callEffects.length + incidentEffects.length + news.length,
      deliveries,
      cards: cards + pings,
      due: dueIncidents.length + dueCalls.length,
    }
  }

  return { breaches, forgotten, waiting }
}

export type Sweep = ReturnType<typeof createSweep>
