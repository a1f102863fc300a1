import type { DepsWithRules } from '../context.ts'
import type { ChannelName } from '../ports/channel.ts'
import type { DeliveryContent } from '../ports/deliveries.ts'
import type { PassedDeadline } from './judge-open.ts'
import type { Finding, FindingKind } from './verdict.ts'
import { type Waiting, Watch } from './watch.ts'

/** More than this of one kind is looked at by the next audit, once the first of them are through. */
const lookedAt = 500

/** Something that is there to be done. */
export interface Unhandled extends Waiting {
  where: Omit<Finding, 'kind' | 'count' | 'repaired'>
  /** assignments of `where.incident` that wait for it */
  assignments?: readonly string[]
  /** does it now, without the queue; what it cannot do is seen at the next look */
  repair(): Promise<void>
}

/** What waits to be done, and for how long it may be seen waiting, machine ms. */
export interface UnhandledKind {
  kind: FindingKind
  watch: Watch
  /** what waits now, and may go now */
  look(passed: readonly PassedDeadline[]): Promise<Unhandled[]>
}

/** What does the work: the same that the queue's workers call. */
export interface Handlers {
  relay(aggregate: 'call' | 'incident', id: string): Promise<void>
  fireDue(aggregate: 'call' | 'incident', id: string): Promise<void>
  drainChat(chat: string): Promise<void>
  workInbox(channel: ChannelName, chat: string): Promise<void>
}

/**
 * The allowances. Sweeps look every second, so that what is seen twice, a minute apart, is late. A message waits for
 * the platform's pace, but the first of its chat must change; cards give way to messages, and may wait longer.
 */
const allowancesMs = { atOnce: 0, oneLook: 45_000, message: 105_000, card: 285_000 } as const

/** What nobody could work for a day helps nobody any more: it stays a figure on the health page. Machine ms. */
const alarmingForMs = 24 * 3_600_000

export const createUnhandled = (
  { stores, machineClock }: DepsWithRules,
  work: Handlers,
  reindex: (aggregate: 'call' | 'incident', id: string) => Promise<void>,
): UnhandledKind[] => {
  /** The platform asked this chat to wait: nothing could go, and whoever waits for an alert climbs meanwhile. */
  const isPaused = async (chat: string, machineNow: number): Promise<boolean> =>
    ((await stores.chats.byId(chat))?.pausedUntil ?? 0) > machineNow

  const ofChat = async (chat: string, assignment?: { incident: string; assignment: string }) => {
    const paired = await stores.chats.byId(chat)
    return {
      where: { chat, ...(paired && { centre: paired.centre }), ...(assignment && { incident: assignment.incident }) },
      ...(assignment && { assignments: [assignment.assignment] }),
      repair: () => work.drainChat(chat),
    }
  }

  const effects = async (aggregate: 'call' | 'incident'): Promise<Unhandled[]> => {
    const store = aggregate === 'call' ? stores.calls : stores.incidents
    const found: Unhandled[] = []
    for (const id of await store.withEffects(lookedAt)) {
      const centre = (await store.load(id))?.state.centre
      for (const effect of await store.effects(id)) {
        const alerts = (effect.kind === 'alert' || effect.kind === 'contact') && 'assignment' in effect
        found.push({
          key: `${aggregate}:${id}:${effect.id}`,
          where: { [aggregate]: id, ...(centre !== undefined && { centre }) },
          ...(alerts && { assignments: [effect.assignment] }),
          repair: () => work.relay(aggregate, id),
        })
      }
    }
    return found
  }

  const lagging = async (
    store: Pick<typeof stores.cards | typeof stores.liveMessages, 'chatsLagging' | 'lagging'>,
    machineNow: number,
  ): Promise<Unhandled[]> => {
    const found: Unhandled[] = []
    for (const chat of await store.chatsLagging(machineNow, lookedAt)) {
      if (await isPaused(chat, machineNow)) continue
      const first = await store.lagging(chat, machineNow)
      if (first) found.push({ key: `${first.id}:${first.shown}`, ...(await ofChat(chat)) })
    }
    return found
  }

  return [
    {
      kind: 'deadlinePassed',
      watch: new Watch(allowancesMs.oneLook),
      look: async passed =>
        passed.map(({ aggregate, id, ...rest }) => ({
          ...rest,
          repair: async () => {
            await work.fireDue(aggregate, id)
            await reindex(aggregate, id)
          },
        })),
    },
    {
      kind: 'effectWaiting',
      watch: new Watch(allowancesMs.oneLook),
      look: async () => [...(await effects('incident')), ...(await effects('call'))],
    },
    {
      kind: 'updateWaiting',
      watch: new Watch(allowancesMs.oneLook),
      look: async () => {
        const now = machineClock.now()
        const found: Unhandled[] = []
        for (const { channel, chat } of await stores.inbox.chatsWaiting(now, lookedAt)) {
          const first = await stores.inbox.next(channel, chat, now)
          const repair = () => work.workInbox(channel, chat)
          if (first) found.push({ key: `${first.id}:${first.attempts}`, where: {}, repair })
        }
        return found
      },
    },
    {
      kind: 'updateSetAside',
      watch: new Watch(allowancesMs.atOnce),
      look: async () => {
        const found: Unhandled[] = []
        for (const { id, channel, chat } of await stores.inbox.setAside(machineClock.now() - alarmingForMs, lookedAt)) {
          const [paired] = await stores.chats.ofChat(channel, chat)
          const repair = async () => {
            await stores.inbox.onceMore(id)
            await work.workInbox(channel, chat)
          }
          found.push({ key: id, where: paired ? { centre: paired.centre, chat: paired.id } : {}, repair })
        }
        return found
      },
    },
    {
      kind: 'messageWaiting',
      watch: new Watch(allowancesMs.message),
      look: async () => {
        const now = machineClock.now()
        const found: Unhandled[] = []
        for (const chat of await stores.deliveries.chatsWaiting(now, lookedAt)) {
          if (await isPaused(chat, now)) continue
          const first = await stores.deliveries.next(chat, now)
          // a channel test gives way to everything, for as long as it takes
          if (!first || first.content.kind === 'channelTest') continue
          found.push({ key: `${first.id}:${first.attempt}`, ...(await ofChat(chat, alerted(first.content))) })
        }
        return found
      },
    },
    {
      kind: 'cardNotShown',
      watch: new Watch(allowancesMs.card),
      look: async () => {
        const now = machineClock.now()
        return [...(await lagging(stores.cards, now)), ...(await lagging(stores.liveMessages, now))]
      },
    },
  ]
}

const alerted = (content: DeliveryContent) => (content.kind === 'alert' ? content : undefined)
