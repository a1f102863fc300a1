import type { Instant, Priority } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { IncidentView } from '../views.ts'

/** To whom an incident goes: a centre of this installation, or any other by name. */
export type HandOverTo = { centre: string } | { receiver: string; ticket?: string }

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
  /** offers it to a neighbouring centre; it stays ours until they take it */
  handOver(
    from: Sender,
    incident: string,
    input: { to: HandOverTo; reason: string; keepAgencies: boolean },
    asCallTaker?: boolean,
  ): Promise<Outcome<IncidentView>>
  withdrawHandOver(from: Sender, incident: string, asCallTaker?: boolean): Promise<Outcome<IncidentView>>
  /** what a centre outside the installation decided */
  answerHandOver(
    from: Sender,
    incident: string,
    answer: { result: 'taken'; ticket?: string } | { result: 'refused'; reason: string },
  ): Promise<Outcome<IncidentView>>
  /** the receiving centre gives it back */
  returnHandOver(from: Sender, incident: string, reason: string): Promise<Outcome<IncidentView>>
}
