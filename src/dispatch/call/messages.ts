import type { Actor, CallClass, Instant, TextRef } from '../vocabulary.ts'
import type { Resolution } from './call.ts'

export type CallCommand =
  | { type: 'OpenCall'; callId: string; centre: string; profile: { id: string; version: number } }
  | { type: 'ClassifyCall'; callClass: CallClass; incidentId: string; reporter?: TextRef }
  | { type: 'RecordAnswer'; topic: string; answer: TextRef }
  | { type: 'ReferCall'; receiver: string; note?: TextRef; ticket?: string }
  | { type: 'NoteIntakeSubmitted'; incident: string; at: Instant }
  | { type: 'NoteIncidentCancelled'; incident: string; at: Instant }
  | { type: 'EndCall' }
  | { type: 'FireDue' }

export type CallEvent =
  | { type: 'CallOpened'; callId: string; centre: string; profile: { id: string; version: number }; operator: Actor }
  | { type: 'CallClassified'; callClass: CallClass; incident?: string }
  | { type: 'CallResolved'; resolution: Resolution }
  | { type: 'IntakeOfCallSubmitted'; incident: string }
  | { type: 'IncidentOfCallCancelled'; incident: string }
  | { type: 'CallEnded' }
  | { type: 'RungFired'; clock: string; rung: string; dueAt: Instant }

export type CallEffect =
  /** a normal call opens its incident; the incident's id was chosen with the command, so repeats find it */
  { kind: 'openIncident'; incident: string; reporter?: TextRef } | { kind: 'deskPing'; clock: string; rung: string }
