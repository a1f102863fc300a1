import type { AuditEntry } from '../../application/ports/records.ts'
import { auditQuery, auditTrail } from '../contract/audit.ts'
import { found, Refused } from '../http/refused.ts'
import { type Route, userRoute } from '../http/route.ts'
import { belongsTo, isGlobalAdministrator } from '../rights.ts'
import type { Services } from '../services.ts'
import { nameOf } from './names.ts'

/** Who did what: read by administrators, each in their own centres; what belongs to none by those who have all. */
export const adminAuditRoutes = ({ audit, directory }: Services): Route[] => [
  userRoute({
    method: 'get',
    path: '/api/admin/audit',
    name: 'readAudit',
    summary: 'The audit trail of a centre, newest first, with the fields that changed as they were and as they are',
    access: { kind: 'administration' },
    query: auditQuery,
    reply: auditTrail,
    handle: async ({ who, query: { centre, before, limit } }) => {
      if (centre === undefined && !isGlobalAdministrator(who.user)) throw new Refused('forbidden')
      if (centre !== undefined && !belongsTo(who.user, centre)) throw new Refused('forbidden')
      if (centre !== undefined) found(await directory.centre(centre), 'unknownCentre')
      const entries = await audit.list(centre ?? null, limit, before === undefined ? undefined : placeOf(before))
      const last = entries.length === limit ? entries.at(-1) : undefined
      return { entries: entries.map(viewOf), next: last ? `${last.at}.${last.order}` : null }
    },
  }),
]

const placeOf = (cursor: string): Pick<AuditEntry, 'at' | 'order'> => {
  const [at = '', order = ''] = cursor.split('.')
  return { at: Number(at), order: Number(order) }
}

const viewOf = ({ at, by, what, subject, change }: AuditEntry) => ({
  at,
  by: nameOf(by),
  user: by.kind === 'user' ? by.id : null,
  what,
  subject,
  ...(change && { change }),
})
