import { isDeepStrictEqual } from 'node:util'
import { careOf, isDeadlineLost, openAssignments } from '../../../src/dispatch/audit/care.ts'
import { awaited, dueContacts } from '../../../src/dispatch/clocks/contact.ts'
import { helpKey, isHelp, pendingHelp } from '../../../src/dispatch/clocks/help.ts'
import { incidentClocks } from '../../../src/dispatch/clocks/incident-clocks.ts'
import type { Assignment } from '../../../src/dispatch/incident/assignment.ts'
import { nextDueAt } from '../../../src/dispatch/incident/decide/escalating.ts'
import { impossible } from '../../../src/dispatch/incident/decide/step-order.ts'
import type { IncidentEffect, StoredEffect } from '../../../src/dispatch/incident/effects.ts'
import type { IncidentEvent, Recorded } from '../../../src/dispatch/incident/events.ts'
import { evolve, replay } from '../../../src/dispatch/incident/evolve.ts'
import { type Incident, isOver } from '../../../src/dispatch/incident/incident.ts'
import { isAtWork, runningOperation } from '../../../src/dispatch/incident/long-operation.ts'
import {
  isActive,
  isAnswered,
  isRequired,
  isSettled,
  isWorking,
  standingOf,
} from '../../../src/dispatch/incident/standing.ts'
import { buttonsOf, isLegal } from '../../../src/dispatch/incident/transitions.ts'
import { unitsOf } from '../../../src/dispatch/incident/units.ts'
import { helpLimitSeconds, helpRepeatSeconds } from '../../../src/dispatch/profiles/ladders.ts'
import type { SopProfile } from '../../../src/dispatch/profiles/profile.ts'
import { contactKinds, type Instant } from '../../../src/dispatch/vocabulary.ts'

export interface History {
  incident: Incident
  events: readonly Recorded<IncidentEvent>[]
  effects: readonly StoredEffect<IncidentEffect>[]
  profile: SopProfile
  now: Instant
  /** the deadline that is stored with it, as the handler of commands does */
  storedDueAt: Instant | null
}

type Law = (history: History) => boolean

const isOpen = ({ doneAt }: { doneAt?: Instant }): boolean => doneAt === undefined
const unique = (values: readonly string[]): boolean => new Set(values).size === values.length

const recordLaws = {
  'no event is lost: replaying them gives the state': ({ incident, events }) =>
    isDeepStrictEqual(replay(events), incident),
  'events are numbered without gaps': ({ incident, events }) =>
    events.every(({ seq }, index) => seq === index + 1) && incident.lastSeq === events.length,
  'nothing was recorded before it happened': ({ events }) => events.every(({ at, recordedAt }) => at <= recordedAt),
  'no rung is tried of an agency that answered, left, or was never alerted': history => climbs(history).every(Boolean),
  'effect ids are unique': ({ effects }) => unique(effects.map(({ id }) => id)),
} satisfies Record<string, Law>

const takenBack = (event: Recorded<IncidentEvent>): number => {
  if (event.type === 'ActionUndone') return event.undone
  return event.type === 'StepCorrected' && event.correction.kind === 'removed' ? event.correction.seq : 0
}

const assignmentLaws = {
  'a standing is the fold of its steps': ({ incident }) =>
    incident.assignments.every(({ steps, standing }) => isDeepStrictEqual(standingOf(steps), standing)),
  'every step belongs to an event that was not undone': ({ incident, events }) => {
    const undone = new Set(events.map(takenBack))
    return incident.assignments.every(({ steps }) => steps.every(({ seq }) => seq <= events.length && !undone.has(seq)))
  },
  'every button is taken': ({ incident }) =>
    incident.assignments.every(a => buttonsOf(a).every(action => isLegal(a, action))),
  'an inform agency only receives': ({ incident }) =>
    incident.assignments
      .filter(({ duty }) => duty === 'inform')
      .every(({ standing }) => ['alerting', 'notified', 'received', 'stoodDown'].includes(standing.status)),
  'only agencies that transport bring patients': ({ incident }) =>
    incident.assignments.every(({ transports, standing }) => transports || standing.status !== 'transporting'),
  // a paper's missing reports are waived wherever the agency stood
  'no agency stands beyond what its steps allow': ({ incident }) =>
    incident.backEnteredAt !== undefined ||
    incident.assignments.every(assignment => impossible(assignment, assignment.steps).length === 0),
  'an agency with units is clear only by its own word or when the last of them is': ({ incident }) =>
    incident.assignments.every(
      a =>
        a.standing.status !== 'cleared' ||
        a.steps.some(({ change }) => change.kind === 'action') ||
        unitsOf(a).length === 0 ||
        a.steps.some(({ change }) => change.kind === 'unit' && change.mark === 'clear'),
    ),
  'an agency works on the incident once, or once for each of its posts': ({ incident }) =>
    unique(incident.assignments.filter(isWorking).map(({ agency, post }) => `${agency} ${post ?? ''}`)),
  'ids of assignments are unique': ({ incident }) => unique(incident.assignments.map(({ id }) => id)),
  'there is one lead at most, and it acts': ({ incident }) => {
    const leads = incident.assignments.filter(a => isWorking(a) && a.role === 'lead')
    return leads.length <= 1 && leads.every(({ duty }) => duty === 'act')
  },
  'whoever was replaced is never required, and left': ({ incident }) =>
    incident.assignments
      .filter(({ steps }) => steps.some(({ change }) => change.kind === 'replaced'))
      .every(a => !isRequired(a) && !isActive(a)),
  'an agency takes the place of one other, in its role': ({ incident }) => {
    const replaced = incident.assignments.flatMap(({ replaces, role }) => (replaces ? [{ replaces, role }] : []))
    return (
      unique(replaced.map(({ replaces }) => replaces)) &&
      replaced.every(({ replaces, role }) => incident.assignments.some(a => a.id === replaces && a.role === role))
    )
  },
} satisfies Record<string, Law>

const settledPhases = ['closing', 'closed', 'archived']
const plannedPhases = ['dispatched', ...settledPhases]

const phaseLaws = {
  'agencies are assigned by a dispatch, never before': ({ incident }) =>
    incident.phase.status === 'cancelled' ||
    incident.phase.status === 'handedOver' ||
    incident.phase.status === 'merged' ||
    plannedPhases.includes(incident.phase.status) === incident.assignments.length > 0,
  'the closing waits for every required report, and only for them': ({ incident }) => {
    const required = incident.assignments.filter(isRequired)
    const settled = required.length > 0 && required.every(isSettled)
    return settledPhases.includes(incident.phase.status) ? settled : incident.phase.status !== 'dispatched' || !settled
  },
  'reports.allAccepted is known exactly when it holds': ({ incident }) => {
    const required = incident.assignments.filter(isRequired)
    return (incident.allAcceptedAt !== undefined) === (required.length > 0 && required.every(isSettled))
  },
  'a closed incident is archived as soon as every closure notice is settled': ({ incident }) => {
    const pending = Object.values(incident.closures).includes('pending')
    return incident.phase.status === 'closed' ? pending : !pending
  },
  'one offer to a neighbour is open at most, and only while the incident is ours': ({ incident }) => {
    const open = (incident.handOvers ?? []).filter(({ result }) => result === 'offered')
    return open.length === 0 || (open.length === 1 && !isOver(incident) && incident.phase.status !== 'closed')
  },
  'an incident is handed over exactly when somebody took it': ({ incident }) =>
    (incident.phase.status === 'handedOver') === (incident.handOvers?.at(-1)?.result === 'taken'),
} satisfies Record<string, Law>

const isPhoned = ({ incident }: History, { id }: Assignment): boolean =>
  incident.phoneTasks.some(task => task.assignment === id && !task.done)

const isClimbing = ({ incident }: History, { id }: Assignment): boolean =>
  dueContacts(incident).some(({ assignment }) => assignment === id)

/** For each event that tries a rung, whether its agency was waited for at that moment. */
const climbs = ({ events }: History): boolean[] => {
  let incident: Incident | null = null
  const found: boolean[] = []
  for (const event of events) {
    if (event.type === 'ContactTried') {
      found.push(incident !== null && awaited(incident).some(({ id }) => id === event.assignment))
    }
    incident = evolve(incident, event)
  }
  return found
}

const escalationLaws = {
  'a rung fires once': ({ incident }) => unique(incident.fired.map(({ clock, rung }) => `${clock} ${rung}`)),
  'no rung fires before its time': ({ incident }) => incident.fired.every(({ dueAt, firedAt }) => dueAt <= firedAt),
  'no clock runs once the incident is over': ({ incident, profile }) =>
    !isOver(incident) || incidentClocks(incident, profile).every(({ state }) => state !== 'running'),
  'nothing is due once the incident is over': ({ incident, profile, now }) =>
    !isOver(incident) || nextDueAt(incident, profile, now) === null,
  'no clock stops before it starts': ({ incident, profile }) =>
    incidentClocks(incident, profile).every(clock => clock.state === 'running' || clock.stoppedAt >= clock.startedAt),
  'clock keys are unique': ({ incident, profile }) => unique(incidentClocks(incident, profile).map(({ key }) => key)),
  'an agency has one open phone task at most': ({ incident }) =>
    unique(incident.phoneTasks.filter(({ done }) => !done).map(({ assignment }) => assignment)),
  'nobody is phoned about a job that it left': ({ incident }) =>
    incident.phoneTasks
      .filter(({ done, cause }) => !done && cause !== 'update')
      .every(task => incident.assignments.some(a => a.id === task.assignment && isActive(a))),
  'once it is over only calls about its end are open, and what nobody picks up': ({ incident }) =>
    !isOver(incident) ||
    (incident.phoneTasks.every(({ done, cause }) => done || cause === 'closure' || cause === 'update') &&
      incident.attention.filter(isOpen).every(({ kind }) => kind === 'phonesSilent')),
  'the alarm that nobody is left is open only while it is so': ({ incident }) =>
    !incident.attention.some(item => item.kind === 'nobodyLeft' && isOpen(item)) ||
    !incident.assignments.some(isRequired),
  'no unanswered alert is forgotten: it climbs its contact ladder, or somebody is to phone': history =>
    history.incident.phase.status !== 'dispatched' ||
    awaited(history.incident).every(a => isPhoned(history, a) || isClimbing(history, a)),
  'a SITREP is missed only by an agency at work, while a long operation runs': ({ incident }) =>
    incident.attention
      .filter(item => item.kind === 'sitrepOverdue' && isOpen(item))
      .every(
        item => runningOperation(incident) && incident.assignments.some(a => a.id === item.assignment && isAtWork(a)),
      ),
  'a call for help climbs, or is silent until a time, while nobody has settled it': ({ incident, profile, now }) => {
    const due = nextDueAt(incident, profile, now)
    return pendingHelp(incident, now).every(({ item, dueAt }) => {
      const silentUntil = incident.silencedUntil[helpKey(item.id)] ?? 0
      const latest = Math.max(item.at + helpLimitSeconds[4] * 1000, now, silentUntil) + helpRepeatSeconds * 1000
      return due !== null && due <= dueAt && dueAt <= latest
    })
  },
  'each open call for help has one next word, what is settled has none': ({ incident, now }) =>
    isDeepStrictEqual(
      pendingHelp(incident, now).map(({ item }) => item.id),
      isOver(incident) ? [] : incident.attention.filter(item => isOpen(item) && isHelp(item.kind)).map(({ id }) => id),
    ),
  'what climbs has a time at which it goes on': ({ incident, profile, now }) =>
    dueContacts(incident).length === 0 || nextDueAt(incident, profile, now) !== null,
  'each rung of a contact ladder is tried once, in its order': ({ incident }) =>
    incident.assignments.every(({ contacts = [] }) => {
      const order = contacts.map(({ to }) => contactKinds.indexOf(to))
      return order.every((place, index) => index === 0 || place > (order[index - 1] ?? place))
    }),
  'nobody is contacted further who answered or left': ({ incident }) =>
    dueContacts(incident).every(({ assignment }) =>
      incident.assignments.some(a => a.id === assignment && isActive(a) && !isAnswered(a)),
    ),
  'an agency is unreachable only until it answers': ({ incident }) =>
    incident.attention
      .filter(item => item.kind === 'unreachable' && isOpen(item))
      .every(item => incident.assignments.some(a => a.id === item.assignment && !isAnswered(a))),
} satisfies Record<string, Law>

/** What the auditor proves of what is stored: in a state that commands led to it finds nothing. */
const auditLaws = {
  'the auditor proves of every open assignment whose hands it is in': ({ incident, storedDueAt }) =>
    openAssignments(incident).every(assignment => careOf(incident, assignment, storedDueAt) !== null),
  'the auditor finds no deadline lost': ({ incident, profile, now, storedDueAt }) =>
    !isDeadlineLost(storedDueAt, nextDueAt(incident, profile, now)),
  'the alarm of the auditor is open only until the agency answers': ({ incident }) =>
    incident.attention
      .filter(item => item.kind === 'unattended' && isOpen(item))
      .every(item => incident.assignments.some(a => a.id === item.assignment && !isAnswered(a))),
} satisfies Record<string, Law>

const stateLaws: Record<string, Law> = { ...assignmentLaws, ...phaseLaws, ...escalationLaws, ...auditLaws }

const broken = (laws: Record<string, Law>, history: History): string[] =>
  Object.entries(laws)
    .filter(([, holds]) => !holds(history))
    .map(([name]) => name)

/** Names of the laws that the present state breaks; an incident in a legal state breaks none. */
export const illegalities = (history: History): string[] => broken(stateLaws, history)

/** The same, and the laws of its whole record: dearer, for the end of a long history. */
export const invariants = (history: History): string[] => [...illegalities(history), ...broken(recordLaws, history)]
