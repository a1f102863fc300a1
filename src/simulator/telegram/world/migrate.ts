import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { createGroup, tellChat } from './groups.ts'
import { addMessage } from './messages.ts'
import { toUser } from './names.ts'
import { botUser, GROUP_ANONYMOUS_BOT, type SimChat } from './state.ts'

/**
 * Turns a group into a supergroup with another id. The service messages about it reach the bot at once (`before`) or only after its
 * first refused call to the old id (`after`). Labels and people move along.
 */
export function migrate(sim: Sim, chat: SimChat, announce: 'before' | 'after'): SimChat {
  if (chat.type !== 'group') throw new ControlError('wrong_chat_type')
  if (chat.migratedTo !== undefined || chat.deleted) throw new ControlError('chat_closed')
  const labels = chat.labels
  chat.labels = []
  const members = [...chat.members].flatMap(id => sim.world.users.get(id) ?? [])
  const supergroup = createGroup(sim, {
    type: 'supergroup',
    title: chat.title,
    members,
    bot: 'left',
    labels,
    migratedFrom: chat.id,
  })
  supergroup.botStatus = chat.botStatus
  supergroup.botMaySend = { ...chat.botMaySend }
  chat.migratedTo = supergroup.id
  const [owner] = members
  const from = owner ? toUser(owner) : botUser(sim.bot)
  const leaving = addMessage(sim, chat, { from, content: { migrate_to_chat_id: supergroup.id } })
  const arriving = addMessage(sim, supergroup, {
    from: GROUP_ANONYMOUS_BOT,
    content: { migrate_from_chat_id: chat.id },
  })
  tellChat(sim, chat, 'migrated')
  tellChat(sim, supergroup, 'migrated')
  const tell = (): void => {
    sim.updates.push({ message: leaving.message })
    sim.updates.push({ message: arriving.message })
  }
  if (announce === 'before') tell()
  else tellAfterRefusal(sim, chat, tell)
  return supergroup
}

/** Waits for the first refusal that names the old group; the bot then learns of the move twice. */
function tellAfterRefusal(sim: Sim, chat: SimChat, tell: () => void): void {
  const stop = sim.journal.listen(entry => {
    if (entry.kind !== 'refusal' || entry.chatId !== chat.id) return
    stop()
    tell()
  })
}
