import type { Instant } from '../../dispatch/vocabulary.ts'
import type { Outcome, Sender } from '../application.ts'
import type { Role } from '../ports/administration.ts'
import type { OnList, ShiftRole } from '../ports/duty.ts'
import type { AttentionItemView, CallbackView, IncidentSummary, OwnerView, PhoneTaskView } from '../views.ts'

/** A shift as it stands on the duty list. */
export interface ShiftView {
  id: string
  who:
    | { kind: 'user'; user: string; name: string; role: ShiftRole }
    | { kind: 'contact'; agency: string; duty: 'dutyOfficer' | 'agencyCommander'; name: string; phone: string | null }
  from: Instant
  /** the first moment that it no longer covers */
  until: Instant
}

/** Who stands ready at this moment. */
export interface DutyView {
  now: Instant
  users: {
    user: string
    name: string
    role: Role
    /** by the duty list, by the user's own switch, or both */
    by: ('list' | 'switch')[]
    /** end of the shift that ends last; null for whoever is on duty by the switch alone */
    until: Instant | null
  }[]
  contacts: ShiftView[]
  /** no supervisor is on duty: pings go to all of them */
  allSupervisors: boolean
}

/** Everything that the next shift must know of, and who has it. */
export interface HandoverView {
  now: Instant
  incidents: IncidentSummary[]
  phoneTasks: (PhoneTaskView & OfIncident)[]
  attention: (AttentionItemView & OfIncident & { agency: string | null })[]
  callbacks: CallbackView[]
  onDuty: DutyView['users']
}

export interface OfIncident {
  incident: string
  number: string
  owner: OwnerView | null
}

export interface HandedOverView {
  id: string
  to: OwnerView
  /** those that changed hands; one that was over by then did not */
  incidents: string[]
}

/** Duty lists and handovers of one centre's shifts. */
export interface DutyDesk {
  /** puts a shift on the list; shifts may overlap */
  addShift(
    from: Sender,
    centre: string,
    shift: { who: OnList; from: Instant; until: Instant },
  ): Promise<Outcome<ShiftView>>
  removeShift(centre: string, shift: string): Promise<Outcome<null>>
  shifts(centre: string, from: Instant, until: Instant): Promise<ShiftView[]>
  onDuty(centre: string): Promise<DutyView>
  handover(centre: string): Promise<HandoverView>
  /** gives open incidents to somebody else: the ones named, or all that the sender has */
  handOver(
    from: Sender,
    centre: string,
    handover: { to: string; incidents?: string[]; note?: string },
  ): Promise<Outcome<HandedOverView>>
}
