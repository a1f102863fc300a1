import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import type { Incident } from '../../../src/dispatch/incident/incident.ts'
import { missingLetters } from '../../../src/dispatch/incident/intake.ts'
import { isActive, isRequired, isSettled } from '../../../src/dispatch/incident/standing.ts'
import type { SopProfile } from '../../../src/dispatch/profiles/profile.ts'
import { houseFire, plan } from './beginnings.ts'
import { agencies, at, plans } from './choose.ts'
import { commandFor } from './in-status.ts'
import { start } from './time.ts'

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

/** Led on paper so far: one agency at work, another still to be alerted. */
const enterIncident = (profile: SopProfile): IncidentCommand => {
  const { type: _, ...facts } = openIncident(profile) as Extract<IncidentCommand, { type: 'OpenIncident' }>
  const agencies = [
    { plan: plan('DAMKAR', 'lead'), alert: false, toldAt: start, acknowledgedAt: start },
    { plan: plan('PLN'), alert: true },
  ]
  return {
    type: 'EnterIncident',
    ...facts,
    past: { intake: houseFire, dispatchedAt: start, agencies, waiver: 'text:waiver' },
  }
}

/** The next sensible thing on the way to the archive; `pick` chooses among agencies and between ways to do it. */
export const progress = (incident: Incident | null, pick: number, profile: SopProfile): IncidentCommand => {
  if (!incident) return pick === 7 ? enterIncident(profile) : openIncident(profile)
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
  const unsettled = incident.assignments.filter(a => isRequired(a) && !isSettled(a))
  const assignment = at(unsettled, pick)
  if (!assignment) {
    const free = agencies.find(name => incident.assignments.every(a => a.agency !== name || !isActive(a))) ?? 'DAMKAR'
    return { type: 'AddAgency', agency: plan(free, 'lead') }
  }
  const { id, standing } = assignment
  switch (standing.status) {
    case 'alerting':
      return { type: 'NoteDelivery', assignment: id, result: pick === 6 ? 'unreachable' : 'sent' }
    case 'notified':
      return commandFor(id, pick % 2 ? 'acknowledge' : 'depart')
    case 'reported':
      return pick === 6
        ? { type: 'ReturnReport', assignment: id, remark: 'text:r' }
        : { type: 'AcceptReport', assignment: id }
    case 'cleared':
      return commandFor(id, 'report')
    case 'transporting':
      return commandFor(id, 'arriveHospital')
    default:
      return commandFor(id, standing.status === 'onScene' || pick === 5 ? 'clear' : 'arrive')
  }
}
