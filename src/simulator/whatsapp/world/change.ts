import type { RefusalReason } from '../contract.ts'
import type { Sim } from '../sim.ts'
import { viewMessage } from '../views.ts'
import { textOf, withText } from './content.ts'
import type { Phone, SimChat, SimMessage } from './state.ts'
import { tellMessage } from './tell.ts'

/** How long after its sending a message can be edited, and deleted for everyone, in service ms. */
export const EDIT_WINDOW_MS = 15 * 60_000
export const DELETE_WINDOW_MS = 60 * 3_600_000

/** Why a change was not made; nothing when it was. */
export type Changed = RefusalReason | undefined

export function edit(sim: Sim, chat: SimChat, message: SimMessage, by: Phone, text: string): Changed {
  if (message.author !== by) return 'not_your_message'
  if (message.deletedAt !== null) return 'unknown_message'
  const content = withText(message.content, text)
  if (!content) return 'nothing_to_change'
  const now = sim.clock.now()
  if (now - message.at > EDIT_WINDOW_MS) return 'too_late'
  const before = textOf(message.content)
  message.content = content
  message.versions.push({ at: now, text })
  shown(sim, chat, message, view => ({ kind: 'edit', before, ...view }))
  return undefined
}

/** Deletes for everyone: one's own message, or as an administrator anyone's. */
export function revoke(sim: Sim, chat: SimChat, message: SimMessage, by: Phone): Changed {
  if (message.deletedAt !== null) return 'unknown_message'
  const admin = chat.kind === 'group' && chat.members.get(by)?.admin === true
  if (message.author !== by && !admin) return 'not_your_message'
  const now = sim.clock.now()
  if (now - message.at > DELETE_WINDOW_MS) return 'too_late'
  message.deletedAt = now
  shown(sim, chat, message, view => ({ kind: 'delete', ...view }))
  return undefined
}

/** Reacts with an emoji, or takes the reaction back with an empty text. */
export function react(sim: Sim, chat: SimChat, message: SimMessage, by: Phone, text: string): Changed {
  if (message.deletedAt !== null) return 'unknown_message'
  if (text === '') message.reactions.delete(by)
  else message.reactions.set(by, text)
  shown(sim, chat, message, view => ({ kind: 'reaction', by, text, ...view }))
  return undefined
}

/** Chooses options of a poll by their numbers; none withdraws the vote. */
export function vote(sim: Sim, chat: SimChat, message: SimMessage, by: Phone, options: readonly number[]): Changed {
  if (message.deletedAt !== null || message.content.kind !== 'poll') return 'unknown_message'
  const { poll } = message.content
  const chosen = [...new Set(options)].slice(0, poll.single ? 1 : undefined)
  if (chosen.length === 0) message.votes.delete(by)
  else message.votes.set(by, chosen)
  const words = chosen.flatMap(option => poll.options[option] ?? [])
  shown(sim, chat, message, view => ({ kind: 'vote', by, options: words, ...view }))
  return undefined
}

type Shown = Pick<Extract<Parameters<Sim['journal']['add']>[0], { kind: 'delete' }>, 'chatId' | 'messageId' | 'message'>

function shown(
  sim: Sim,
  chat: SimChat,
  message: SimMessage,
  entry: (view: Shown) => Parameters<Sim['journal']['add']>[0],
): void {
  message.seq = sim.journal.nextSeq
  tellMessage(sim, chat, message)
  sim.journal.add(entry({ chatId: chat.id, messageId: message.id, message: viewMessage(sim.world, chat, message) }))
}
