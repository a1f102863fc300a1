import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callbackEnds } from '../../src/dispatch/call/call.ts'
import type { CallCommand } from '../../src/dispatch/call/messages.ts'
import { cilegon } from '../../src/dispatch/profiles/cilegon.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import { callClasses } from '../../src/dispatch/vocabulary.ts'
import { CallStory } from './support/call-story.ts'
import { otherIncident } from './support/further-callers.ts'
import { operator } from './support/people.ts'

/** Laws over random calls; what holds after every command stands in `CallStory.brokenLaws`. */

const command: fc.Arbitrary<CallCommand> = fc.oneof(
  fc.record({
    type: fc.constant('ClassifyCall' as const),
    callClass: fc.constantFrom(...callClasses),
    incidentId: fc.constant('INC'),
  }),
  fc.constant({ type: 'RecordAnswer' as const, topic: 'text:pln', answer: 'text:answer' }),
  fc.constant({ type: 'ReferCall' as const, receiver: 'text:PLN' }),
  fc.record({
    type: fc.constantFrom('NoteIntakeSubmitted' as const, 'NoteIncidentCancelled' as const),
    incident: fc.constantFrom('INC', 'INC', 'OTHER'),
    at: fc.constant(0),
  }),
  fc.record({
    type: fc.constant('ReclassifyCall' as const),
    callClass: fc.constantFrom(...callClasses),
    incidentId: fc.constantFrom('INC', 'INC.2', 'INC.3'),
  }),
  fc.record({
    type: fc.constant('NoteDraftWithdrawn' as const),
    incident: fc.constantFrom('INC', 'INC.2'),
    instead: fc.oneof(
      fc.record({
        kind: fc.constant('reclassified' as const),
        callClass: fc.constantFrom('ghost' as const, 'prank' as const, 'information' as const),
      }),
      fc.constant({ kind: 'referred' as const, receiver: 'text:receiver' }),
    ),
    by: fc.constant(operator),
    at: fc.constant(0),
  }),
  fc.constant({ type: 'ConfirmReferral' as const, ticket: 'text:ticket' }),
  fc.constant({ type: 'TakeBackReferral' as const, reason: 'text:reason', incidentId: 'INC.4' }),
  fc.constant({ type: 'DropCall' as const }),
  fc.constant<CallCommand>({ type: 'RaiseCallback', cause: 'silent', calls: ['CALL'] }),
  fc.record({
    type: fc.constant('RecordCallback' as const),
    outcome: fc.constantFrom('noAnswer' as const, ...callbackEnds),
    note: fc.constant('text:note'),
  }),
  fc.constant({ type: 'EraseCaller' as const }),
  fc.constant({ type: 'AttachCall' as const, into: otherIncident(), own: 'INC', answers: {}, continued: false }),
  fc.constant({ type: 'DetachCall' as const, own: 'INC' }),
  fc.record({
    type: fc.constant('NoteAttached' as const),
    incident: fc.constantFrom('OTHER', 'THIRD'),
    from: fc.constantFrom('INC', 'OTHER'),
  }),
  fc.record({ type: fc.constant('NoteReturned' as const), from: fc.constantFrom('INC', 'OTHER') }),
  fc.constant({ type: 'EndCall' as const }),
  fc.constant({ type: 'FireDue' as const }),
)
const moves = fc.array(fc.record({ command, seconds: fc.nat({ max: 400 }), awake: fc.boolean() }), { maxLength: 12 })

describe.each([semarang, cilegon])('by the standard of $id', profile => {
  test('no call reaches an illegal state, loses an event, fires a rung twice or leaves a clock running', () => {
    fc.assert(
      fc.property(moves, history => {
        const story = new CallStory(profile).open()
        for (const { command: next, seconds, awake } of history) {
          if (awake) story.forward(`${seconds}s`)
          else story.now += seconds * 1000
          const command = 'at' in next ? { ...next, at: story.now } : next
          story.attempt(command)
          const { length } = story.events
          story.attempt(command)
          // each try on the phone counts
          if (command.type !== 'RecordCallback') expect(story.events.length).toBe(length)
        }
      }),
      { numRuns: 500 },
    )
  })
})
