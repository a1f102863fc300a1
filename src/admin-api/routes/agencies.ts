import { isDeepStrictEqual } from 'node:util'
import type { Agency } from '../../application/ports/administration.ts'
import type { AssignmentStatus } from '../../dispatch/incident/assignment.ts'
import { standardContact } from '../../dispatch/profiles/ladders.ts'
import { agencyChange, agencyList, agencyView, allAgencies, newAgency } from '../contract/administration.ts'
import { found, Refused } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { plainNumber, plainNumbers } from '../phone-number.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { fieldChange, requireChanged } from './field-change.ts'
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
      summary: 'Agencies, also those that take no more work, and the times of an agency without its own',
      right: 'administer',
      params: ofCentre,
      reply: allAgencies,
      handle: async ({ centre }) => ({
        agencies: (await directory.agencies(centre.code)).map(viewOf),
        standardAnswerSeconds: standardContact.answerSeconds,
      }),
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
        const { commanderPhone = null, answerSeconds = null, dutyPhones } = body
        const numbers = { dutyPhones: plainNumbers(dutyPhones), commanderPhone: plainNumber(commanderPhone) }
        const agency = { ...body, ...numbers, answerSeconds, centre: centre.code, active: true }
        if (!(await directory.addAgency(agency))) {
          const before = found(await directory.agency(centre.code, body.code))
          if (isDeepStrictEqual(viewOf(before), viewOf(agency))) return viewOf(before)
          throw new Refused('alreadyExists')
        }
        const trail = { before: null, after: { ...viewOf(agency) } }
        await note(services, from, centre.code, 'agencyAdded', agency.code, trail)
        return viewOf(agency)
      },
    }),
    centreRoute({
      method: 'patch',
      path: `${agencies}/{agency}`,
      name: 'changeAgency',
      summary: 'Changes an agency; one that works on an open incident stays active',
      right: 'administer',
      params: ofCentre.extend({ agency: id }),
      body: agencyChange,
      reply: agencyView,
      handle: async ({ centre, params, from, body }) => {
        const { was = {}, ...given } = body
        const before = found(await directory.agency(centre.code, params.agency))
        const { dutyPhones, commanderPhone } = given
        const wanted = {
          ...given,
          ...(dutyPhones === undefined ? {} : { dutyPhones: plainNumbers(dutyPhones) }),
          ...(commanderPhone === undefined ? {} : { commanderPhone: plainNumber(commanderPhone) }),
        }
        const change = fieldChange(viewOf(before), wanted, was)
        if (!change) return viewOf(before)
        if (change.to.active === false) await requireNoJobs(services, centre.code, before.code)
        requireChanged(await directory.changeAgency(centre.code, before.code, change), change)
        const trail = { before: change.was, after: change.to }
        await note(services, from, centre.code, 'agencyChanged', before.code, trail)
        return viewOf({ ...before, ...change.to })
      },
    }),
  ]
}

/** Statuses in which nobody waits for the agency any more. */
const done: ReadonlySet<AssignmentStatus> = new Set([
  'received',
  'reportAccepted',
  'reportWaived',
  'declined',
  'handedBack',
  'stoodDown',
])
/** How many incidents a refusal names. */
const named = 5

/** @throws Refused while the agency works on an open incident: its crew would lose its buttons' meaning half-way */
const requireNoJobs = async ({ application: { queries } }: Services, centre: string, agency: string): Promise<void> => {
  const open = (await queries.incidents(centre)).filter(({ agencies: assigned }) =>
    assigned.some(one => one.agency === agency && !done.has(one.status)),
  )
  if (!open.length) return
  const numbers = open.slice(0, named).map(({ number }) => number)
  throw new Refused('agencyAtWork', { agency, count: open.length, incidents: numbers.join(', ') })
}

const viewOf = ({
  centre,
  code,
  name,
  transports,
  dutyPhones,
  commanderPhone,
  answerSeconds,
  active,
}: Agency): Agency => ({ centre, code, name, transports, dutyPhones, commanderPhone, answerSeconds, active })
