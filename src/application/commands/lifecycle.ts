import type { Instant, Priority } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { IncidentView } from '../views.ts'

/** What happens to a whole incident after its dispatch. */
export interface LifecycleCommands {
  /** weighed differently than the run card says; crews hear it */
  setPriority(from: Sender, incident: string, priority: Priority): Promise<Outcome<IncidentView>>
  /** a closed or archived incident goes on, within 24 hours */
  reopen(from: Sender, incident: string): Promise<Outcome<IncidentView>>
  /** "Operasi lanjutan": ladders rest, SITREPs are asked for */
  startLongOperation(from: Sender, incident: string): Promise<Outcome<IncidentView>>
  endLongOperation(from: Sender, incident: string): Promise<Outcome<IncidentView>>
  /** radio or phone: how it stands, in the agency's words */
  recordSitrep(
    from: Sender,
    incident: string,
    assignment: string,
    input: { text: string; at?: Instant },
  ): Promise<Outcome<IncidentView>>
}
