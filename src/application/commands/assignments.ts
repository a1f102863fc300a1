import type { FieldAction, UnitMark } from '../../dispatch/incident/assignment.ts'
import type { Correction } from '../../dispatch/incident/corrections.ts'
import type { DeclineReason, Duty, HeardVia, Instant, ReportOutcome } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { IncidentView } from '../views.ts'

/** What is recorded on an agency's behalf: when it truly happened, how the operator heard of it, and from whom. */
export interface OnBehalf {
  at?: Instant
  heard?: HeardAs
}

export interface HeardAs {
  via: HeardVia
  /** a name or call sign as typed; kept apart from the record, erasable */
  informant?: string
}

type WithTypedInformant<C> = C extends { heard?: unknown } ? Omit<C, 'heard'> & { heard?: HeardAs } : C
/** A correction as typed: `Correction`, with the informant's words. */
export type CorrectionInput = WithTypedInformant<Correction>

/** What the desk records for an agency, puts right, or changes about its task. */
export interface AssignmentCommands {
  /** radio, phone or in person: recorded on the agency's behalf */
  recordAction(
    from: Sender,
    incident: string,
    assignment: string,
    input: { action: FieldAction } & OnBehalf,
  ): Promise<Outcome<IncidentView>>
  recordDecline(
    from: Sender,
    incident: string,
    assignment: string,
    input: { reason: DeclineReason } & OnBehalf,
  ): Promise<Outcome<IncidentView>>
  recordReport(
    from: Sender,
    incident: string,
    assignment: string,
    input: { outcome: ReportOutcome; text: string } & OnBehalf,
  ): Promise<Outcome<IncidentView>>
  /** all units that the agency has on the incident now */
  nameUnits(from: Sender, incident: string, assignment: string, units: string[]): Promise<Outcome<IncidentView>>
  markUnit(
    from: Sender,
    incident: string,
    assignment: string,
    input: { unit: string; mark: UnitMark } & OnBehalf,
  ): Promise<Outcome<IncidentView>>
  undo(from: Sender, incident: string, assignment: string, seq: number): Promise<Outcome<IncidentView>>
  /** puts a recorded step right; the original is kept. Refused once the incident is closed, also for what was done before it was reopened */
  correctStep(
    from: Sender,
    incident: string,
    assignment: string,
    input: { correction: CorrectionInput; reason: string },
  ): Promise<Outcome<IncidentView>>
  /** an accepted or waived report was judged too soon */
  withdrawJudgement(from: Sender, incident: string, assignment: string, reason: string): Promise<Outcome<IncidentView>>
  /** an informed agency is to act, or one that acts need only know: it goes on under another assignment */
  changeDuty(from: Sender, incident: string, assignment: string, duty: Duty): Promise<Outcome<IncidentView>>
}
