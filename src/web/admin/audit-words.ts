import type { AuditTrail } from '../../admin-api/contract/index.ts'
import type { WebTexts } from '../../i18n/web-id.ts'

export type AuditEntry = AuditTrail['entries'][number]

/** What was done, as a sentence; a word of a later version of the product stands there as it is. */
export const auditSentence = ({ what, subject, label, change }: AuditEntry, { trail }: WebTexts): string => {
  const topic = change?.after?.topic ?? change?.before?.topic
  const named = label ?? (typeof topic === 'string' ? `“${topic}”` : subject)
  const say = (trail.sentences as Readonly<Record<string, (subject: string) => string>>)[what]
  return say ? say(named) : trail.other(what, named)
}

export interface ChangedField {
  name: string
  before: unknown
  after: unknown
}

/** The fields that changed, each once, as they were and as they are. */
export const changedFields = ({ change }: AuditEntry): ChangedField[] => {
  if (!change) return []
  const { before, after } = change
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map(name => ({
    name,
    before: before?.[name] ?? null,
    after: after?.[name] ?? null,
  }))
}
