import { ControlError } from '../control-error.ts'
import type { Sim } from '../sim.ts'
import { createGroup, tellChat } from './groups.ts'
import { addMessage } from './messages.ts'
import { toUser } from './names.ts'
import { botUser, GROUP_ANONYMOUS_BOT, type SimChat, type SimMessage } from './state.ts'

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
  addMessage(sim, chat, { from, content: { migrate_to_chat_id: supergroup.id } })
  addMessage(sim, supergroup, { from: GROUP_ANONYMOUS_BOT, content: { migrate_from_chat_id: chat.id } })
  tellChat(sim, chat, 'migrated')
  tellChat(sim, supergroup, 'migrated')
  if (announce === 'before') tell(sim, chat, supergroup)
  else chat.migrationUntold = true
  return supergroup
}

/** Tells the bot of a move that it met as a refusal first; it then learns of it twice. Runs as long as the stand-in. */
export function tellMovesAfterRefusals(sim: Sim): void {
  sim.journal.listen(entry => {
    if (entry.kind !== 'refusal' || entry.chatId === null) return
    const chat = sim.world.chats.get(entry.chatId)
    const supergroup = chat?.migratedTo === undefined ? undefined : sim.world.chats.get(chat.migratedTo)
    if (!chat?.migrationUntold || !supergroup) return
    chat.migrationUntold = false
    tell(sim, chat, supergroup)
  })
}

function tell(sim: Sim, chat: SimChat, supergroup: SimChat): void {
  const isMove = ({ message }: SimMessage): boolean =>
    message.migrate_to_chat_id !== undefined || message.migrate_from_chat_id !== undefined
  for (const side of [chat, supergroup]) {
    const move = [...side.messages.values()].find(isMove)
    if (move) sim.updates.push({ message: move.message })
  }
}
