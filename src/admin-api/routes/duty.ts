import { z } from 'zod'
import {
  colleagueList,
  dutyList,
  dutyView,
  escalationsView,
  handedOver,
  handoverView,
  newHandover,
  newShift,
  shiftView,
} from '../contract/duty.ts'
import { empty } from '../contract/inputs.ts'
import { allDone, done } from '../contract/session.ts'
import { granted } from '../http/refused.ts'
import { centreRoute, type Route } from '../http/route.ts'
import { normalisePhone } from '../phone-number.ts'
import type { Services } from '../services.ts'
import { note } from './audit.ts'
import { requireOwnIncident } from './own.ts'
import { id, ofCentre } from './parameters.ts'

const shifts = '/api/centres/{centre}/duty-list'
const handover = '/api/centres/{centre}/handover'

const period = z.strictObject({
  from: z.coerce.number().int().meta({ description: 'Service time, ms since 1970 UTC' }),
  until: z.coerce.number().int().meta({ description: 'Service time, ms since 1970 UTC' }),
})

/** Who stands ready, and how one shift gives its work to the next. */
export const dutyRoutes = (services: Services): Route[] => {
  const { duty, queries } = services.application
  return [
    centreRoute({
      method: 'get',
      path: '/api/centres/{centre}/duty',
      name: 'readDuty',
      summary: 'Who is on duty now: by the duty list, or by the own switch',
      right: 'readService',
      params: ofCentre,
      reply: dutyView,
      handle: ({ centre }) => duty.onDuty(centre.code),
    }),
    centreRoute({
      method: 'get',
      path: '/api/centres/{centre}/colleagues',
      name: 'listColleagues',
      summary: 'Who works in the room: those who can stand on the duty list or take over a shift',
      right: 'readService',
      params: ofCentre,
      reply: colleagueList,
      handle: async ({ centre }) => ({
        users: (await services.directory.users()).flatMap(({ id: user, name, role, active, centres }) =>
          active && role !== 'administrator' && centres.includes(centre.code) ? [{ id: user, name, role }] : [],
        ),
      }),
    }),
    centreRoute({
      method: 'get',
      path: '/api/centres/{centre}/escalations',
      name: 'readEscalations',
      summary: 'Clocks that pinged somebody, and where the contact ladders of silent agencies stand',
      right: 'readService',
      params: ofCentre,
      reply: escalationsView,
      handle: ({ centre }) => queries.escalations(centre.code),
    }),
    centreRoute({
      method: 'get',
      path: shifts,
      name: 'listShifts',
      summary: 'Shifts that touch a period, by their beginning',
      right: 'readService',
      params: ofCentre,
      query: period,
      reply: dutyList,
      handle: async ({ centre, query }) => ({ shifts: await duty.shifts(centre.code, query.from, query.until) }),
    }),
    centreRoute({
      method: 'post',
      path: shifts,
      name: 'addShift',
      summary: 'Puts a user, or an agency’s officer, on the duty list; shifts may overlap',
      right: 'keepDutyList',
      params: ofCentre,
      body: newShift,
      status: 201,
      reply: shiftView,
      handle: async ({ centre, from, body }) => {
        const { who } = body
        const named = who.kind === 'contact' && who.phone !== null ? { ...who, phone: normalisePhone(who.phone) } : who
        const shift = granted(await duty.addShift(from, centre.code, { ...body, who: named }))
        await note(services, from, centre.code, 'shiftAdded', shift.id)
        return shift
      },
    }),
    centreRoute({
      method: 'delete',
      path: `${shifts}/{shift}`,
      name: 'removeShift',
      summary: 'Takes a shift off the duty list',
      right: 'keepDutyList',
      params: ofCentre.extend({ shift: id }),
      body: empty,
      reply: done,
      handle: async ({ centre, from, params }) => {
        granted(await duty.removeShift(centre.code, params.shift))
        await note(services, from, centre.code, 'shiftRemoved', params.shift)
        return allDone
      },
    }),
    centreRoute({
      method: 'get',
      path: handover,
      name: 'readHandover',
      summary:
        'What the next shift must know: open incidents, phone tasks, attention items, call-backs, and who has them',
      right: 'readService',
      params: ofCentre,
      reply: handoverView,
      handle: ({ centre }) => duty.handover(centre.code),
    }),
    centreRoute({
      method: 'post',
      path: handover,
      name: 'handOver',
      summary: 'Gives the named open incidents, or all of the own ones, to another user',
      right: 'handOver',
      params: ofCentre,
      body: newHandover,
      reply: handedOver,
      handle: async ({ centre, from, body }) => {
        for (const incident of body.incidents ?? []) requireOwnIncident(centre.code, incident)
        const given = granted(await duty.handOver(from, centre.code, body))
        await note(services, from, centre.code, 'handedOver', given.id)
        return given
      },
    }),
  ]
}
