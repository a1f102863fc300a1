import type { IncidentCommand } from '../../dispatch/incident/commands.ts'
import type { DeliveryContent } from '../ports/deliveries.ts'

/** What the incident hears of a message that was sent, or never will be; null where it does not matter. */
export const noteOf = (content: DeliveryContent, sent: boolean): { incident: string; what: IncidentCommand } | null => {
  const failing = sent ? 'sent' : 'failed'
  switch (content.kind) {
    case 'alert': {
      const { incident, assignment, to = 'group' } = content
      const result = sent ? 'sent' : 'unreachable'
      return { incident, what: { type: 'NoteDelivery', assignment, result, to } }
    }
    case 'update':
      return {
        incident: content.incident,
        what: { type: 'NoteUpdate', assignment: content.assignment, result: failing },
      }
    case 'closure':
      return {
        incident: content.incident,
        what: { type: 'NoteClosure', assignment: content.assignment, result: failing },
      }
    default:
      return null
  }
}
