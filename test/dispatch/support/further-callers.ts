import type { FurtherReport } from '../../../src/dispatch/duplicates/further-report.ts'
import type { MergeTarget } from '../../../src/dispatch/duplicates/merge-target.ts'
import type { Assignment } from '../../../src/dispatch/incident/assignment.ts'
import type { CarriedAssignment } from '../../../src/dispatch/incident/carried.ts'
import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import type { Incident, IncidentStatus } from '../../../src/dispatch/incident/incident.ts'
import type { IntakeChange } from '../../../src/dispatch/incident/intake.ts'
import { standingOf } from '../../../src/dispatch/incident/standing.ts'
import { plan } from './beginnings.ts'
import { agency, at } from './choose.ts'
import { member, operator } from './people.ts'

/** Another incident of the centre, as one side of a merge sees it. */
export const otherIncident = (change: Partial<MergeTarget> = {}): MergeTarget => ({
  id: 'OTHER',
  number: 'SMG-260105-009',
  centre: 'SMG',
  status: 'dispatched',
  agencies: [],
  ...change,
})

const statuses: readonly IncidentStatus[] = ['dispatched', 'intake', 'closing', 'closed', 'merged']

const mergeTargets = (pick: number): MergeTarget =>
  otherIncident({
    status: at(statuses, pick) ?? 'dispatched',
    agencies: pick % 2 ? ['DAMKAR'] : [],
    ...(pick === 7 ? { centre: 'CLG' } : {}),
  })

export const furtherReport = (
  call: string,
  answers: IntakeChange,
  change: Partial<FurtherReport> = {},
): FurtherReport => ({
  call,
  at: 0,
  by: operator,
  continued: false,
  answers,
  wordsOf: `i-${call}`,
  moves: [`${call}@3`],
  ...change,
})

const answers: readonly IntakeChange[] = [
  { victims: { known: { injured: 4 } }, hazards: [] },
  { victims: { known: { injured: 1, trapped: 1 } }, hazards: ['weapon'] },
  { type: { known: 'MED' }, passable: { known: false }, hazards: ['child'] },
  { point: { known: { lat: -7, lng: 110, accuracyMetres: 100 } }, victims: 'unknown' },
  {},
]

export const takingBack = (who: number): IncidentCommand => ({
  type: 'TakeBackMerge',
  because: who < 2 ? 'mistake' : 'refused',
})

export const merging = (incident: Incident | null, who: number, pick: number): IncidentCommand => {
  if (incident?.phase.status === 'merged') return takingBack(who)
  if (who > 1) return { type: 'FireDue' }
  return {
    type: 'MergeIncident',
    as: who === 0 ? 'attached' : 'merged',
    into: mergeTargets(pick),
    continued: pick === 3,
    ...(pick === 1 ? { carry: [agency(pick)] } : {}),
  }
}

/** A job as it comes from another incident: alerted, reached, or at work. */
export const carriedJob = (name: string, stage: number, now: number): CarriedAssignment => {
  const { agency: code, role, duty, transports } = plan(name, stage === 2 ? 'lead' : 'support')
  const by = member(name)
  const steps: Assignment['steps'] = [
    { seq: 4, at: now, recordedAt: now, by, change: { kind: 'notified', via: 'channel' } as const },
    { seq: 5, at: now, recordedAt: now, by, change: { kind: 'action', action: 'acknowledge' } as const },
    { seq: 6, at: now, recordedAt: now, by, change: { kind: 'action', action: 'arrive' } as const },
  ].slice(0, stage)
  const id = `OTHER/${name}/1`
  return {
    assignment: {
      id,
      agency: code,
      role,
      duty,
      transports,
      firstPlan: true,
      createdAt: now,
      steps,
      standing: standingOf(steps),
    },
    fired: stage === 1 ? [{ clock: `S4a:${id}`, rung: '0.75', dueAt: now, firedAt: now }] : [],
    items: stage === 3 ? ['backup'] : [],
    ...(stage === 1 ? { phoneTask: 'unanswered' as const } : {}),
  }
}

export const furtherReports = (incident: Incident | null, who: number, pick: number): IncidentCommand => {
  const now = incident?.lastChangeAt ?? 0
  const call = `FURTHER-${who}`
  return {
    type: 'AddFurtherReports',
    reports: [furtherReport(call, at(answers, pick) ?? {}, { at: now, continued: pick === 4 })],
    carried: pick > 4 ? [carriedJob(agency(who), pick - 5, now)] : [],
    ...(pick > 4 ? { from: 'SMG-260105-009' } : {}),
  }
}
