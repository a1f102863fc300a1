import type { z } from 'zod'
import type { PastCallInput } from '../../application/commands/back-entry.ts'
import { handlingOf } from '../../application/rules/standards.ts'
import { backEntry } from '../contract/back-entry.ts'
import { callView } from '../contract/service.ts'
import { granted, Refused } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { normalisePhone } from '../phone-number.ts'
import { callIdFor } from '../record-ids.ts'
import { hasRight } from '../rights.ts'
import type { Services } from '../services.ts'
import { withPlainNumber } from './incidents.ts'
import { ofCentre } from './parameters.ts'

/** Calls that were taken on paper while the system was away. */
export const backEntryRoutes = ({ application }: Services): Route[] => [
  centreRoute({
    method: 'post',
    path: '/api/centres/{centre}/back-entries',
    name: 'enterPastCall',
    summary: 'Enters a call that was taken on paper, with the true times; pings nobody',
    right: 'enterPastCalls',
    params: ofCentre,
    body: backEntry,
    status: 201,
    reply: callView,
    handle: async ({ centre, who, from, body }) => {
      // An alert that goes out now is a dispatch, and wants its right.
      const alerts = body.incident?.agencies?.some(({ alert }) => alert) ?? false
      if (alerts && !hasRight(who.user.role, 'dispatchAgencies', handlingOf(centre.profile)))
        throw new Refused('forbidden')
      const callId = callIdFor(centre.code, from)
      return granted(await application.calls.enter(from, pastCallOf(centre.code, callId, body)))
    },
  }),
]

const pastCallOf = (
  centre: string,
  callId: string,
  { phone, name, incident, ...past }: z.output<typeof backEntry>,
): PastCallInput => ({
  ...past,
  centre,
  callId,
  phone: typeof phone === 'string' ? normalisePhone(phone) : null,
  name: name?.trim() || null,
  ...(incident && {
    incident: { ...incident, ...(incident.intake && { intake: withPlainNumber(incident.intake) }) },
  }),
})
