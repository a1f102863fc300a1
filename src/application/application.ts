import { agencyActions } from '../dispatch/incident/assignment.ts'
import type { Point, Victims } from '../dispatch/incident/intake.ts'
import type { RefusalCode } from '../dispatch/refusal.ts'
import {
  type Actor,
  type AssignmentRole,
  type CallClass,
  type DeclineReason,
  type Duty,
  declineReasons,
  type Hazard,
  type Instant,
  type PhoneTaskOutcome,
  reportOutcomes,
} from '../dispatch/vocabulary.ts'
import type { ActiveCommands } from './commands/active.ts'
import type { AnswerCommands } from './commands/answers.ts'
import type { AssignmentCommands } from './commands/assignments.ts'
import type { BackEntryCommands } from './commands/back-entry.ts'
import type { CallDeskCommands, CallDeskQueries } from './commands/call-desk.ts'
import type { ChannelTests } from './commands/channel-tests.ts'
import type { AttachCommands, MergeCommands, SimilarQueries } from './commands/duplicates.ts'
import type { DutyDesk } from './commands/duty.ts'
import type { LifecycleCommands } from './commands/lifecycle.ts'
import type { MessageCommands } from './commands/messages.ts'
import type { Places } from './commands/places.ts'
import type { PrivateCommands } from './commands/private-chat.ts'
import type { RuleAdministration } from './commands/rules.ts'
import type { TalkCommands } from './commands/talk.ts'
import type { FiguresView } from './figures/figures-view.ts'
import type { ChannelName, ChatAddress } from './ports/channel.ts'
import type { PairedChat } from './ports/chats.ts'
import type { ArchivedCallsQuery, ArchiveQuery } from './queries/archive.ts'
import type { EscalationsView } from './queries/escalations.ts'
import type { DetailSeenView, TalkPageView } from './views/talk.ts'
import type { CallSummary, CallView, IncidentSummary, IncidentView, StormView } from './views.ts'

/** Refusals that arise around the core: rights, chats, tokens, texts. */
export const applicationRefusalCodes = [
  'unknownCentre',
  'centreClosed',
  'unknownAgency',
  'unknownPost',
  'unknownChat',
  'otherChat',
  'unknownToken',
  'textTooLong',
  'textEmpty',
  'photoInvalid',
  'photoTooLarge',
  'tooManyPhotos',
  'linkExpired',
  'notAMember',
  'codeInvalid',
  'privateChatNeeded',
  'groupNeeded',
  'nothingToConfirm',
  'tryAgain',
  'changedMeanwhile',
  'rulesInvalid',
  'ruleChangedMeanwhile',
  'otherStandard',
  'unknownUser',
  'roleUnfit',
  'shiftEndsFirst',
  'shiftTooLong',
  'noChannel',
  'testRunning',
  'testEnded',
  'unknownPeriod',
  'nothingToImport',
  'tooManyPlaces',
] as const
export type AnyRefusalCode = RefusalCode | (typeof applicationRefusalCodes)[number]

export interface AnyRefusal {
  code: AnyRefusalCode
  params: Record<string, string | number>
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; refusal: AnyRefusal }

/** Every command names who and with which id; a repeated id returns the first result. */
export interface Sender {
  commandId: string
  by: Actor
}

/** An answer as typed; a missing key leaves the field as it was. */
export type Typed<T> = { known: T } | 'unknown'

export interface IntakeAnswers {
  reporterName?: Typed<string>
  reporterPhone?: Typed<string>
  type?: Typed<string>
  location?: Typed<string>
  address?: Typed<string>
  landmark?: Typed<string>
  point?: Typed<Point>
  condition?: Typed<string>
  passable?: Typed<boolean>
  handlingSoFar?: Typed<string>
  victims?: Typed<Victims>
  hazards?: Hazard[]
}

export interface ChosenAgency {
  agency: string
  /** code of the post to send; absent: the agency as a whole */
  post?: string
  role: AssignmentRole
  duty: Duty
  /** codes of the units that it sends, where they are known */
  units?: string[]
}

/** What operators do about calls. */
export interface CallCommands extends CallDeskCommands, BackEntryCommands, AttachCommands {
  open(
    from: Sender,
    input: { centre: string; callId: string; phone: string | null; name: string | null },
  ): Promise<Outcome<CallView>>
  /** a normal call opens its incident at once; ghost and prank close the call in one action */
  classify(from: Sender, call: string, callClass: CallClass): Promise<Outcome<CallView>>
  setCaller(
    from: Sender,
    call: string,
    caller: { phone?: string | null; name?: string | null },
  ): Promise<Outcome<CallView>>
  /** `entry`: the information entry that was given */
  recordAnswer(
    from: Sender,
    call: string,
    answer: { topic: string; answer: string; entry?: string },
  ): Promise<Outcome<CallView>>
  refer(
    from: Sender,
    call: string,
    to: { receiver: string; note?: string; ticket?: string },
  ): Promise<Outcome<CallView>>
  end(from: Sender, call: string): Promise<Outcome<CallView>>
}

/** What operators, dispatchers and supervisors do about incidents. */
export interface IncidentCommands extends AssignmentCommands, MessageCommands, LifecycleCommands, MergeCommands {
  answerIntake(from: Sender, incident: string, answers: IntakeAnswers): Promise<Outcome<IncidentView>>
  submitIntake(from: Sender, incident: string): Promise<Outcome<IncidentView>>
  take(from: Sender, incident: string): Promise<Outcome<IncidentView>>
  dispatch(from: Sender, incident: string, agencies: ChosenAgency[]): Promise<Outcome<IncidentView>>
  /** `replaces`: the assignment in whose place, and role, it comes */
  addAgency(
    from: Sender,
    incident: string,
    agency: ChosenAgency & { replaces?: string },
  ): Promise<Outcome<IncidentView>>
  acceptReport(from: Sender, incident: string, assignment: string): Promise<Outcome<IncidentView>>
  returnReport(from: Sender, incident: string, assignment: string, remark: string): Promise<Outcome<IncidentView>>
  waiveReport(from: Sender, incident: string, assignment: string, reason: string): Promise<Outcome<IncidentView>>
  standDown(from: Sender, incident: string, assignment: string, reason: string): Promise<Outcome<IncidentView>>
  takeEscalation(from: Sender, incident: string, clock: string): Promise<Outcome<IncidentView>>
  recordPhoneTask(
    from: Sender,
    incident: string,
    task: string,
    input: { outcome: PhoneTaskOutcome; reason?: DeclineReason },
  ): Promise<Outcome<IncidentView>>
  settleAttention(from: Sender, incident: string, item: string): Promise<Outcome<IncidentView>>
  close(from: Sender, incident: string): Promise<Outcome<IncidentView>>
  /** `asCallTaker`: by somebody whose part ends where a dispatcher takes over */
  cancel(from: Sender, incident: string, reason: string, asCallTaker?: boolean): Promise<Outcome<IncidentView>>
}

export interface Queries extends CallDeskQueries, SimilarQueries {
  calls(centre: string, query: { openOnly: boolean; limit: number }): Promise<CallSummary[]>
  call(id: string): Promise<CallView | null>
  incidents(centre: string): Promise<IncidentSummary[]>
  incident(id: string): Promise<IncidentView | null>
  incidentNumber(id: string): Promise<string | null>
  /** open incidents with a clock or a contact ladder that climbs, the most urgent first */
  escalations(centre: string): Promise<EscalationsView>
  /** incidents that are over by number or words and by fields, newest first */
  archive(centre: string, query: ArchiveQuery): Promise<IncidentSummary[]>
  /** calls of a class that needed no crew, newest first, by the days on which they rang */
  archivedCalls(centre: string, query: ArchivedCallsQuery): Promise<CallSummary[]>
  /** figures of a period (2026-11-22, 2026-11, 2026-C3), of the centre or of one agency there */
  figures(centre: string, period: string, agency?: string): Promise<Outcome<FiguresView>>
  /** who of the crews saw the caller's contact and the facts, newest first; null when there is no such incident */
  views(incident: string): Promise<DetailSeenView[] | null>
  /** the talk of an incident, newest first, from `after` on (a page's `next`); null when there is no such incident */
  talk(incident: string, query: { after?: string; limit: number }): Promise<TalkPageView | null>
  /** the storm that is on in this centre, null when there is none */
  storm(centre: string): Promise<StormView | null>
  /** the centre's cards in this version, or its newest; null when it has no such version */
  runCards(
    centre: string,
    version?: number,
  ): Promise<{ code: string; name: { id: string; en: string }; priority: number; restricted: boolean }[] | null>
}

/** What a press led to: the words of the answer are made by the channel from `code` and `params`. */
export type PressOutcome =
  | { kind: 'done'; code: string; params: Record<string, string | number> }
  | { kind: 'refused'; refusal: AnyRefusal }

/** A person in a paired chat, as the channel identified them. */
export interface Presser {
  channel: ChannelName
  address: ChatAddress
  /** stable id of the person on the channel */
  personId: string
  /** the name that the channel shows */
  personName: string
}

/** Everything that a button may carry: an agency's actions, answers to a card's questions, and what is beside them. */
export const buttonVerbs = [
  ...agencyActions,
  'undo',
  'confirm:clear',
  'confirm:notFound',
  'confirm:handBack',
  'back',
  ...declineReasons.map(reason => `reason:${reason}` as const),
  ...reportOutcomes.map(outcome => `outcome:${outcome}` as const),
  /** a menu of the units, and what one of them did: the button carries its number */
  'units',
  'unit:arrive',
  'unit:clear',
  'detail',
  'takeOver',
  'postpone',
  'putAway',
  'finish',
  'takeEscalation',
] as const
export type ButtonVerb = (typeof buttonVerbs)[number]

/** What crews and supervisors do from their chats. */
export interface ChatCommands extends ActiveCommands, AnswerCommands, TalkCommands, PrivateCommands {
  /**
   * a button's press; `messageId` is the copy that was pressed (adopted when we do not know it); `about` is the number
   * that the button carries: the step that Urungkan takes back (absent: the last one), a unit
   */
  press(
    commandId: string,
    from: Presser,
    press: { token: string; verb: ButtonVerb; messageId: string | null; about?: number },
  ): Promise<PressOutcome>
  /** `/pasang CODE` typed in the chat; `private` when nobody but the person and the bot reads it */
  pair(from: Presser, code: string, chat: { title: string; private: boolean }): Promise<Outcome<PairedChat>>
  /** the bot was removed, restricted, blocked, or is back */
  chatHealth(
    channel: ChannelName,
    address: ChatAddress,
    health: { ok: true } | { ok: false; detail: string },
  ): Promise<void>
  /** everybody in the chat has read a message of ours; shown to the desk and nothing else: it is no answer */
  messageRead(channel: ChannelName, address: ChatAddress, messageId: string, at: Instant): Promise<void>
  /** the platform gave the group a new id */
  chatMoved(channel: ChannelName, from: ChatAddress, to: ChatAddress): Promise<void>
  /** an answer to the chat through the delivery lanes (kept, paced, retried): `code` is a key of the notices catalogue */
  notify(
    commandId: string,
    chat: PairedChat,
    code: string,
    params: Record<string, string | number>,
    replyTo?: string,
  ): Promise<void>
  /** a quiet yes to somebody's message, through the lanes too, behind all that is said in words */
  nod(commandId: string, chat: PairedChat, replyTo: string): Promise<void>
}

/** Everything that the outside may ask of the application. */
export interface Application {
  calls: CallCommands
  incidents: IncidentCommands
  queries: Queries
  chats: ChatCommands
  rules: RuleAdministration
  duty: DutyDesk
  channelTests: ChannelTests
  places: Places
}
