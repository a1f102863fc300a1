import type { Presser } from '../application.ts'
import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'

/**
 * Whether a person belongs to a paired group. The platform knows best; where it does not say (it answers about others
 * for sure only to administrators), whoever pressed or wrote there in this incident belongs to it.
 */
export const createMembership =
  ({ stores, channels }: ApplicationDeps) =>
  async ({ personId, channel }: Presser, chat: PairedChat, incident: string): Promise<boolean> => {
    if (channel !== chat.channel) return false
    const isMember = await channels.get(channel)?.isMember(chat.address, personId)
    if (typeof isMember === 'boolean') return isMember
    if (await stores.talk.hasFrom(incident, chat.id, personId)) return true
    const events = await stores.incidents.events(incident)
    return events.some(({ by }) => by.kind === 'member' && by.chat === chat.id && by.id === personId)
  }

export type IsMember = ReturnType<typeof createMembership>
