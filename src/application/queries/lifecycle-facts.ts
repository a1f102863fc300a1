import type { IncidentEvent } from '../../dispatch/incident/events.ts'
import { assignmentOf, type Incident } from '../../dispatch/incident/incident.ts'
import type { TextRef } from '../../dispatch/vocabulary.ts'

/** What the timeline tells of an incident's beginning elsewhere, its long operations, and what became of it. */
export const lifecycleFacts = (
  incident: Incident,
  event: IncidentEvent,
  texts: ReadonlyMap<TextRef, string>,
): Record<string, string | number> => {
  const agency = (assignment: string): string => assignmentOf(incident, assignment)?.agency ?? assignment
  const words = (ref: TextRef): string => texts.get(ref) ?? ''
  switch (event.type) {
    case 'IncidentOpened': {
      const from = event.handedOverFrom
      const told = from && { from: from.centre, theirNumber: from.number, text: words(from.reason) }
      return { number: event.number, ...told }
    }
    case 'PrioritySet':
      return { priority: event.priority }
    case 'AssignmentReplaced':
      return { by: agency(event.replacedBy) }
    case 'SitrepRequested':
      return { agencies: event.assignments.map(agency).join(', ') }
    case 'SitrepReceived':
      return { text: words(event.text) }
    case 'HandOverOffered':
      return { to: event.to.kind === 'centre' ? event.to.centre : event.to.receiver, text: words(event.reason) }
    case 'HandOverTaken':
      return event.ticket === undefined ? {} : { ticket: event.ticket }
    case 'HandOverRefused':
    case 'HandOverReturned':
      return { text: words(event.reason) }
    default:
      return {}
  }
}
