import { z } from 'zod'
import { conflictFields } from '../../dispatch/duplicates/conflicts.ts'
import { contactKinds } from '../../dispatch/vocabulary.ts'
import { stepView, unitView } from './assignments.ts'
import { callDeskFields, numberView } from './call-desk.ts'
import { handOverView } from './lifecycle.ts'
import { assignmentStatuses, incidentStatuses } from './statuses.ts'
import { positionView, talkView } from './talk.ts'
import {
  agencyAction,
  assignmentRole,
  bilingual,
  callClass,
  declineReason,
  duty,
  facts,
  handling,
  hazard,
  instant,
  point,
  priority,
  reportOutcome,
  typed,
  victims,
} from './words.ts'

/** What the service answers: the views of `src/application/views.ts`, field for field (a test holds both together). */

export const taken = z.object({ by: z.string(), at: instant, until: instant }).meta({ id: 'TakenView' })
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

const fact = z.union([hazard, z.enum(['injured', 'sick', 'trapped', 'missing', 'noCasualties'])])
const reason = z.union([
  z.object({ kind: z.literal('lead') }),
  z.object({ kind: z.literal('card') }),
  z.object({ kind: z.literal('fact'), fact }),
  z.object({ kind: z.literal('keep'), fact }),
  z.object({ kind: z.literal('substitute'), agency: z.string(), assignment: z.string() }),
])

const channelState = z.enum(['ok', 'down', 'none'])
const postReason = z.union([
  z.object({ kind: z.enum(['kelurahan', 'kecamatan']), area: z.string() }),
  z.object({ kind: z.literal('nearest'), metres: z.number() }),
])
const contactKind = z.enum(contactKinds)

export const proposedAgencyView = z
  .object({
    agency: z.string(),
    name: z.string(),
    role: assignmentRole,
    mode: z.enum(['alert', 'offer']),
    duty,
    reasons: z.array(reason),
    channel: channelState,
    post: z.object({ code: z.string(), name: z.string(), reason: postReason, why: bilingual }).nullable(),
    posts: z.array(z.object({ code: z.string(), name: z.string(), channel: channelState })),
  })
  .meta({ id: 'ProposedAgencyView' })

export const assignmentView = z
  .object({
    id: z.string(),
    agency: z.string(),
    name: z.string(),
    post: z.object({ code: z.string(), name: z.string() }).nullable(),
    role: assignmentRole,
    duty,
    status: z.enum(assignmentStatuses),
    contact: z.object({
      tried: z.array(z.object({ to: contactKind, at: instant, failed: z.boolean() })),
      next: z.object({ to: contactKind, at: instant }).nullable(),
    }),
    delivery: z.enum(['waiting', 'sent', 'read', 'doubtful', 'failed', 'byPhone']),
    notifiedAt: instant.nullable(),
    actions: z.array(agencyAction),
    undo: z.object({ seq: z.number(), until: instant }).nullable(),
    declineReason: declineReason.exactOptional(),
    report: z
      .object({
        outcome: reportOutcome,
        text: z.string(),
        victims: z.number().exactOptional(),
        units: z.string().exactOptional(),
        actions: z.string().exactOptional(),
        obstacles: z.string().exactOptional(),
        at: instant,
        by: z.string(),
      })
      .exactOptional(),
    returnedRemark: z.string().exactOptional(),
    waivedReason: z.string().exactOptional(),
    required: z.boolean(),
    replaces: z.string().nullable(),
    replacedBy: z.string().nullable(),
    sitrep: z.object({ askedAt: instant.nullable(), receivedAt: instant.nullable() }).nullable(),
    steps: z.array(stepView),
    units: z.array(unitView),
  })
  .meta({ id: 'AssignmentView' })

export const timelineEntryView = z
  .object({ seq: z.number(), at: instant, recordedAt: instant, by: z.string(), type: z.string(), facts })
  .meta({ id: 'TimelineEntryView' })

export const photoView = z
  .object({ id: z.string(), assignment: z.string(), by: z.string(), at: instant, url: z.string() })
  .meta({ id: 'PhotoView' })

const who = z.union([
  z.object({ kind: z.literal('user'), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('member'), chat: z.string(), id: z.string(), name: z.string() }),
  z.object({ kind: z.literal('system') }),
])

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

export const phoneTaskView = z
  .object({
    id: z.string(),
    assignment: z.string(),
    cause: z.enum(['unreachable', 'unanswered', 'update', 'closure']),
    raisedAt: instant,
    attempts: z.array(
      z.object({ at: instant, by: who, outcome: z.literal('noAnswer'), number: z.number().exactOptional() }),
    ),
    done: z.object({ at: instant, by: who, outcome: z.enum(['accepted', 'declined', 'told', 'moot']) }).exactOptional(),
    agency: z.string(),
    post: z.string().nullable(),
    numbers: z.array(z.string()),
    phone: z.string().nullable(),
    round: z.number(),
  })
  .meta({ id: 'PhoneTaskView' })

export const attentionItem = z
  .object({
    id: z.string(),
    kind: z.enum([
      'declined',
      'handedBack',
      'backup',
      'obstacle',
      'unreachable',
      'phonesSilent',
      'unattended',
      'nobodyLeft',
      'reportOverdue',
      'sitrepOverdue',
      'handOverRefused',
      'handOverReceived',
    ]),
    assignment: z.string().exactOptional(),
    at: instant,
    doneAt: instant.exactOptional(),
    doneBy: z.string().exactOptional(),
    clock: z.string().nullable(),
    climbsAt: instant.nullable(),
    taken: taken.exactOptional(),
  })
  .meta({ id: 'AttentionItem' })

export const signalView = z
  .object({
    key: z.string(),
    kind: z.enum(['handOff', 'attention', 'phoneTask', 'escalation']),
    what: z.string(),
    name: bilingual.exactOptional(),
    at: instant,
    urgent: z.boolean(),
    agency: z.string().nullable(),
  })
  .meta({ id: 'SignalView' })

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
