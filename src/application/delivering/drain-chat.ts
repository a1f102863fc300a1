import type { ApplicationDeps } from '../context.ts'
import type { Channel } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import { type Card, type Delivery, lanes } from '../ports/deliveries.ts'
import type { LiveMessage } from '../ports/live-messages.ts'
import type { Pacing } from '../ports/signals.ts'
import type { CalmChat } from '../storm/calm-chat.ts'
import type { AfterSend } from './after-send.ts'
import type { CardEdit } from './edit-card.ts'

/** How long a channel test waits before it looks again whether others still send, machine ms. */
const testWaitMs = 1_000

/** Everything that one chat waits for, in order: lanes first, then cards that lag, each when the pace allows it. */
export const createDrainChat = (
  { stores, machineClock, pacing, wakeUps, channels, log }: ApplicationDeps,
  after: AfterSend,
  calm: CalmChat,
  sendDelivery: (channel: Channel, chat: PairedChat, delivery: Delivery) => Promise<boolean>,
  editOf: (card: Card, chat: PairedChat) => Promise<CardEdit | null>,
  liveEditOf: (live: LiveMessage, chat: PairedChat) => Promise<CardEdit | null>,
) => {
  /** A channel test goes only while there is room for all others: it never stands in an alert's way. */
  const nextDelivery = async (id: string, now: number, pace: Pacing): Promise<Delivery | null> => {
    const next = await stores.deliveries.next(id, now)
    if (next?.content.kind !== 'channelTest' || (await pace.quiet())) return next
    wakeUps.chat(id, testWaitMs)
    return null
  }

  /** One step; false when the chat has nothing more to do now (or must wait: then it is woken again). */
  const step = async (id: string): Promise<boolean> => {
    const chat = await stores.chats.byId(id)
    const channel = chat && channels.get(chat.channel)
    if (channel?.here?.() === false) {
      wakeUps.chat(id, 0, channel.name)
      return false
    }
    const now = machineClock.now()
    // Redis knows of the pause too, but may have been wiped, or away when it was asked for
    if (chat?.pausedUntil !== undefined && chat.pausedUntil > now) return false
    const delivery = await nextDelivery(id, now, channel?.pacing ?? pacing)
    const card = delivery ? null : await stores.cards.lagging(id, now)
    const live = delivery || card ? null : await stores.liveMessages.lagging(id, now)
    if (!delivery && !card && !live) return false
    if (!chat || !channel) return drop(id, delivery, card, live)
    const work = await workOn(delivery, card, live, chat)
    return work ? inPace(chat, channel, work, delivery?.lane === lanes.alert) : true
  }

  /** Every request, an edit like a send, takes a place in the chat's pace; nobody sleeps for one. */
  const inPace = async (chat: PairedChat, channel: Channel, work: CardEdit, urgent: boolean): Promise<boolean> => {
    const wait = await (channel.pacing ?? pacing).slot(chat.id, isPrivate(chat) ? 'private' : 'group', urgent)
    if (wait === 0) return work(channel)
    wakeUps.chat(chat.id, wait)
    return false
  }

  const workOn = async (
    delivery: Delivery | null,
    card: Card | null,
    live: LiveMessage | null,
    chat: PairedChat,
  ): Promise<CardEdit | null> => {
    if (delivery) return (await calm.takesAway(delivery, chat)) ? null : sending(delivery, chat)
    return card ? editOf(card, chat) : live && liveEditOf(live, chat)
  }

  const sending =
    (delivery: Delivery, chat: PairedChat) =>
    async (channel: Channel): Promise<boolean> => {
      const claimed = await stores.deliveries.claim(delivery, machineClock.now())
      return claimed ? sendDelivery(channel, chat, claimed) : false
    }

  /** The chat was unpaired, or its channel does not exist in this installation: nothing can be sent any more. */
  const drop = async (
    id: string,
    delivery: Delivery | null,
    card: Card | null,
    live: LiveMessage | null,
  ): Promise<boolean> => {
    log.warn({ chat: id }, 'nothing can be sent to a chat that is not paired any more')
    const claimed = delivery && (await stores.deliveries.claim(delivery, machineClock.now()))
    if (claimed) await after.failed(claimed, 'the chat is not paired')
    if (card) await stores.cards.showed(card.id, card.wanted, null)
    if (live) await stores.liveMessages.showed(live, live.wanted, { look: null, refreshAt: null })
    return true
  }

  return async (chat: string): Promise<void> => {
    while (await step(chat)) {
      // each step is one message or one edit; the loop ends when the chat is through or has to wait
    }
  }
}

const isPrivate = ({ audience }: PairedChat): boolean => audience.kind === 'user' || audience.kind === 'contact'
