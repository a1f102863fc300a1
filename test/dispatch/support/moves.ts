import fc from 'fast-check'
import { type AgencyAction, agencyActions } from '../../../src/dispatch/incident/assignment.ts'
import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import type { Incident } from '../../../src/dispatch/incident/incident.ts'
import { type IntakeChange, missingLetters } from '../../../src/dispatch/incident/intake.ts'
import { isRequired, lastUndoable } from '../../../src/dispatch/incident/standing.ts'
import { buttonsOf } from '../../../src/dispatch/incident/transitions.ts'
import type { SopProfile } from '../../../src/dispatch/profiles/profile.ts'
import {
  type Actor,
  declineReasons,
  type Instant,
  phoneTaskOutcomes,
  reportOutcomes,
  system,
} from '../../../src/dispatch/vocabulary.ts'
import { houseFire, plan } from './beginnings.ts'
import { commandFor } from './in-status.ts'
import { member, operator, supervisor } from './people.ts'
import { start } from './time.ts'

/**
 * What may happen next, chosen without knowledge of the state: numbers are taken modulo what there is. Most moves make
 * sense, some do not; a sequence of them is an afternoon in a control room, with people who press the wrong thing.
 */
export type Move =
  | { kind: 'progress'; pick: number }
  | { kind: 'button'; who: number; pick: number }
  | { kind: 'action'; who: number; action: AgencyAction; by: number; secondsAgo: number | null }
  | { kind: 'undo'; who: number; by: number }
  | { kind: 'desk'; command: keyof typeof deskCommands; who: number; pick: number; by: number }
  | { kind: 'again' }
  | { kind: 'wait'; seconds: number; awake: boolean }

const small = fc.nat({ max: 7 })

const seconds = fc.oneof(
  { arbitrary: fc.nat({ max: 130 }), weight: 6 },
  { arbitrary: fc.nat({ max: 2000 }), weight: 3 },
  { arbitrary: fc.nat({ max: 200_000 }), weight: 1 },
)

export const moves = (): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.oneof(
      { arbitrary: fc.record({ kind: fc.constant('progress' as const), pick: small }), weight: 14 },
      { arbitrary: fc.record({ kind: fc.constant('button' as const), who: small, pick: small }), weight: 6 },
      {
        arbitrary: fc.record({
          kind: fc.constant('action' as const),
          who: small,
          action: fc.constantFrom(...agencyActions),
          by: small,
          secondsAgo: fc.option(fc.integer({ min: -5, max: 900 })),
        }),
        weight: 4,
      },
      { arbitrary: fc.record({ kind: fc.constant('undo' as const), who: small, by: small }), weight: 4 },
      {
        arbitrary: fc.record({
          kind: fc.constant('desk' as const),
          command: fc.constantFrom(...(Object.keys(deskCommands) as (keyof typeof deskCommands)[])),
          who: small,
          pick: small,
          by: small,
        }),
        weight: 8,
      },
      { arbitrary: fc.constant({ kind: 'again' as const }), weight: 2 },
      { arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds, awake: fc.boolean() }), weight: 6 },
    ),
    // without 'max' histories stay so short that none comes to its end
    { maxLength: 100, size: 'max' },
  )

const agencies = ['DAMKAR', 'PLN', 'POLRES', 'DINKES', 'BPBD']
const someone: readonly Actor[] = [operator, supervisor, member('DAMKAR'), member('PLN'), system]

const at = <T>(values: readonly T[], index: number): T | undefined => values[index % values.length]
const someoneBy = (by: number): Actor => at(someone, by) ?? operator
const agency = (pick: number): string => at(agencies, pick) ?? 'DAMKAR'
const assignmentId = (incident: Incident | null, who: number): string =>
  (incident && at(incident.assignments, who)?.id) ?? 'INC/NONE/1'

const intakes: readonly IntakeChange[] = [
  houseFire,
  { type: { known: 'RSC' } },
  { type: { known: 'MED' }, victims: { known: { sick: 1 } } },
  { type: 'unknown', location: 'unknown' },
  { type: { known: 'NO-SUCH' } },
  { victims: { known: { trapped: 2, injured: 0 } } },
  { hazards: ['violent', 'roadBlocked'] },
  { point: { known: { lat: -95, lng: 10, accuracyMetres: 1 } } },
]

const plans = (pick: number): IncidentCommand & { type: 'DispatchIncident' } => ({
  type: 'DispatchIncident',
  agencies: [
    plan(agency(pick), 'lead'),
    ...agencies.slice(0, pick % 4).map((name, index) => plan(name, 'support', index === 2 ? 'inform' : 'act')),
  ].filter((one, index, all) => all.findIndex(other => other.agency === one.agency) === index || pick === 7),
})

type Choose = (incident: Incident | null, who: number, pick: number) => IncidentCommand

/** Everything besides an agency's own actions, with whatever subject the numbers point at. */
const deskCommands = {
  AnswerIntake: (_, __, pick) => ({ type: 'AnswerIntake', change: at(intakes, pick) ?? {} }),
  SubmitIntake: () => ({ type: 'SubmitIntake' }),
  TakeIncident: () => ({ type: 'TakeIncident' }),
  DispatchIncident: (_, __, pick) => plans(pick),
  AddAgency: (_, who, pick) => ({
    type: 'AddAgency',
    agency: plan(agency(who), pick % 3 === 0 ? 'lead' : 'support', pick % 4 === 3 ? 'inform' : 'act'),
  }),
  NoteDelivery: (incident, who, pick) => ({
    type: 'NoteDelivery',
    assignment: assignmentId(incident, who),
    result: pick % 3 === 0 ? 'unreachable' : 'sent',
  }),
  ChooseOutcome: (incident, who, pick) => ({
    type: 'ChooseOutcome',
    assignment: assignmentId(incident, who),
    outcome: at(reportOutcomes, pick) ?? 'handled',
  }),
  AcceptReport: (incident, who) => ({ type: 'AcceptReport', assignment: assignmentId(incident, who) }),
  ReturnReport: (incident, who) => ({
    type: 'ReturnReport',
    assignment: assignmentId(incident, who),
    remark: 'text:r',
  }),
  WaiveReport: (incident, who) => ({ type: 'WaiveReport', assignment: assignmentId(incident, who), reason: 'text:r' }),
  StandDown: (incident, who) => ({
    type: 'StandDownAssignment',
    assignment: assignmentId(incident, who),
    reason: 'text:r',
  }),
  TakeEscalation: (incident, who, pick) => ({
    type: 'TakeEscalation',
    clock: at(incident?.fired ?? [], pick + who * 8)?.clock ?? 'S3',
  }),
  RecordPhoneTask: (incident, who, pick) => {
    const reason = at(declineReasons, who)
    return {
      type: 'RecordPhoneTask',
      task: (incident?.phoneTasks.find(({ done }) => !done) ?? at(incident?.phoneTasks ?? [], who))?.id ?? 'none',
      outcome: at(phoneTaskOutcomes, pick) ?? 'noAnswer',
      ...(reason && pick > 2 ? { reason } : {}),
    }
  },
  SettleAttention: (incident, who) => ({ type: 'SettleAttention', item: at(incident?.attention ?? [], who)?.id ?? '' }),
  CloseIncident: () => ({ type: 'CloseIncident' }),
  NoteClosure: (incident, who, pick) => ({
    type: 'NoteClosure',
    assignment: assignmentId(incident, who),
    result: pick % 3 === 0 ? 'failed' : 'sent',
  }),
  // rarer than the rest: it ends the story
  CancelIncident: (_, who, pick) =>
    who === 0 && pick === 0 ? { type: 'CancelIncident', reason: 'text:r' } : { type: 'FireDue' },
} as const satisfies Record<string, Choose>

export const openIncident = ({ id, version, handling }: SopProfile): IncidentCommand => ({
  type: 'OpenIncident',
  incidentId: 'INC',
  centre: 'SMG',
  number: 'SMG-260105-001',
  profile: { id, version },
  handling,
  call: 'CALL',
  callOpenedAt: start,
  classifiedAt: start,
})

/** The next sensible thing on the way to the archive; `pick` chooses among agencies and between ways to do it. */
export const progress = (incident: Incident | null, pick: number, profile: SopProfile): IncidentCommand => {
  if (!incident) return openIncident(profile)
  switch (incident.phase.status) {
    case 'intake':
      return missingLetters(incident.intake).length
        ? { type: 'AnswerIntake', change: houseFire }
        : { type: 'SubmitIntake' }
    case 'submitted':
      return profile.handling === 'dispatcher-handoff' ? { type: 'TakeIncident' } : plans(pick % 4)
    case 'taken':
      return plans(pick % 4)
    case 'dispatched':
      return fieldProgress(incident, pick)
    case 'closing':
      return { type: 'CloseIncident' }
    default: {
      const waiting = Object.entries(incident.closures).find(([, result]) => result === 'pending')?.[0]
      return { type: 'NoteClosure', assignment: waiting ?? 'INC/NONE/1', result: pick % 3 === 0 ? 'failed' : 'sent' }
    }
  }
}

const fieldProgress = (incident: Incident, pick: number): IncidentCommand => {
  const unsettled = incident.assignments.filter(a => isRequired(a) && !settledStatuses.includes(a.standing.status))
  const assignment = at(unsettled, pick)
  if (!assignment) {
    const free = agencies.find(name => incident.assignments.every(a => a.agency !== name || !isRequired(a))) ?? 'DAMKAR'
    return { type: 'AddAgency', agency: plan(free, 'lead') }
  }
  const { id, standing } = assignment
  switch (standing.status) {
    case 'alerting':
      return { type: 'NoteDelivery', assignment: id, result: 'sent' }
    case 'notified':
      return commandFor(id, pick % 2 ? 'acknowledge' : 'depart')
    case 'reported':
      return { type: 'AcceptReport', assignment: id }
    case 'cleared':
      return commandFor(id, 'report')
    case 'transporting':
      return commandFor(id, 'arriveHospital')
    default:
      return commandFor(id, standing.status === 'onScene' || pick === 5 ? 'clear' : 'arrive')
  }
}

const settledStatuses: readonly string[] = ['reportAccepted', 'reportWaived']

/** The command that a move stands for in this state, and who gives it; null where it stands for none. */
export const commandOf = (
  move: Exclude<Move, { kind: 'wait' | 'again' }>,
  incident: Incident | null,
  profile: SopProfile,
  now: Instant,
): { command: IncidentCommand; by: Actor } | null => {
  switch (move.kind) {
    case 'progress':
      return { command: progress(incident, move.pick, profile), by: operator }
    case 'button': {
      const assignment = incident && at(incident.assignments, move.who)
      const action = assignment && at(buttonsOf(assignment), move.pick)
      return assignment && action ? { command: commandFor(assignment.id, action), by: member(assignment.agency) } : null
    }
    case 'action': {
      const command = commandFor(assignmentId(incident, move.who), move.action)
      const timed = move.secondsAgo === null ? command : { ...command, at: now - move.secondsAgo * 1000 }
      return { command: timed, by: someoneBy(move.by) }
    }
    case 'undo': {
      const assignment = incident && at(incident.assignments, move.who)
      const seq = (assignment && lastUndoable(assignment)?.seq) ?? move.by
      const command = { type: 'UndoAction', assignment: assignmentId(incident, move.who), seq } as const
      return { command, by: someoneBy(move.by) }
    }
    case 'desk':
      return { command: deskCommands[move.command](incident, move.who, move.pick), by: someoneBy(move.by) }
  }
}
