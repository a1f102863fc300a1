import type { Assignment } from '../../dispatch/incident/assignment.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import { isWorking } from '../../dispatch/incident/standing.ts'
import type { ChatCommands } from '../application.ts'
import type { ActiveCommands } from '../commands/active.ts'
import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import { lanes } from '../ports/deliveries.ts'
import type { Deliver } from '../relaying/deliver.ts'

/** Most cards that one `/aktif` shows: a group takes twenty messages a minute, and alerts must find room. */
export const maxShown = 10
/** How long a chat is not shown its cards again, ms of service time. */
export const quietMs = 60_000

interface Open {
  incident: Incident
  assignment: Assignment
}

/** `/aktif`: a line for each open incident of the agency, then its cards once more, with live buttons. */
export const createActive = (
  { stores, serviceClock }: ApplicationDeps,
  { cardFor, deliver }: Deliver,
  notify: ChatCommands['notify'],
): ActiveCommands => {
  const openOf = async (centre: string, agency: string): Promise<Open[]> => {
    const incidents = await stores.incidents.list({ centre, statuses: ['dispatched', 'closing'], limit: 500 })
    return incidents
      .flatMap(incident => {
        const assignment = incident.assignments.findLast(one => one.agency === agency && isWorking(one))
        return assignment ? [{ incident, assignment }] : []
      })
      .sort((a, b) => b.assignment.createdAt - a.assignment.createdAt)
  }

  const cardOf = async (commandId: string, chat: PairedChat, { incident, assignment }: Open): Promise<void> => {
    const card = await cardFor(incident.id, assignment.id, chat)
    const content = { kind: 'alert', incident: incident.id, assignment: assignment.id } as const
    // behind the list, and never before an alert that nobody has seen yet
    await deliver(`${card.id}:anew:${commandId}`, chat, content, card.token, lanes.prompt)
  }

  return {
    showActive: async (commandId, from, replyTo) => {
      const chat = await stores.chats.byAddress(from.channel, from.address)
      if (!chat) return
      const { audience } = chat
      if (audience.kind !== 'agency' && audience.kind !== 'contact') {
        return notify(commandId, chat, 'activeForAgencies', {}, replyTo)
      }
      const open = await openOf(chat.centre, audience.agency)
      if (open.length === 0) return notify(commandId, chat, 'nothingActive', {}, replyTo)
      if (!(await stores.leases.take(`aktif:${chat.id}`, commandId, serviceClock.now(), quietMs))) {
        return notify(commandId, chat, 'activeJustShown', { count: open.length }, replyTo)
      }
      const shown = open.slice(0, maxShown)
      await notify(commandId, chat, 'active', listed(shown, open.length), replyTo)
      for (const one of shown) await cardOf(commandId, chat, one)
    },
  }
}

/** Numbers and states only: what happened stands on the cards, as far as this chat may see it. */
const listed = (shown: readonly Open[], count: number): Record<string, string | number> => ({
  count,
  ...Object.fromEntries(
    shown.flatMap(({ incident, assignment }, index) => [
      [`number${index + 1}`, incident.number],
      [`status${index + 1}`, assignment.standing.status],
    ]),
  ),
})
