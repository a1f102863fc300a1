import { z } from 'zod'
import { conflictFields } from '../../dispatch/duplicates/conflicts.ts'
import { callDeskFields, numberView } from './call-desk.ts'
import { handOverView } from './lifecycle.ts'
import { assignmentView, proposedAgencyView } from './panel.ts'
import { attentionItem, phoneTaskView, signalView, taken } from './signals.ts'
import { assignmentStatuses, incidentStatuses } from './statuses.ts'
import { positionView, talkView } from './talk.ts'
import { bilingual, callClass, facts, handling, hazard, instant, point, priority, typed, victims } from './words.ts'

/** What the service answers: the views of `src/application/views.ts`, field for field (a test holds both together). */

export const owner = z.object({ id: z.string(), name: z.string() }).meta({ id: 'OwnerView' })

export const clockView = z
  .object({
    key: z.string(),
    id: z.string(),
    name: bilingual,
    kind: z.enum(['desk', 'response', 'report', 'figure']),
    basis: z.enum(['seed', 'reading', 'internal']),
    published: z.object({ targetSeconds: z.number(), limitSeconds: z.number() }).exactOptional(),
    agency: z.string().exactOptional(),
    startedAt: instant,
    targetSeconds: z.number(),
    limitSeconds: z.number(),
    state: z.enum(['running', 'stopped', 'ended']),
    stoppedAt: instant.exactOptional(),
    rungsFired: z.array(z.string()),
    silencedUntil: instant.exactOptional(),
    taken: taken.exactOptional(),
  })
  .meta({ id: 'ClockView' })

export const callSummary = z
  .object({
    id: z.string(),
    centre: z.string(),
    status: z.enum(['open', 'classified', 'resolved', 'ended']),
    callClass: callClass.nullable(),
    openedAt: instant,
    endedAt: instant.nullable(),
    operator: z.string(),
    phone: z.string().nullable(),
    callerName: z.string().nullable(),
    incident: z.string().nullable(),
    attached: z.object({ incident: z.string(), at: instant, by: z.string() }).nullable(),
    resolution: z
      .object({
        kind: z.string(),
        topic: z.string().exactOptional(),
        answer: z.string().exactOptional(),
        receiver: z.string().exactOptional(),
        note: z.string().exactOptional(),
        ticket: z.string().exactOptional(),
      })
      .nullable(),
    ...callDeskFields,
    clocks: z.array(clockView),
  })
  .meta({ id: 'CallSummary' })

export const callView = callSummary
  .extend({
    history: z.array(z.object({ call: z.string(), openedAt: instant, callClass: callClass.nullable() })),
    number: numberView.nullable(),
  })
  .meta({ id: 'CallView' })

export const intakeView = z
  .object({
    reporterName: typed(z.string()).exactOptional(),
    reporterPhone: typed(z.string()).exactOptional(),
    type: typed(z.string()).exactOptional(),
    location: typed(z.string()).exactOptional(),
    address: typed(z.string()).exactOptional(),
    landmark: typed(z.string()).exactOptional(),
    point: typed(point).exactOptional(),
    condition: typed(z.string()).exactOptional(),
    passable: typed(z.boolean()).exactOptional(),
    handlingSoFar: typed(z.string()).exactOptional(),
    victims: typed(victims).exactOptional(),
    hazards: z.array(hazard),
  })
  .meta({ id: 'IntakeView' })

export const timelineEntryView = z
  .object({ seq: z.number(), at: instant, recordedAt: instant, by: z.string(), type: z.string(), facts })
  .meta({ id: 'TimelineEntryView' })

export const photoView = z
  .object({ id: z.string(), assignment: z.string(), by: z.string(), at: instant, url: z.string() })
  .meta({ id: 'PhotoView' })

export const furtherReportView = z
  .object({
    call: z.string(),
    at: instant,
    by: z.string(),
    phone: z.string().nullable(),
    callerName: z.string().nullable(),
    continued: z.boolean(),
    answers: intakeView.omit({ reporterName: true, reporterPhone: true }),
  })
  .meta({ id: 'FurtherReportView' })

const told = { by: z.string(), at: instant }
export const conflictView = z
  .object({
    field: z.enum(conflictFields),
    answers: z.array(
      z.object({ call: z.string(), ...told, value: z.union([z.string(), z.number(), z.boolean(), point]) }),
    ),
    crew: z.array(z.object({ agency: z.string(), ...told, value: z.number() })).exactOptional(),
  })
  .meta({ id: 'ConflictView' })

export const incidentSummary = z
  .object({
    id: z.string(),
    number: z.string(),
    centre: z.string(),
    status: z.enum(incidentStatuses),
    priority,
    type: z.string().nullable(),
    typeName: bilingual.nullable(),
    place: z.string().nullable(),
    point: point.nullable(),
    openedAt: instant,
    backEntered: z.boolean(),
    agencies: z.array(z.object({ agency: z.string(), status: z.enum(assignmentStatuses) })),
    worstClock: clockView.nullable(),
    owner: owner.nullable(),
    ownerPing: z.object({ clock: z.string(), at: instant }).nullable(),
    attentionCount: z.number(),
    phoneTaskCount: z.number(),
    signals: z.array(signalView),
    longOperation: z.enum(['running', 'ended']).nullable(),
    handedOverFrom: z.object({ centre: z.string(), number: z.string(), reason: z.string() }).nullable(),
  })
  .meta({ id: 'IncidentSummary' })

export const incidentView = incidentSummary
  .extend({
    handling,
    restricted: z.boolean(),
    version: z.number(),
    rules: z.object({ profile: z.string(), profileVersion: z.number(), runCards: z.number() }),
    calls: z.array(z.string()),
    submittedAt: instant.nullable(),
    intake: intakeView,
    missing: z.array(z.string()),
    proposal: z.object({ priority, agencies: z.array(proposedAgencyView) }),
    assignments: z.array(assignmentView),
    clocks: z.array(clockView),
    phoneTasks: z.array(phoneTaskView),
    attention: z.array(attentionItem),
    timeline: z.array(timelineEntryView),
    photos: z.array(photoView),
    talk: z.array(talkView),
    positions: z.array(positionView),
    furtherReports: z.array(furtherReportView),
    conflicts: z.array(conflictView),
    merged: z.object({ into: z.string(), number: z.string(), ...told }).nullable(),
    cancelReason: z.string().nullable(),
    reopenableUntil: instant.nullable(),
    handOver: handOverView.nullable(),
    longOperations: z.array(z.object({ from: instant, until: instant.nullable(), by: z.string() })),
    allowed: z.array(z.string()),
  })
  .meta({ id: 'IncidentView' })

export const runCardView = z
  .object({ code: z.string(), name: bilingual, priority: z.number(), restricted: z.boolean() })
  .meta({ id: 'RunCardView' })

export const callList = z.object({ calls: z.array(callSummary) }).meta({ id: 'CallList' })
export const incidentList = z.object({ incidents: z.array(incidentSummary) }).meta({ id: 'IncidentList' })
export const runCardList = z.object({ runCards: z.array(runCardView) }).meta({ id: 'RunCardList' })
