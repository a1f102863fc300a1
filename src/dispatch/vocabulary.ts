/** The closed word lists of the service. Codes are English; what people read comes from `src/i18n`. */

export const callClasses = ['normal', 'ghost', 'prank', 'information'] as const
export type CallClass = (typeof callClasses)[number]

/** 1 = life at risk, 2 = urgent, 3 = can wait, 4 = not an emergency. */
export const priorities = [1, 2, 3, 4] as const
export type Priority = (typeof priorities)[number]

/** Dangers that a caller names and that run cards read. */
export const hazards = ['fire', 'powerLine', 'pipedGas', 'violent', 'weapon', 'roadBlocked', 'child'] as const
export type Hazard = (typeof hazards)[number]

export const victimKinds = ['injured', 'sick', 'trapped', 'missing', 'dead'] as const
export type VictimKind = (typeof victimKinds)[number]

/** Whatever a run card may ask of the intake. */
export type Fact = Exclude<VictimKind, 'dead'> | 'noCasualties' | Hazard

/** act = acknowledges, reports, is required; inform = one button, no clock, no report. */
export type Duty = 'act' | 'inform'
export type AssignmentRole = 'lead' | 'support'

/** operator-owns: the operator dispatches (Semarang). dispatcher-handoff: a dispatcher takes the incident over (Cilegon). */
export type Handling = 'operator-owns' | 'dispatcher-handoff'

export const declineReasons = ['notOurs', 'noUnit', 'outOfArea', 'duplicate', 'handledAlready'] as const
export type DeclineReason = (typeof declineReasons)[number]

export const reportOutcomes = ['handled', 'nothingFound', 'referred', 'transferred'] as const
export type ReportOutcome = (typeof reportOutcomes)[number]

export const phoneTaskOutcomes = ['accepted', 'declined', 'noAnswer'] as const
export type PhoneTaskOutcome = (typeof phoneTaskOutcomes)[number]

/** How an agency is reached, in the order of its ladder: its group, a second group elsewhere, a person, a voice. */
export const contactKinds = ['group', 'whatsapp', 'dutyOfficer', 'phone'] as const
export type ContactKind = (typeof contactKinds)[number]

/** How an operator heard what is recorded on an agency's behalf. */
export const heardVias = ['radio', 'phone', 'inPerson'] as const
export type HeardVia = (typeof heardVias)[number]

/** A point in time of the service clock, milliseconds since 1970-01-01 UTC. */
export type Instant = number

/** Reference to a free text kept in a separate, erasable record; the core never sees the words. */
export type TextRef = string

/** Who acted. Crew members act from a paired chat; the name is the one that the channel shows. */
export type Actor =
  | { kind: 'user'; id: string; name: string }
  | { kind: 'member'; chat: string; id: string; name: string }
  | { kind: 'system' }

/** Somebody who works at the page. */
export type DeskUser = Extract<Actor, { kind: 'user' }>

export const system: Actor = { kind: 'system' }

/** The name of a person; empty for the system. */
export const nameOf = (by: Actor): string => (by.kind === 'system' ? '' : by.name)
