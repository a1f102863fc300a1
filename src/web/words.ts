import type {
  AssignmentView,
  AuditKind,
  CallView,
  ChatView,
  Fact,
  HeardAs,
  IncidentView,
  MarkUnit,
  Recipient,
  RecordDecline,
  RecordReport,
  Role,
} from '../admin-api/contract/index.ts'

/** Closed word lists of the API, in the order in which the page offers them. */

export type { Role }
export type CallClass = NonNullable<CallView['callClass']>
export type Priority = IncidentView['priority']
export type IncidentStatus = IncidentView['status']
export type AssignmentStatus = AssignmentView['status']
export type AgencyAction = AssignmentView['actions'][number]
export type Hazard = IncidentView['intake']['hazards'][number]
export type DeclineReason = RecordDecline['reason']
export type ReportOutcome = RecordReport['outcome']
export type HeardVia = HeardAs['via']
export type UnitMark = MarkUnit['mark']
export type Victims = Exclude<NonNullable<IncidentView['intake']['victims']>, 'unknown'>['known']
export type VictimKind = keyof Victims

/** A list that must name every word: one that is forgotten does not compile. */
const everyOne =
  <Word extends string | number>() =>
  <const List extends readonly Word[]>(list: Word extends List[number] ? List : never): List =>
    list

export const callClasses = everyOne<CallClass>()(['normal', 'ghost', 'prank', 'information'])
export const hazards = everyOne<Hazard>()([
  'fire',
  'powerLine',
  'pipedGas',
  'violent',
  'weapon',
  'roadBlocked',
  'child',
])
/** Whatever a run card may ask of the intake. */
export const facts = everyOne<Fact>()([
  'injured',
  'sick',
  'trapped',
  'missing',
  'noCasualties',
  'fire',
  'powerLine',
  'pipedGas',
  'violent',
  'weapon',
  'roadBlocked',
  'child',
])
/** Kinds of entries in the audit trail. */
export const auditKinds = everyOne<AuditKind>()([
  'personalData',
  'users',
  'directory',
  'rules',
  'information',
  'channels',
  'duty',
])
/** Whom a rung of a ladder reaches. */
export const recipients = everyOne<Recipient>()([
  'owner',
  'agency',
  'dutyOfficer',
  'agencyCommander',
  'supervisorOnDuty',
  'supervisorsChat',
])
export const victimKinds = everyOne<VictimKind>()(['injured', 'sick', 'trapped', 'missing', 'dead'])
export const declineReasons = everyOne<DeclineReason>()([
  'notOurs',
  'noUnit',
  'outOfArea',
  'duplicate',
  'handledAlready',
])
export const heardVias = everyOne<HeardVia>()(['radio', 'phone', 'inPerson'])
export const unitMarks = everyOne<UnitMark>()(['depart', 'arrive', 'clear'])
export const reportOutcomes = everyOne<ReportOutcome>()(['handled', 'nothingFound', 'referred', 'transferred'])
export const priorities = everyOne<Priority>()([1, 2, 3, 4])
/** After these nothing moves any more. */
export const overStatuses: readonly IncidentStatus[] = ['archived', 'cancelled', 'merged', 'handedOver']
/** The agency has left the incident; it may be asked again. */
export const leftStatuses: readonly AssignmentStatus[] = ['declined', 'handedBack', 'stoodDown']
/** Nothing more is awaited of the agency. */
export const doneStatuses: readonly AssignmentStatus[] = [...leftStatuses, 'reportAccepted', 'reportWaived']
/** A channel's own name, the same in every language. */
export const channelNames: Readonly<Record<ChatView['channel'], string>> = {
  telegram: 'Telegram',
  whatsapp: 'WhatsApp',
}
export const roles = everyOne<Role>()(['operator', 'dispatcher', 'supervisor', 'administrator'])
