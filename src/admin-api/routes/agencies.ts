import { isDeepStrictEqual } from 'node:util'
import type { Agency } from '../../application/ports/administration.ts'
import { agencyChange, agencyList, agencyView, newAgency } from '../contract/administration.ts'
import { found, Refused } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { normalisePhone } from '../phone-number.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { id, ofCentre } from './parameters.ts'

const agencies = '/api/admin/centres/{centre}/agencies'

/** The agencies of a centre: read by all who work there, kept by its administrator. */
export const agencyRoutes = (services: Services): Route[] => {
  const { directory } = services
  return [
    centreRoute({
      method: 'get',
      path: '/api/centres/{centre}/agencies',
      name: 'listAgencies',
      summary: 'Active agencies, to choose one that no run card proposes',
      right: 'readService',
      params: ofCentre,
      reply: agencyList,
      handle: async ({ centre }) => ({
        agencies: (await directory.agencies(centre.code)).filter(({ active }) => active).map(viewOf),
      }),
    }),
    centreRoute({
      method: 'get',
      path: agencies,
      name: 'listAllAgencies',
      summary: 'Agencies, also those that take no more work',
      right: 'administer',
      params: ofCentre,
      reply: agencyList,
      handle: async ({ centre }) => ({ agencies: (await directory.agencies(centre.code)).map(viewOf) }),
    }),
    centreRoute({
      method: 'post',
      path: agencies,
      name: 'addAgencyToCentre',
      summary: 'Adds an agency',
      right: 'administer',
      params: ofCentre,
      body: newAgency,
      status: 201,
      reply: agencyView,
      handle: async ({ centre, from, body }) => {
        const agency = { ...body, centre: centre.code, active: true, dutyPhone: plainNumber(body.dutyPhone) }
        const before = await directory.agency(centre.code, body.code)
        if (before && isDeepStrictEqual(viewOf(before), viewOf(agency))) return viewOf(before)
        if (before) throw new Refused('alreadyExists')
        await directory.putAgency(agency)
        await note(services, from, centre.code, 'agencyAdded', agency.code)
        return viewOf(agency)
      },
    }),
    centreRoute({
      method: 'patch',
      path: `${agencies}/{agency}`,
      name: 'changeAgency',
      summary: 'Changes an agency',
      right: 'administer',
      params: ofCentre.extend({ agency: id }),
      body: agencyChange,
      reply: agencyView,
      handle: async ({ centre, params, from, body }) => {
        const before = found(await directory.agency(centre.code, params.agency))
        const { dutyPhone = before.dutyPhone } = body
        const agency = { ...before, ...body, dutyPhone: plainNumber(dutyPhone) }
        await directory.putAgency(agency)
        await note(services, from, centre.code, 'agencyChanged', agency.code)
        return viewOf(agency)
      },
    }),
  ]
}

const plainNumber = (phone: string | null): string | null => (phone === null ? null : normalisePhone(phone))

const viewOf = ({ centre, code, name, transports, dutyPhone, active }: Agency): Agency => ({
  centre,
  code,
  name,
  transports,
  dutyPhone,
  active,
})
