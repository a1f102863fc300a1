import { z } from 'zod'
import { shiftRoles } from '../../application/ports/duty.ts'
import { callbackView } from './call-desk.ts'
import { assignmentView } from './panel.ts'
import { clockView, incidentSummary, owner } from './service.ts'
import { role } from './session.ts'
import { attentionItem, phoneTaskView } from './signals.ts'
import { freeText, instant, line, phoneNumber } from './words.ts'

/** Duty lists (daftar jaga) and handovers of shifts (serah terima). */

const shiftRole = z.enum(shiftRoles)
const contactDuty = z.enum(['dutyOfficer', 'agencyCommander'])
const oneLine = line
  .trim()
  .min(1)
  .regex(/^\P{Cc}*$/u, 'one line, no control characters')

const onList = z.union([
  z.strictObject({ kind: z.literal('user'), user: z.string().max(80), role: shiftRole }),
  z.strictObject({
    kind: z.literal('contact'),
    agency: z.string().max(40),
    duty: contactDuty,
    name: oneLine,
    phone: phoneNumber.nullable(),
  }),
])

export const newShift = z
  .strictObject({
    who: onList,
    from: z.int().meta({ description: 'Service time, ms since 1970 UTC; belongs to the shift' }),
    until: z.int().meta({ description: 'Service time, ms since 1970 UTC; belongs to the next shift' }),
  })
  .meta({ id: 'NewShift' })

export const shiftView = z
  .object({
    id: z.string(),
    who: z.union([
      z.object({ kind: z.literal('user'), user: z.string(), name: z.string(), role: shiftRole }),
      z.object({
        kind: z.literal('contact'),
        agency: z.string(),
        duty: contactDuty,
        name: z.string(),
        phone: z.string().nullable(),
      }),
    ]),
    from: instant,
    until: instant,
  })
  .meta({ id: 'ShiftView' })
export const dutyList = z.object({ shifts: z.array(shiftView) }).meta({ id: 'DutyList' })

const readyUser = z.object({
  user: z.string(),
  name: z.string(),
  role,
  by: z.array(z.enum(['list', 'switch'])),
  until: instant.nullable(),
})
export const dutyView = z
  .object({
    now: instant,
    users: z.array(readyUser),
    contacts: z.array(shiftView),
    allSupervisors: z.boolean(),
  })
  .meta({ id: 'DutyView' })

const ofIncident = { incident: z.string(), number: z.string(), owner: owner.nullable() }

export const handoverView = z
  .object({
    now: instant,
    incidents: z.array(incidentSummary),
    phoneTasks: z.array(phoneTaskView.extend(ofIncident)),
    attention: z.array(attentionItem.extend({ ...ofIncident, agency: z.string().nullable() })),
    callbacks: z.array(callbackView),
    onDuty: z.array(readyUser),
  })
  .meta({ id: 'HandoverView' })

export const newHandover = z
  .strictObject({
    to: z.string().max(80),
    incidents: z.array(z.string().max(160)).min(1).max(500).exactOptional(),
    note: freeText.exactOptional(),
  })
  .meta({ id: 'NewHandover' })
export const handedOver = z
  .object({ id: z.string(), to: owner, incidents: z.array(z.string()) })
  .meta({ id: 'HandedOverView' })

export const colleagueList = z
  .object({ users: z.array(z.object({ id: z.string(), name: z.string(), role: shiftRole })) })
  .meta({ id: 'ColleagueList' })

/** `src/application/queries/escalations.ts`, field for field. */
export const escalationsView = z
  .object({
    now: instant,
    incidents: z.array(
      z.object({
        ...ofIncident,
        priority: incidentSummary.shape.priority,
        clocks: z.array(clockView).meta({ description: 'Running, and past their limit or with a rung that fired' }),
        ladders: z.array(
          assignmentView
            .pick({ agency: true, status: true, contact: true })
            .extend({ assignment: z.string() })
            .meta({ description: 'Agencies that have not answered, and whom their contact ladder has tried' }),
        ),
      }),
    ),
  })
  .meta({ id: 'EscalationsView' })
