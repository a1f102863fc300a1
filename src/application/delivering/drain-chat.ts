import type { ApplicationDeps } from '../context.ts'
import type { Channel } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import { type Card, type Delivery, lanes } from '../ports/deliveries.ts'
import type { LiveMessage } from '../ports/live-messages.ts'
import type { Pacing, SlotWish } from '../ports/signals.ts'
import type { CalmChat } from '../storm/calm-chat.ts'
import type { AfterSend } from './after-send.ts'
import type { CardEdit } from './edit-card.ts'
import { createPaces } from './paces.ts'
import type { PrepareDelivery } from './send-delivery.ts'

/** What a chat waits for first. */
type Next =
  | { kind: 'delivery'; delivery: Delivery }
  | { kind: 'card'; card: Card }
  | { kind: 'live'; live: LiveMessage }

/** How long a channel test waits before it looks again whether others still send, machine ms. */
const testWaitMs = 1_000

/** Everything that one chat waits for, in order: lanes first, then cards that lag, each when the pace allows it. */
export const createDrainChat = (
  { stores, machineClock, pacing, wakeUps, channels, log }: ApplicationDeps,
  after: AfterSend,
  calm: CalmChat,
  prepare: PrepareDelivery,
  editOf: (card: Card, chat: PairedChat) => Promise<CardEdit | null>,
  liveEditOf: (live: LiveMessage, chat: PairedChat) => Promise<CardEdit | null>,
) => {
  const paces = createPaces({ pacing, channels })

  /** A channel test goes only while there is room for all others: it never stands in an alert's way. */
  const nextDelivery = async (id: string, now: number, pace: Pacing): Promise<Delivery | null> => {
    const next = await stores.deliveries.next(id, now)
    if (next?.content.kind !== 'channelTest' || (await pace.quiet())) return next
    wakeUps.chat(id, testWaitMs)
    return null
  }

  const nextOf = async (id: string, pace: Pacing): Promise<Next | null> => {
    const now = machineClock.now()
    const delivery = await nextDelivery(id, now, pace)
    if (delivery) return { kind: 'delivery', delivery }
    const card = await stores.cards.lagging(id, now)
    if (card) return { kind: 'card', card }
    const live = await stores.liveMessages.lagging(id, now)
    return live && { kind: 'live', live }
  }

  /** One step; false when the chat has nothing more to do now (or must wait: then it is woken again). */
  const step = async (id: string): Promise<boolean> => {
    const chat = await stores.chats.byId(id)
    const channel = chat && channels.get(chat.channel)
    if (channel?.here?.() === false) {
      wakeUps.chat(id, 0, channel.name)
      return false
    }
    // the sweep wakes its chats until it is
    if (channel?.ready?.() === false) return false
    // Redis knows of the pause too, but may have been wiped, or away when it was asked for
    if ((chat?.pausedUntil ?? 0) > machineClock.now()) return false
    const next = await nextOf(id, paces.of(chat?.channel))
    if (!next) return false
    return chat && channel ? workOn(next, chat, channel) : drop(id, next)
  }

  const workOn = async (next: Next, chat: PairedChat, channel: Channel): Promise<boolean> => {
    switch (next.kind) {
      case 'delivery':
        return (await calm.takesAway(next.delivery, chat)) || sendInPace(next.delivery, chat, channel)
      case 'card':
        return editInPace(await editOf(next.card, chat), chat, channel)
      case 'live':
        return editInPace(await liveEditOf(next.live, chat), chat, channel)
    }
  }

  const editInPace = async (edit: CardEdit | null, chat: PairedChat, channel: Channel): Promise<boolean> =>
    edit === null || ((await mayGo(chat)) && edit(channel))

  /** Every request, an edit like a send, takes a slot in the chat's pace; nobody sleeps for one. */
  const mayGo = async (chat: PairedChat, wish: SlotWish = {}): Promise<boolean> => {
    const wait = await paces.of(chat.channel).slot(chat.id, isPrivate(chat) ? 'private' : 'group', wish)
    if (wait > 0) wakeUps.chat(chat.id, wait)
    return wait === 0
  }

  /** Made and claimed before its slot is taken: what is counted is what goes out at this moment. */
  const sendInPace = async (delivery: Delivery, chat: PairedChat, channel: Channel): Promise<boolean> => {
    const urgent = delivery.lane === lanes.alert
    if (!(await mayGo(chat, { urgent, reserve: true }))) return false
    // a crew reads of an incident first by its alert, if that can be sent at all: the next step finds it
    if (await stores.deliveries.letAlertGoFirst(delivery)) return true
    const send = await prepare(delivery, chat)
    const claimed = await stores.deliveries.claim(delivery, machineClock.now())
    if (!claimed) return false
    if (await mayGo(chat, { urgent })) return send(channel, claimed)
    await stores.deliveries.giveBack(claimed, delivery)
    return false
  }

  /** The chat was unpaired, or its channel does not exist in this installation: nothing can be sent any more. */
  const drop = async (id: string, next: Next): Promise<boolean> => {
    log.warn({ chat: id }, 'nothing can be sent to a chat that is not paired any more')
    switch (next.kind) {
      case 'delivery': {
        const claimed = await stores.deliveries.claim(next.delivery, machineClock.now())
        if (claimed) await after.failed(claimed, 'the chat is not paired')
        return true
      }
      case 'card':
        await stores.cards.showed(next.card.id, next.card.wanted, null)
        return true
      case 'live':
        await stores.liveMessages.showed(next.live, next.live.wanted, { look: null, refreshAt: null })
        return true
    }
  }

  return async (chat: string): Promise<void> => {
    while (await step(chat)) {
      // each step is one message or one edit; the loop ends when the chat is through or has to wait
    }
  }
}

const isPrivate = ({ audience }: PairedChat): boolean => audience.kind === 'user' || audience.kind === 'contact'
