import type { Assignment } from '../../dispatch/incident/assignment.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import { type Actor, nameOf } from '../../dispatch/vocabulary.ts'
import type { AnyRefusalCode, Presser } from '../application.ts'
import type { PrivateAnswer } from '../commands/private-chat.ts'
import type { ApplicationDeps } from '../context.ts'
import type { PairedChat } from '../ports/chats.ts'
import { type Member, refusedWhenOver } from './press-outcome.ts'
import { loadSubject, type Subject } from './subject.ts'

/** What a private report is about, as it stands now. */
export interface DraftScene {
  incident: Incident
  assignment: Assignment
  /** the agency's group */
  chat: PairedChat
  subject: Subject
}

export const sceneOf = async (
  deps: ApplicationDeps,
  { incident, assignment, chat: id }: { incident: string; assignment: string; chat: string },
): Promise<DraftScene | null> => {
  const chat = await deps.stores.chats.byId(id)
  if (!chat) return null
  const subject = { chat, incident, assignment }
  const loaded = await loadSubject(deps, subject)
  return loaded && { ...loaded, chat, subject }
}

/** Why there is no report to write now: it is in, waived, not yet asked for, or the incident is over. */
export const notOpen = ({ incident, assignment: { standing } }: DraftScene): PrivateAnswer | null => {
  const over = refusedWhenOver(incident)
  if (over?.kind === 'refused') return over
  if (standing.status === 'cleared') return null
  if (!('report' in standing)) return refusal('notNow', { action: 'report', status: standing.status })
  const { by, at } = standing.report
  return refusal('alreadyDone', { action: 'report', by: nameOf(by), at })
}

/** Who else is at the report; null when nobody is. */
export const occupantOf = (
  { assignment: { standing } }: DraftScene,
  from: Pick<Presser, 'personId'>,
): Member | null => {
  const by = standing.status === 'cleared' ? standing.prompt?.by : undefined
  return by?.kind === 'member' && !isBy(by, from) ? by : null
}

export const isBy = (actor: Actor, { personId }: Pick<Presser, 'personId'>): boolean =>
  actor.kind === 'member' && actor.id === personId

export const refusal = (code: AnyRefusalCode, params: Record<string, string | number> = {}): PrivateAnswer => ({
  kind: 'refused',
  refusal: { code, params },
})
