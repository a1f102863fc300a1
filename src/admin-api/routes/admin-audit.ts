import type { z } from 'zod'
import type { AuditEntry, AuditFilter } from '../../application/ports/records.ts'
import { periodOf } from '../../dispatch/figures/period.ts'
import { auditWords } from '../audit-words.ts'
import { auditQuery, auditTrail } from '../contract/audit.ts'
import { found, Refused } from '../http/refused.ts'
import { type Route, userRoute } from '../http/route.ts'
import { belongsTo, isGlobalAdministrator } from '../rights.ts'
import type { Services } from '../services.ts'
import { createLabels } from './audit-labels.ts'
import { nameOf } from './names.ts'

/** Who did what: read by administrators, each in their own centres; what belongs to none by those who have all. */
export const adminAuditRoutes = (services: Services): Route[] => {
  const { audit, directory } = services
  return [
    userRoute({
      method: 'get',
      path: '/api/admin/audit',
      name: 'readAudit',
      summary: 'The audit trail of a centre, newest first, with the fields that changed as they were and as they are',
      access: { kind: 'administration' },
      query: auditQuery,
      reply: auditTrail,
      handle: async ({ who, query }) => {
        const { centre, limit } = query
        if (centre === undefined && !isGlobalAdministrator(who.user)) throw new Refused('forbidden')
        if (centre !== undefined && !belongsTo(who.user, centre)) throw new Refused('forbidden')
        const zone =
          centre === undefined ? installationZone : found(await directory.centre(centre), 'unknownCentre').timeZone
        const entries = await audit.list(centre ?? null, limit, filterOf(query, zone))
        const last = entries.length === limit ? entries.at(-1) : undefined
        const labelOf = createLabels(services)
        const views = entries.map(async entry => ({ ...viewOf(entry), label: await labelOf(entry) }))
        return { entries: await Promise.all(views), next: last ? `${last.at}.${last.order}` : null }
      },
    }),
  ]
}

/** The days of what belongs to no centre: those of the capital. */
const installationZone = 'Asia/Jakarta'

type Query = z.infer<typeof auditQuery>

const filterOf = ({ kind, user, from, until, before }: Query, zone: string): AuditFilter => {
  const start = from === undefined ? undefined : periodOf(from, zone)?.from
  const end = until === undefined ? undefined : periodOf(until, zone)?.to
  return {
    ...(kind && { what: auditWords[kind] }),
    ...(user !== undefined && { user }),
    ...(start !== undefined && { from: start }),
    ...(end !== undefined && { to: end }),
    ...(before !== undefined && { before: placeOf(before) }),
  }
}

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
