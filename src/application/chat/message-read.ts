import type { ChatCommands } from '../application.ts'
import type { ApplicationDeps } from '../context.ts'

/**
 * Keeps when a message of ours was read. A tick that overtakes the note of its sending finds nothing and is let go: the
 * desk then reads less than is known, never more.
 */
export const createMessageRead =
  ({ stores, live }: ApplicationDeps): ChatCommands['messageRead'] =>
  async (channel, address, messageId, at) => {
    for (const chat of await stores.chats.ofChat(channel, address.chat)) {
      const delivery = await stores.deliveries.read(chat.id, messageId, at)
      if (!delivery || !('incident' in delivery.content)) continue
      // a person's private chat serves all of that person's centres
      const incident = (await stores.incidents.load(delivery.content.incident))?.state
      if (incident) live.publish({ centre: incident.centre, topic: 'incident', id: incident.id })
    }
  }
