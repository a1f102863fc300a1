import type { AfterWithdrawal } from '../call/messages.ts'
import type { FurtherReport } from '../duplicates/further-report.ts'
import type { Recipient } from '../profiles/profile.ts'
import type { Actor, ContactKind, Instant, TextRef } from '../vocabulary.ts'
import type { CarriedAssignment } from './carried.ts'
import type { HandOverAnswer } from './commands.ts'
import type { AlertingField, Intake } from './intake.ts'

/** What a "PEMBARUAN" may tell besides changed answers. */
export type UpdateOccasion = 'cancelled' | 'stoodDown' | 'replaced' | 'reopened' | 'handedOver' | 'merged' | 'unmerged'
/** What a "PEMBARUAN" tells: the answers that changed, or one occasion. */
export type UpdateFields = AlertingField[] | [UpdateOccasion]

/**
 * What the world must do after an accepted command. Effects are stored with the incident in the same write and turned
 * into deliveries by the relay; their ids (`seq` of the command's first event, and position) make repeats harmless.
 */
export type IncidentEffect =
  /** show the agency its alert: a card with buttons */
  | { kind: 'alert'; assignment: string }
  /** the group is silent or out of reach: the same card to whoever comes next on the contact ladder */
  | { kind: 'contact'; assignment: string; to: Exclude<ContactKind, 'group' | 'phone'> }
  /** the facts on shown cards changed: edit them */
  | { kind: 'refreshCards' }
  /** a new message "PEMBARUAN" to every agency that works on the incident */
  | { kind: 'update'; fields: UpdateFields; assignments: string[] }
  /**
   * a clock's rung: tell these people; `assignments` are the required agencies that it waits for, none where it waits
   * for a desk; `officersTold` are those whose duty officer got the alert a moment ago, and needs no ping beside it
   */
  | {
      kind: 'ping'
      clock: string
      rung: string
      recipients: Recipient[]
      assignments: string[]
      officersTold?: string[]
    }
  /** help is asked for, or a job came back: tell the supervisors on duty; `rung` once it climbs */
  | { kind: 'helpPing'; item: string; assignment?: string; rung?: string }
  /** somebody took a limit or a call for help, or it is settled: the pings about it say so from now on */
  | { kind: 'refreshPings'; clock: string }
  /** the crew put its report off, and the time is over: ask again */
  | { kind: 'reportPrompt'; assignment: string }
  /** the report came back with a remark: ask the agency again */
  | { kind: 'reportReturned'; assignment: string }
  /** the control room's own words, or the incident's point, to these agencies' groups */
  | {
      kind: 'message'
      assignments: string[]
      text?: TextRef
      venue: boolean
      urgent: boolean
      by: Actor
      at: Instant
    }
  | { kind: 'closureNotice'; assignment: string }
  /** a long operation: ask these agencies how it stands */
  | { kind: 'sitrepPrompt'; assignments: string[] }
  /** the call that opened this incident learns that its intake is in */
  | { kind: 'markCall'; call: string; mark: 'intake.submitted' | 'incident.cancelled' }
  /** the neighbouring centre gets an incident of its own */
  | { kind: 'offerHandOver'; incident: string; centre: string }
  /** what the caller told meanwhile, for the incident that we offer */
  | { kind: 'forwardFacts'; incident: string; centre: string; fields: (keyof Intake)[] }
  /** we want it back: they have not taken it yet */
  | { kind: 'recallHandOver'; incident: string }
  /** the centre that offered it hears what became of it; the reason is in our words' keeping */
  | { kind: 'answerHandOver'; incident: string; answer: HandOverAnswer }
  /** its draft was withdrawn: the call learns what it is instead, and who said so */
  | { kind: 'tellWithdrawn'; call: string; instead: AfterWithdrawal; by: Actor }
  /** another incident takes over what callers said here, and the agencies that go on there; `move` names the merge */
  | {
      kind: 'giveReports'
      into: string
      move: string
      by: Actor
      reports: FurtherReport[]
      carried: CarriedAssignment[]
    }
  /** the merge was taken back: the other incident lets go what it brought */
  | { kind: 'dropReports'; into: string; move: string; by: Actor }
  /** the call learns that its incident is another one now, or its own again */
  | { kind: 'moveCall'; call: string; into: string; by: Actor }
  | { kind: 'returnCall'; call: string; by: Actor }
  /** the card of an agency that goes on here, in its present state: no second alert */
  | { kind: 'carriedCard'; assignment: string }
  /** it is over, or was and goes on: its record for figures and the archive's search is made anew */
  | { kind: 'keepFigures' }

export type IncidentEffectKind = IncidentEffect['kind']
/** An effect as it is stored, until the relay has turned it into deliveries. */
export type StoredEffect<E> = E & { id: string }
