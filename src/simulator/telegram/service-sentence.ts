import { fullName } from './world/names.ts'
import type { ChatMessage } from './world/state.ts'

/** What a service message says to the people in the chat, in Indonesian. */
export function serviceSentence(message: ChatMessage): string {
  const who = fullName(message.from)
  if (message.group_chat_created || message.supergroup_chat_created) return `${who} membuat grup`
  if (message.new_chat_members) {
    const added = message.new_chat_members.map(fullName).join(', ')
    return added === who ? `${who} bergabung` : `${who} menambahkan ${added}`
  }
  if (message.left_chat_member) {
    const left = fullName(message.left_chat_member)
    return left === who ? `${who} keluar dari grup` : `${who} mengeluarkan ${left}`
  }
  if (message.new_chat_title) return `${who} mengganti nama grup menjadi “${message.new_chat_title}”`
  if (message.migrate_to_chat_id) return 'Grup ini ditingkatkan menjadi supergrup'
  if (message.migrate_from_chat_id) return 'Supergrup ini berasal dari grup lama'
  if (message.forum_topic_created) return `${who} membuat topik “${message.forum_topic_created.name}”`
  if (message.forum_topic_closed) return `${who} menutup topik`
  if (message.forum_topic_reopened) return `${who} membuka lagi topik`
  return ''
}
