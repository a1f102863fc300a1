import type { ChatHealth } from '../chat/chat-health.ts'
import type { ApplicationDeps } from '../context.ts'
import type { Failures } from '../delivering/failures.ts'
import { createPaces } from '../delivering/paces.ts'
import { type Channel, ChannelError, type ChannelName, ChatMoved, Permanent, RateLimited } from '../ports/channel.ts'
import type { ChatCheck, DueCheck, PairedChat } from '../ports/chats.ts'

/** Machine ms between two checks of a chat. It is about the platform, not about the service: a moved clock asks nobody. */
export const checkEveryMs = 6 * 3_600_000

/** A check that was begun and never ended (a crash), or that met no answer, is made again after this long, machine ms. */
const againMs = 60_000
/** A chat that has something to send shows by that how it is, one that has to wait is asked nothing; machine ms. */
const busyMs = 60_000
/** Checks of one run; the next run follows in a moment. */
const batch = 20
const planBatch = 500

/**
 * Looks after every paired chat without a message: is the bot still in it, may it write there, has the group moved?
 * Spread over the hours, one at a time, and only while the channel is quiet: an alert never waits for a check.
 */
export const createSilentChecks = (
  { stores, channels, pacing, machineClock, serviceClock, live, log }: ApplicationDeps,
  health: ChatHealth,
  pause: Failures['pause'],
) => {
  const { chats } = stores
  const paces = createPaces({ pacing, channels })

  /** Chats that were never planned (just paired, or of an older version) are spread over the hours. */
  const planNew = async (): Promise<void> => {
    const unplanned = await chats.checksUnplanned(planBatch)
    for (const [index, chat] of unplanned.entries()) {
      const share = (index + 1) / unplanned.length
      await chats.planCheck(chat, Math.round(machineClock.now() + checkEveryMs * share))
    }
  }

  const keep = async (chat: PairedChat, check: ChatCheck): Promise<void> => {
    await chats.checked(chat.id, check)
    live.publish({ centre: chat.centre, topic: 'channelTest', id: chat.id })
  }

  /** What the platform says of the chat; its health follows. Resolves with the machine ms until the next check. */
  const ask = async (channel: Channel, chat: PairedChat): Promise<number> => {
    const at = serviceClock.now()
    try {
      await channel.check(chat.address)
      await keep(chat, { at, result: 'ok' })
      await health.isBack(chat)
      return checkEveryMs
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error
      return failed(error, chat, at)
    }
  }

  const failed = async (error: ChannelError, chat: PairedChat, at: number): Promise<number> => {
    log.warn({ chat: chat.id, kind: error.kind, detail: error.detail }, 'a chat did not pass its silent check')
    if (error instanceof ChatMoved) {
      await health.moved(chat, error.newChat)
      return 0
    }
    const isDown = error instanceof Permanent
    if (isDown) await health.isDown(chat, error.detail)
    await keep(chat, { at, result: isDown ? 'down' : 'unknown', detail: error.detail })
    if (isDown) return checkEveryMs
    // whatever the chat gets next waits as well: a message that came earlier would only be refused
    return error instanceof RateLimited ? Math.max(againMs, await pause(chat, error)) : againMs
  }

  /** One chat; false when the channel has no room for a check now. */
  const checkOne = async (due: DueCheck): Promise<boolean> => {
    const chat = await chats.byId(due.id)
    const channel = chat && channels.get(chat.channel)
    const now = machineClock.now()
    if (!chat || !channel) return true
    const pace = paces.of(chat.channel)
    const pausedUntil = chat.pausedUntil ?? 0
    if (pausedUntil > now || (await stores.deliveries.next(chat.id, now))) {
      await chats.planCheck(due, Math.max(pausedUntil, now + busyMs))
      return true
    }
    if (!(await pace.quiet())) return false
    const claimed: DueCheck = { id: due.id, due: now + againMs }
    if (!(await chats.planCheck(due, now + againMs))) return true
    if ((await pace.slot(chat.id, chat.address.chat.startsWith('-') ? 'group' : 'private')) > 0) return true
    await chats.planCheck(claimed, machineClock.now() + (await ask(channel, chat)))
    return true
  }

  /** Checks whatever is due on the channels that this process can ask. May throw: the next run goes on. */
  const run = async (): Promise<void> => {
    await planNew()
    for (const { name, here } of channels.values()) if (here?.() ?? true) await runChannel(name)
  }

  const runChannel = async (channel: ChannelName): Promise<void> => {
    for (const due of await chats.checksDue(machineClock.now(), batch, [channel])) {
      if (!(await checkOne(due))) return
    }
  }

  /** As soon as there is room. Returns how many chats; their pages see them wait. */
  const askFor = async (centre: string, chat?: string): Promise<number> => {
    const asked = await chats.askCheck(centre, machineClock.now(), chat)
    if (asked > 0) live.publish({ centre, topic: 'channelTest', id: chat ?? centre })
    return asked
  }

  return { run, askFor }
}
