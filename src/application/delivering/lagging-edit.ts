import type { ChatHealth } from '../chat/chat-health.ts'
import type { ApplicationDeps } from '../context.ts'
import { type Channel, ChannelError, ChatMoved, Permanent, RateLimited } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import { backoffMs, type Failures } from './failures.ts'

/** A message that stands in a chat and lags behind what happened. */
interface Lagging {
  id: string
  chat: string
  /** how often an edit failed since the last that did not */
  tries?: number
}

/** What cards, and pings, have of their own. */
interface LaggingKind<One extends Lagging> {
  /** its id's name and its sentences in the log */
  log: { id: string; notMade: string; notEdited: string }
  /** no edit before this, machine time */
  postpone(id: string, notBefore: number): Promise<void>
  /** the edit that it needs; null when there is none to make. @throws when it cannot be made, ChannelError when not edited */
  editOf(one: One, chat: PairedChat): Promise<((channel: Channel) => Promise<void>) | null>
  /** trying again will not help */
  isHopeless(error: ChannelError): boolean
  giveUp(one: One, chat: PairedChat): Promise<void>
}

/**
 * The edit that a lagging message needs, one request, and what follows when it fails; null when there is none to make.
 * True: the chat may go on at once.
 */
export const createLaggingEdit = <One extends Lagging>(
  { machineClock, wakeUps, log }: ApplicationDeps,
  failures: Failures,
  health: ChatHealth,
  kind: LaggingKind<One>,
) => {
  const postpone = async (one: One, waitMs: number): Promise<void> => {
    await kind.postpone(one.id, machineClock.now() + waitMs)
    wakeUps.chat(one.chat, waitMs)
  }

  /** One of its own that cannot be made or edited waits, longer each time; the chat's others go on. */
  const failed = async (error: unknown, one: One, chat: PairedChat): Promise<boolean> => {
    const { tries = 0 } = one
    const named = { [kind.log.id]: one.id }
    if (!(error instanceof ChannelError)) {
      log.error({ ...named, error }, kind.log.notMade)
      await postpone(one, backoffMs(5 + tries))
      return true
    }
    log.warn({ ...named, kind: error.kind, detail: error.detail }, kind.log.notEdited)
    if (error instanceof RateLimited) {
      await postpone(one, await failures.pause(chat, error))
      return false
    }
    if (kind.isHopeless(error)) {
      if (error instanceof Permanent) await health.isDown(chat, error.detail)
      await kind.giveUp(one, chat)
      return true
    }
    if (error instanceof ChatMoved) await health.moved(chat, error.newChat)
    await postpone(one, backoffMs(error instanceof ChatMoved ? 1 : 3 + tries))
    return true
  }

  return async (one: One, chat: PairedChat): Promise<((channel: Channel) => Promise<boolean>) | null> => {
    try {
      const edit = await kind.editOf(one, chat)
      return (
        edit &&
        (async channel => {
          try {
            await edit(channel)
            return true
          } catch (error) {
            return failed(error, one, chat)
          }
        })
      )
    } catch (error) {
      await failed(error, one, chat)
      return null
    }
  }
}
