import { type Incident, isOver } from '../../dispatch/incident/incident.ts'
import type { Actor } from '../../dispatch/vocabulary.ts'
import type { AnyRefusal, Presser, PressOutcome } from '../application.ts'
import type { PairedChat } from '../ports/chats.ts'

/** A person of a paired chat. */
export type Member = Extract<Actor, { kind: 'member' }>

export const memberOf = (chat: PairedChat, presser: Presser): Member => ({
  kind: 'member',
  chat: chat.id,
  id: presser.personId,
  name: presser.personName,
})

export const refused = (refusal: AnyRefusal): PressOutcome => ({ kind: 'refused', refusal })

export const done = (code: string, params: Record<string, string | number> = {}): PressOutcome => ({
  kind: 'done',
  code,
  params,
})

/** Set once the incident is closed, archived, cancelled or merged: its chats change and see nothing of it any more. */
export const refusedWhenOver = (incident: Incident): PressOutcome | null => {
  const { status } = incident.phase
  if (status !== 'closed' && !isOver(incident)) return null
  return refused({ code: 'incidentOver', params: { number: incident.number, status } })
}
