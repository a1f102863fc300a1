import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOver } from '../../src/dispatch/incident/incident.ts'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import type { SopProfile } from '../../src/dispatch/profiles/profile.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { moves } from './support/moves.ts'
import { Walk } from './support/walk.ts'

/**
 * Laws over random histories: presses, records, desk commands, deadlines and downtimes in any order, also where they
 * make no sense. What holds after every step stands in `support/invariants.ts` and `support/walk.ts`. A failure prints
 * its seed and the shortest history that fast-check found.
 */
const runs = 240

/** What the random histories must have met, or the laws would be proven of too little. */
const everything = [
  'ActionUndone',
  'AlertUndeliverable',
  'AssignmentDeclined',
  'AssignmentHandedBack',
  'AssignmentReceived',
  'AssignmentReplaced',
  'AssignmentStoodDown',
  'AttentionSettled',
  'BackupRequested',
  'ClosureNoticed',
  'ContactTried',
  'EscalationTaken',
  'HandOverOffered',
  'HandOverRefused',
  'HandOverTaken',
  'HandOverWithdrawn',
  'HospitalReached',
  'IncidentArchived',
  'IncidentCancelled',
  'IncidentReopened',
  'LongOperationEnded',
  'LongOperationStarted',
  'IncidentMerged',
  'MergeTakenBack',
  'FurtherReportAdded',
  'FurtherReportsDropped',
  'ConflictSettled',
  'AssignmentCarried',
  'NothingFound',
  'OutcomeChosen',
  'PhoneTaskDone',
  'PhoneTaskTried',
  'PrioritySet',
  'ReportReturned',
  'ReportWaived',
  'RungFired',
  'SitrepReceived',
  'SitrepRequested',
  'StepCorrected',
  'UnitMarked',
  'UnitsNamed',
  'archived',
  'cancelled',
  'handedOver',
  'merged',
]

const walk = (profile: SopProfile, history: Parameters<Walk['take']>[0][]): Walk => {
  const one = new Walk(profile)
  for (const move of history) one.take(move)
  return one
}

describe.each([semarang, cilegon])('by the standard of $id', profile => {
  test('no history reaches an illegal state, loses an event, fires a rung twice or leaves a clock running', () => {
    fc.assert(
      fc.property(moves(), history => {
        walk(profile, history).audit()
      }),
      { numRuns: runs },
    )
  })

  test('from every state there is a way to the archive, and after it nothing is ever due', () => {
    fc.assert(
      fc.property(moves(), history => {
        const one = walk(profile, history)
        one.finish()
        const { length } = one.events
        one.take({ kind: 'wait', seconds: 400_000, awake: true })
        expect(one.events.length).toBe(length)
        one.audit()
      }),
      { numRuns: runs / 2 },
    )
  })

  test('the histories go everywhere: each phase is reached, each kind of event happens', () => {
    const seen = new Set<string>()
    const wanted = profile.handling === 'dispatcher-handoff' ? ['IncidentTaken', ...everything] : everything
    for (const history of fc.sample(moves(), { numRuns: runs * 2, seed: 112 })) {
      const one = walk(profile, history)
      for (const { type } of one.events) seen.add(type)
      if (one.incident && isOver(one.incident)) seen.add(one.incident.phase.status)
      // the laws are proven above: here it is enough to have met everything
      if (wanted.every(name => seen.has(name))) break
    }
    expect(wanted.filter(name => !seen.has(name))).toEqual([])
    // twice as many histories as the others, and a machine may be busy
  }, 120_000)
})
