import type { Update } from 'grammy/types'
import type { MachineClock } from '../../application/ports/clocks.ts'
import type { InboxEntry, InboxStore } from '../../application/ports/inbox.ts'
import type { WakeUps } from '../../application/ports/signals.ts'

/** The kinds of update that we ask for; all others are never sent to us. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

export interface Intake {
  /** stores what is new and wakes the workers of its chats; resolves only when all of it is safe */
  store(updates: readonly Update[]): Promise<void>
}

/** Puts updates into the durable inbox. A repeat has the same id and is ignored there. */
export const createIntake = (deps: {
  botId: number
  inbox: InboxStore
  wakeUps: WakeUps
  machine: MachineClock
}): Intake => ({
  async store(updates) {
    if (updates.length === 0) return
    const added = await deps.inbox.add(
      updates.map(update => toEntry(deps.botId, update)),
      deps.machine.now(),
    )
    for (const chat of new Set(added.map(entry => entry.chat))) deps.wakeUps.inbox('telegram', chat)
  },
})

export const toEntry = (botId: number, update: Update): Pick<InboxEntry, 'id' | 'channel' | 'chat' | 'update'> => ({
  id: `telegram-${botId}-${update.update_id}`,
  channel: 'telegram',
  chat: chatOf(update),
  update,
})

/** Updates of one chat are worked in their order; a press without a message has only its person. */
const chatOf = (update: Update): string => {
  const chat =
    update.message?.chat ??
    update.edited_message?.chat ??
    update.my_chat_member?.chat ??
    update.callback_query?.message?.chat
  return String(chat?.id ?? update.callback_query?.from.id ?? 'none')
}
