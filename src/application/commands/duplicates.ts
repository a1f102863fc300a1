import type { ConflictField } from '../../dispatch/duplicates/conflicts.ts'
import type { Victims } from '../../dispatch/incident/intake.ts'
import type { Hazard } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { SimilarView } from '../views/duplicates.ts'
import type { CallView, IncidentView } from '../views.ts'

/** What call takers do about a call that is about a known incident. */
export interface AttachCommands {
  /**
   * The call is about this incident: an open one is classified with it, one that opened an incident brings that along.
   * From the third caller on the operator asks for new victims and dangers only, and sends them with it.
   */
  attach(
    from: Sender,
    call: string,
    to: { incident: string; victims?: Victims; hazards?: Hazard[] },
  ): Promise<Outcome<CallView>>
  /** attached by mistake: the call has its own incident again, or a new one */
  detach(from: Sender, call: string): Promise<Outcome<CallView>>
}

/** What dispatchers do about incidents that are one, and about callers who do not agree. */
export interface MergeCommands {
  /** this incident goes into the other one; `carry`: agencies that go on there, default all that work only here */
  merge(from: Sender, incident: string, to: { into: string; carry?: string[] }): Promise<Outcome<IncidentView>>
  /** from now on the incident goes by this caller's answer */
  settleConflict(from: Sender, incident: string, field: ConflictField, call: string): Promise<Outcome<IncidentView>>
}

export interface SimilarQueries {
  /** incidents that the call may be about, best first; null when there is no such call */
  similarToCall(call: string): Promise<SimilarView | null>
  similarToIncident(incident: string): Promise<SimilarView | null>
}
