import { badRequest } from '../api-error.ts'
import type { Params } from '../params.ts'
import type { Sim } from '../sim.ts'
import { findMessage, deleteMessage as remove } from '../world/messages.ts'
import { readChat } from './access.ts'

/** A bot may delete its messages, and as administrator those of others, for two days (service ms). */
const DELETABLE_MS = 48 * 3600 * 1000

export function deleteMessage(sim: Sim, params: Params): true {
  const chat = readChat(sim, params, 'edit')
  const id = params.integer('message_id') ?? 0
  if (id <= 0) throw badRequest('message identifier is not specified')
  const record = findMessage(chat, id)
  if (!record) throw badRequest('message to delete not found')
  const own = record.message.from.id === sim.bot.id
  const allowed = own || chat.type === 'private' || chat.botStatus === 'administrator'
  const tooOld = chat.botStatus !== 'administrator' && sim.clock.now() - record.at > DELETABLE_MS
  if (!allowed || tooOld) throw badRequest("message can't be deleted")
  remove(sim, record, true)
  return true
}
