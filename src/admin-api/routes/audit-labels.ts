import type { AuditEntry } from '../../application/ports/records.ts'
import { type AuditWord, auditWords } from '../audit-words.ts'
import type { Services } from '../services.ts'

type Look = (services: Services, subject: string) => Promise<string | null>

const userName: Look = async ({ directory }, id) => (await directory.user(id))?.name ?? null
const chatTitle: Look = async ({ chats }, id) => (await chats.byId(id))?.title ?? null
const incidentNumber: Look = ({ application: { queries } }, id) => queries.incidentNumber(id)

const looks: Partial<Record<AuditWord, Look>> = {
  ...Object.fromEntries(auditWords.users.map(word => [word, userName])),
  chatPaired: chatTitle,
  chatsChecked: chatTitle,
  detailSeen: incidentNumber,
}

/** What people call the subject of each entry, where it has a name that is no secret; the same subject is asked once. */
export const createLabels = (services: Services) => {
  const known = new Map<string, Promise<string | null>>()
  return async ({ what, subject }: Pick<AuditEntry, 'what' | 'subject'>): Promise<string | null> => {
    const look = looks[what as AuditWord]
    if (!look) return null
    const label = known.get(subject) ?? look(services, subject)
    known.set(subject, label)
    return label
  }
}
