import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import { type Card, type Delivery, type DeliveryContent, lanes } from '../ports/deliveries.ts'
import { type LiveMessage, liveMessageId, stormSubject } from '../ports/live-messages.ts'
import type { StormRecord } from '../ports/storms.ts'
import type { Deliver } from '../relaying/deliver.ts'
import type { Storms } from './watch-storms.ts'

type Kind = DeliveryContent['kind']

/** In a storm these are told together with the chat's others, once a minute. Nobody waits for them to act. */
const digestible: readonly Kind[] = ['clockPing', 'closure']
/** …and these are lines of the board, where the chat has one. */
const onBoards: readonly Kind[] = ['clockPing', 'helpPing', 'deskPing']
const maybeTaken: ReadonlySet<Kind> = new Set([...digestible, ...onBoards])

/** How often a chat gets its digest, ms of service time. */
const digestMs = 60_000
/** How long a card, once shown, rests before its next edit, ms of service time; a press on it ends the rest. */
export const cardRestMs = 15_000
/** A board rings again for a new call for help at most once in this time, ms of service time; else it is edited. */
const ringMs = 300_000
/** Lines of a digest: what is held beyond them comes with the next. */
const longestDigest = 40

/** Keeps what is not urgent out of the way of alerts while a storm lasts. What it takes away another message says. */
export const createCalmChat = (
  { stores, serviceClock, machineClock, wakeUps }: ApplicationDeps,
  storms: Storms,
  { deliver, deliverLive }: Deliver,
) => {
  const machineMs = (serviceMs: number): number => Math.ceil(serviceMs / (serviceClock.rate() || 1))

  /** All that a chat holds comes due at the same moment, so that one digest has it all. */
  const hold = async (delivery: Delivery, chat: PairedChat): Promise<void> => {
    const wait = machineMs(digestMs - (serviceClock.now() % digestMs))
    await stores.deliveries.hold(delivery.id, machineClock.now() + wait)
    wakeUps.chat(chat.id, wait)
  }

  /** A digest that a crash left half made is the same one when it is made again. One item alone needs none. */
  const digestHeld = async (first: Delivery, chat: PairedChat): Promise<boolean> => {
    const others = (await stores.deliveries.held(chat.id, longestDigest)).filter(({ id }) => id !== first.id)
    const items = [first, ...others.filter(({ content }) => isDigestible(content))].slice(0, longestDigest)
    const id = `digest:${first.id}`
    const known = await stores.deliveries.byId(id)
    if (known ? known.status === 'failed' : items.length < 2) return false
    if (!known) await deliver(id, chat, { kind: 'digest', items: items.map(item => item.id) })
    const { content } = (await stores.deliveries.byId(id)) ?? first
    if (content.kind === 'digest') await stores.deliveries.digest(content.items, id)
    return true
  }

  /** The storm of the centre that it speaks of: whoever supervises two has one chat for both. */
  const stormOf = async ({ content }: Delivery, chat: PairedChat): Promise<StormRecord | null> => {
    if (!storms.any()) return null
    const incident = 'incident' in content ? await stores.incidents.load(content.incident) : null
    return storms.on(incident?.state.centre ?? chat.centre)
  }

  /** True when the chat has a board that will say it: one that stands there and is kept true, or is about to come. */
  const putOnBoard = async (delivery: Delivery, chat: PairedChat, { centre, since }: StormRecord): Promise<boolean> => {
    const subject = stormSubject(centre, since)
    const board = await stores.liveMessages.byId(liveMessageId(subject, chat))
    const shown = board && (await stores.deliveries.byId(board.delivery))
    if (!shown || !(shown.status === 'sent' ? isKeptTrue(board) : isFresh(shown))) return false
    const urgent = delivery.content.kind === 'helpPing'
    const rings = urgent && (await stores.leases.take(`rings:${board.id}`, delivery.id, serviceClock.now(), ringMs))
    if (rings && shown.status === 'sent') {
      await deliverLive(`${subject}:${chat.id}:${delivery.id}`, chat, { kind: 'stormBoard', centre, since })
    }
    await stores.deliveries.digest([delivery.id], shown.id)
    return true
  }

  return {
    /** True when the delivery is not to be sent by itself now: the chat goes on with the next. */
    takesAway: async (delivery: Delivery, chat: PairedChat): Promise<boolean> => {
      const { content, lane } = delivery
      if (!isFresh(delivery) || !maybeTaken.has(content.kind)) return false
      const storm = await stormOf(delivery, chat)
      if (storm && isSupervisors(chat) && onBoards.includes(content.kind)) {
        if (await putOnBoard(delivery, chat, storm)) return true
      }
      if (!isDigestible(content)) return false
      if (lane === lanes.aside) return digestHeld(delivery, chat)
      if (!storm) return false
      await hold(delivery, chat)
      return true
    },

    /** A card was shown: in a storm its next edit waits, and shows everything until then. */
    rest: async (card: Pick<Card, 'id'>, chat: PairedChat): Promise<void> => {
      if (storms.on(chat.centre)) await stores.cards.postpone(card.id, machineClock.now() + machineMs(cardRestMs))
    },
  }
}

export type CalmChat = ReturnType<typeof createCalmChat>

const isDigestible = ({ kind }: DeliveryContent): boolean => digestible.includes(kind)

/** Nobody tried to send it yet. */
const isFresh = ({ status, attempt }: Delivery): boolean => status === 'queued' && attempt === 0

/** Somebody who deleted it, or a chat that refused its edits, has ended that. */
const isKeptTrue = ({ messageIds, refreshAt, wanted, shown }: LiveMessage): boolean =>
  messageIds.length > 0 && (refreshAt !== null || wanted > shown)

const isSupervisors = ({ audience }: PairedChat): boolean =>
  audience.kind === 'user' || audience.kind === 'supervisorsChat'
