import fc from 'fast-check'
import { type AgencyAction, agencyActions } from '../../../src/dispatch/incident/assignment.ts'
import type { IncidentCommand } from '../../../src/dispatch/incident/commands.ts'
import type { Incident } from '../../../src/dispatch/incident/incident.ts'
import { lastUndoable } from '../../../src/dispatch/incident/standing.ts'
import { buttonsOf } from '../../../src/dispatch/incident/transitions.ts'
import type { SopProfile } from '../../../src/dispatch/profiles/profile.ts'
import type { Actor, Instant } from '../../../src/dispatch/vocabulary.ts'
import { assignmentId, at, someoneBy } from './choose.ts'
import { deskCommands } from './desk-commands.ts'
import { commandFor } from './in-status.ts'
import { member, operator } from './people.ts'
import { progress } from './progress.ts'

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
        weight: 16,
      },
      { arbitrary: fc.constant({ kind: 'again' as const }), weight: 2 },
      { arbitrary: fc.record({ kind: fc.constant('wait' as const), seconds, awake: fc.boolean() }), weight: 6 },
    ),
    // without 'max' histories stay so short that none comes to its end
    { maxLength: 100, size: 'max' },
  )

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
