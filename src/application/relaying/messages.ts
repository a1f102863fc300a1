import type { IncidentEffect, StoredEffect } from '../../dispatch/incident/effects.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import { nameOf } from '../../dispatch/vocabulary.ts'
import type { PairedChat } from '../ports/chats.ts'
import type { ApplicationStores } from '../ports/stores.ts'
import type { Deliver } from './deliver.ts'

type MessageEffect = StoredEffect<Extract<IncidentEffect, { kind: 'message' }>>

/** The control room's message goes on record, then to each group: its words first, then its point. */
export const createMessages =
  (
    { talk }: Pick<ApplicationStores, 'talk'>,
    { deliver, cardFor }: Deliver,
    chatOf: (incident: Incident, assignment: string) => Promise<PairedChat | null>,
  ) =>
  async (incident: Incident, effect: MessageEffect): Promise<void> => {
    const { assignments, text, venue, urgent, by, at } = effect
    const id = `${incident.id}:${effect.id}`
    const said = text === undefined ? {} : { text }
    const { centre } = incident
    await talk.add({
      id,
      direction: 'out',
      centre,
      incident: incident.id,
      by,
      at,
      venue,
      urgent,
      to: assignments,
      ...said,
    })
    const parts = [...(text === undefined ? [] : (['words'] as const)), ...(venue ? (['venue'] as const) : [])]
    const byName = nameOf(by)
    for (const assignment of assignments) {
      const chat = await chatOf(incident, assignment)
      if (!chat) continue
      const { token } = await cardFor(incident.id, assignment, chat)
      for (const part of parts) {
        const content = {
          kind: 'message',
          incident: incident.id,
          assignment,
          message: id,
          part,
          urgent,
          byName,
          ...said,
        } as const
        await deliver(`${id}:${assignment}:${part}:${chat.id}`, chat, content, token)
      }
    }
  }
