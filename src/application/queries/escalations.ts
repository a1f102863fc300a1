import { dueContacts } from '../../dispatch/clocks/contact.ts'
import { incidentClocks } from '../../dispatch/clocks/incident-clocks.ts'
import type { Assignment } from '../../dispatch/incident/assignment.ts'
import { type Incident, openStatuses } from '../../dispatch/incident/incident.ts'
import type { Instant } from '../../dispatch/vocabulary.ts'
import type { DepsWithRules } from '../context.ts'
import type { AssignmentView, ClockView, OwnerView } from '../views.ts'
import { contactView } from './assignment-view.ts'
import { incidentClockView } from './clock-view.ts'

/** Incidents that are looked through. */
const depth = 500
const unanswered: readonly string[] = ['alerting', 'notified']

/** What supervisors are pinged about, and how far the ladders have come. */
export interface EscalationsView {
  now: Instant
  incidents: {
    incident: string
    number: string
    owner: OwnerView | null
    priority: Incident['priority']
    /** running, and past their limit or with a rung that fired; the longest over first */
    clocks: ClockView[]
    /** agencies that have not answered */
    ladders: (Pick<AssignmentView, 'agency' | 'status' | 'contact'> & { assignment: string })[]
  }[]
}

/** Open incidents with a clock or a contact ladder that climbs, the most urgent first. */
export const createEscalations =
  ({ stores, serviceClock, rules }: DepsWithRules) =>
  async (centre: string): Promise<EscalationsView> => {
    const now = serviceClock.now()
    const open = await stores.incidents.list({ centre, statuses: openStatuses, limit: depth })
    const shown = await Promise.all(
      open.map(async incident => {
        const { profile } = await rules.of(incident)
        const clocks = incidentClocks(incident, profile).map(clock => incidentClockView(incident, clock))
        const { id, number, owner, priority } = incident
        return {
          incident: id,
          number,
          owner: owner ? { id: owner.id, name: owner.name } : null,
          priority,
          clocks: clocks.filter(clock => climbs(clock, now)).sort((a, b) => overBy(b, now) - overBy(a, now)),
          ladders: incident.assignments.filter(isWaitedFor).map(assignment => ladderOf(incident, assignment)),
        }
      }),
    )
    const pressing = shown.filter(({ clocks, ladders }) => clocks.length > 0 || ladders.length > 0)
    return { now, incidents: pressing.sort((a, b) => a.priority - b.priority || worst(b, now) - worst(a, now)) }
  }

const overBy = ({ startedAt, limitSeconds }: ClockView, now: Instant): number => now - startedAt - limitSeconds * 1000

const climbs = (clock: ClockView, now: Instant): boolean =>
  clock.state === 'running' && clock.kind !== 'figure' && (clock.rungsFired.length > 0 || overBy(clock, now) >= 0)

const worst = ({ clocks }: { clocks: readonly ClockView[] }, now: Instant): number =>
  clocks[0] ? overBy(clocks[0], now) : Number.NEGATIVE_INFINITY

const isWaitedFor = ({ duty, standing }: Assignment): boolean => duty === 'act' && unanswered.includes(standing.status)

const ladderOf = (incident: Incident, assignment: Assignment) => ({
  assignment: assignment.id,
  agency: assignment.agency,
  status: assignment.standing.status,
  contact: contactView(assignment, { due: dueContacts(incident) }),
})
