/** @import { Actor, PageChat, PagePerson } from './page-types.d.ts' */
import { memory } from './memory.js'
import { store } from './store.js'

/**
 * Who can act in a chat: its members first, then, where outsiders may press and write too, everyone else; in a private
 * chat only its person.
 * @param {PageChat} chat
 * @returns {PagePerson[]}
 */
export function personsIn({ platform, userId, memberIds }) {
  const ids = userId === null ? memberIds : [userId]
  const members = ids.flatMap(id => store.people.get(id) ?? [])
  if (userId !== null || platform === 'whatsapp') return members
  const others = [...store.people.values()].filter(person => person.platform === platform && !ids.includes(person.id))
  return [...members, ...others]
}

/**
 * The person of a private chat.
 * @param {PageChat} chat
 */
export const personOfPrivate = ({ userId }) => (userId === null ? undefined : store.people.get(userId))

/**
 * Who acts in this chat now: the one chosen last, else its first person.
 * @param {PageChat | undefined} chat
 * @returns {Actor}
 */
export function personOf(chat) {
  if (!chat) return undefined
  if (chat.userId !== null) return chat.userId
  const chosen = memory.personIn(chat.id)
  if (chosen === 'anonymous' && chat.type === 'supergroup') return chosen
  const persons = personsIn(chat)
  return persons.find(({ id }) => id === chosen)?.id ?? persons[0]?.id
}
