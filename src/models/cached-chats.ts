import type { ChatStore } from '../application/ports/chats.ts'
import type { MachineClock } from '../application/ports/clocks.ts'
import { keptAnswers } from './kept-answers.ts'

/**
 * The list of a centre's chats is read for every answer about an incident and every plan, some hundred documents each
 * time. Whoever sends asks for the one chat, which is always read.
 */
export function cachedChats(chats: ChatStore, clock: MachineClock): ChatStore {
  const { kept, changed } = keptAnswers(clock)
  return {
    ...chats,
    list: centre => kept(centre, () => chats.list(centre)),
    bind: chat => changed(chats.bind(chat)),
    unbind: id => changed(chats.unbind(id)),
    move: (id, address) => changed(chats.move(id, address)),
    setHealth: (id, health) => changed(chats.setHealth(id, health)),
    askCheck: (centre, machineNow, chat) => changed(chats.askCheck(centre, machineNow, chat)),
    checked: (id, check) => changed(chats.checked(id, check)),
  }
}
