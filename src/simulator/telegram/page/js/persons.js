/** @import { ChatView, UserView } from '../../contract.ts' */
/** @import { Actor } from './page-types.d.ts' */
import { memory } from './memory.js'
import { store } from './store.js'

/**
 * Who can act in a chat: its members first, then everyone else; in a private chat only its person.
 * @param {ChatView} chat
 * @returns {UserView[]}
 */
export function personsIn(chat) {
  const ids = chat.userId === null ? chat.memberIds : [chat.userId]
  const members = ids.flatMap(id => store.users.get(id) ?? [])
  if (chat.userId !== null) return members
  return [...members, ...[...store.users.values()].filter(user => !ids.includes(user.id))]
}

/**
 * Who acts in this chat now: the one chosen last, else its first person.
 * @param {ChatView | undefined} chat
 * @returns {Actor}
 */
export function personOf(chat) {
  if (!chat) return undefined
  if (chat.userId !== null) return chat.userId
  const chosen = memory.personIn(chat.id)
  if (chosen === 'anonymous' && chat.type === 'supergroup') return chosen
  const persons = personsIn(chat)
  return persons.find(user => user.id === chosen)?.id ?? persons[0]?.id
}
