import { isDeepStrictEqual } from 'node:util'
import { awaited } from '../../dispatch/clocks/contact.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import { contactsOf } from '../../dispatch/incident/contacts.ts'
import type { Incident, IncidentStatus } from '../../dispatch/incident/incident.ts'
import { type ContactKind, system } from '../../dispatch/vocabulary.ts'
import type { ApplicationDeps, Dispatcher } from '../context.ts'
import { noteOf } from '../delivering/note-of.ts'
import type { ChannelName } from '../ports/channel.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { ChatHealth } from './chat-health.ts'

/** A chat that is red because of its channel, not by itself: the channel's return makes it green again. */
const lostDetail = (channel: ChannelName): string => `saluran ${channel} terputus`

/** A closed one waits for the notice of it. */
const concerned = ['dispatched', 'closing', 'closed'] as const satisfies IncidentStatus[]
/** How many open incidents of a centre are looked at. */
const openLimit = 500

/**
 * A whole channel goes: its chats turn red (which tells administrators and supervisors, and has every new alert go
 * elsewhere), each agency that was being reached through it moves to its next rung, and news that waits there is phoned.
 */
export const createChannelLoss = (
  { stores }: Pick<ApplicationDeps, 'stores'>,
  dispatcher: Dispatcher,
  health: Pick<ChatHealth, 'isDown' | 'isBack'>,
) => {
  const chatsOf = async (centre: string, channel: ChannelName): Promise<PairedChat[]> =>
    (await stores.chats.list(centre)).filter(chat => chat.channel === channel)

  /** Whether everything that the assignment's present rung sent went through chats of the lost channel. */
  const dependsOn = async (incident: Incident, { id }: Assignment, to: ContactKind, lost: ReadonlySet<string>) => {
    const sent = (await stores.deliveries.forIncident(incident.id)).filter(
      ({ content, status }) =>
        content.kind === 'alert' && content.assignment === id && (content.to ?? 'group') === to && status !== 'failed',
    )
    return sent.length > 0 && sent.every(({ chat }) => lost.has(chat))
  }

  const climb = async (incident: Incident, lost: ReadonlySet<string>, outage: string): Promise<void> => {
    for (const assignment of awaited(incident)) {
      const to = contactsOf(assignment).at(-1)?.to ?? 'group'
      if (to === 'phone' || !(await dependsOn(incident, assignment, to, lost))) continue
      const command = { type: 'NoteDelivery', assignment: assignment.id, result: 'lost', to } as const
      await dispatcher.incident(incident.id, command, {
        commandId: `lost:${outage}:${assignment.id}:${to}`,
        by: system,
      })
    }
  }

  /** What was to be heard in the lost chats, and is heard in no other: somebody phones, and nothing waits for it. */
  const giveUpWords = async (incident: Incident, lost: ReadonlySet<string>, outage: string): Promise<void> => {
    const open = (await stores.deliveries.forIncident(incident.id)).filter(
      ({ content, status }) => content.kind !== 'alert' && status !== 'failed' && status !== 'digested',
    )
    for (const { id, chat, content, status } of open) {
      const note = lost.has(chat) && status !== 'sent' ? noteOf(content, false) : null
      if (!note || open.some(other => !lost.has(other.chat) && isDeepStrictEqual(other.content, content))) continue
      await dispatcher.incident(note.incident, note.what, { commandId: `lost:${outage}:${id}`, by: system })
    }
  }

  return {
    channelLost: async (channel: ChannelName, outage: string): Promise<void> => {
      for (const { code: centre } of await stores.directory.centres()) {
        const chats = await chatsOf(centre, channel)
        if (chats.length === 0) continue
        for (const chat of chats) await health.isDown(chat, lostDetail(channel))
        const lost = new Set(chats.map(({ id }) => id))
        const open = await stores.incidents.list({ centre, statuses: concerned, limit: openLimit })
        for (const incident of open) {
          await climb(incident, lost, outage)
          await giveUpWords(incident, lost, outage)
        }
      }
    },
    channelBack: async (channel: ChannelName): Promise<void> => {
      for (const { code: centre } of await stores.directory.centres()) {
        for (const chat of await chatsOf(centre, channel)) {
          if (chat.health.status === 'down' && chat.health.detail === lostDetail(channel)) await health.isBack(chat)
        }
      }
    },
  }
}
