import type { DeskUser, Instant, TextRef } from '../../dispatch/vocabulary.ts'
import type { Role } from './administration.ts'

/** What somebody of the centre does on a shift. */
export const shiftRoles = ['operator', 'dispatcher', 'supervisor'] as const satisfies readonly Role[]
export type ShiftRole = (typeof shiftRoles)[number]

/** Who stands on the duty list: somebody of the centre, or an agency's officer or commander with a number. */
export type OnList =
  | { kind: 'user'; user: string; role: ShiftRole }
  | { kind: 'contact'; agency: string; duty: 'dutyOfficer' | 'agencyCommander'; name: string; phone: string | null }

/** One shift of the duty list; from included, until not, service time. */
export interface Shift {
  id: string
  centre: string
  who: OnList
  from: Instant
  until: Instant
}

export interface RosterStore {
  /** false when the id is there already */
  put(shift: Shift): Promise<boolean>
  byId(id: string): Promise<Shift | null>
  remove(id: string): Promise<void>
  /** shifts of the centre that touch the period, by their beginning */
  between(centre: string, from: Instant, until: Instant): Promise<Shift[]>
  /** shifts of the centre that cover this moment */
  at(centre: string, now: Instant): Promise<Shift[]>
}

/** Serah terima that was asked for: kept until every incident has changed hands. */
export interface Handover {
  id: string
  centre: string
  by: DeskUser
  to: DeskUser
  incidents: string[]
  /** words for whoever takes over, erasable, kept under the handover's own id until they stand with the incidents */
  note: TextRef | null
  at: Instant
  done: boolean
}

export interface HandoverStore {
  /** false when it is there already */
  put(handover: Handover): Promise<boolean>
  byId(id: string): Promise<Handover | null>
  done(id: string): Promise<void>
  /** ids of those that are not done, for the sweep */
  open(limit: number): Promise<string[]>
}
