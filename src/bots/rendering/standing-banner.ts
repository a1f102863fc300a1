import type { IncidentFacts } from '../../application/ports/renderer.ts'
import type { Assignment, AssignmentStatus } from '../../dispatch/incident/assignment.ts'
import { assignmentOf, type IncidentStatus } from '../../dispatch/incident/incident.ts'
import { banners, labels } from '../../i18n/chat/id/card.ts'
import { declineReasons } from '../../i18n/chat/id/words.ts'
import type { Line } from './rich-text.ts'

const byPhase: Partial<Record<IncidentStatus, string>> = {
  cancelled: banners.cancelled,
  merged: banners.merged,
  handedOver: banners.handedOver,
  closed: banners.closed,
  archived: banners.closed,
}

const byStanding: Partial<Record<AssignmentStatus, string>> = {
  declined: banners.declined,
  handedBack: banners.handedBack,
  stoodDown: banners.stoodDown,
}

/** What a card says above all else when there is nothing left to do: the incident is over, or the agency is out. */
export const shutBanner = (facts: IncidentFacts, { standing }: Assignment, cut: (text: string) => string): Line[] => {
  const { phase } = facts.incident
  const banner = byPhase[phase.status] ?? byStanding[standing.status]
  if (banner === undefined) return []
  const reason = phase.status === 'cancelled' ? spoken(facts, phase.reason) : undefined
  return [[{ bold: banner }], reason !== undefined && `${labels.reason}${cut(reason)}`, []]
}

/** Why the agency is out; free words stay out of groups when the type is restricted. */
export const endReason = (facts: IncidentFacts, { standing }: Assignment, cut: (text: string) => string): Line => {
  if (standing.status === 'declined') return `${labels.reason}${declineReasons[standing.reason]}`
  if (standing.status !== 'stoodDown') return null
  if ('replacedBy' in standing) return replacedLine(facts, standing.replacedBy)
  const reason = spoken(facts, standing.reason)
  return reason === undefined ? null : `${labels.reason}${cut(reason)}`
}

const replacedLine = ({ incident }: IncidentFacts, replacedBy: string): Line => {
  const agency = assignmentOf(incident, replacedBy)?.agency
  return agency === undefined ? null : `${labels.replacedBy}${agency}`
}

const spoken = (facts: IncidentFacts, ref: string): string | undefined =>
  facts.incident.restricted ? undefined : facts.texts.get(ref)
