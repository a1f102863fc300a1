import type { z } from 'zod'
import type * as administration from './administration.ts'
import type * as archive from './archive.ts'
import type * as assignments from './assignments.ts'
import type * as audit from './audit.ts'
import type * as backEntries from './back-entry.ts'
import type * as callDesk from './call-desk.ts'
import type * as channelTests from './channel-tests.ts'
import type * as duplicates from './duplicates.ts'
import type * as duty from './duty.ts'
import type * as figures from './figures.ts'
import type * as information from './information.ts'
import type * as inputs from './inputs.ts'
import type * as lifecycle from './lifecycle.ts'
import type * as operation from './operation.ts'
import type * as panel from './panel.ts'
import type * as places from './places.ts'
import type * as refusal from './refusal.ts'
import type * as rules from './rules.ts'
import type * as service from './service.ts'
import type * as session from './session.ts'
import type * as signals from './signals.ts'
import type * as storm from './storm.ts'
import type * as talk from './talk.ts'
import type * as whatsapp from './whatsapp.ts'

/** The API as types, for pages and drivers: import nothing but types from here. */

export type Mode = z.infer<typeof session.mode>
export type Role = z.infer<typeof session.role>
export type SignIn = z.infer<typeof session.signIn>
export type NewPassword = z.infer<typeof session.newPassword>
export type SetDuty = z.infer<typeof session.setDuty>
export type WhatsAppView = z.infer<typeof whatsapp.whatsAppView>
export type WhatsAppWish = z.infer<typeof whatsapp.whatsAppWish>
export type SessionView = z.infer<typeof session.sessionView>
export type Done = z.infer<typeof session.done>

export type OpenCall = z.infer<typeof inputs.openCall>
export type SetCaller = z.infer<typeof inputs.setCaller>
export type ClassifyCall = z.infer<typeof inputs.classifyCall>
export type RecordAnswer = z.infer<typeof inputs.recordAnswer>
export type ReferCall = z.infer<typeof inputs.referCall>
export type ReclassifyCall = z.infer<typeof callDesk.reclassifyCall>
export type ConfirmReferral = z.infer<typeof callDesk.confirmReferral>
export type RecordCallback = z.infer<typeof callDesk.recordCallback>
export type ReferralView = z.infer<typeof callDesk.referralView>
export type CallbackView = z.infer<typeof callDesk.callbackView>
export type CallbackList = z.infer<typeof callDesk.callbackList>
export type ReferralList = z.infer<typeof callDesk.referralList>
export type BackEntry = z.infer<typeof backEntries.backEntry>
export type IntakeAnswers = z.infer<typeof inputs.intakeAnswers>
export type ChosenAgency = z.infer<typeof inputs.chosenAgency>
export type JoiningAgency = z.infer<typeof inputs.joiningAgency>
export type SetPriority = z.infer<typeof lifecycle.setPriority>
export type HandOver = z.input<typeof lifecycle.handOver>
export type AnswerHandOver = z.infer<typeof lifecycle.answerHandOver>
export type HandOverView = z.infer<typeof lifecycle.handOverView>
export type NeighbourList = z.infer<typeof lifecycle.neighbourList>
export type RecordSitrep = z.infer<typeof lifecycle.recordSitrep>
export type DispatchAgencies = z.infer<typeof inputs.dispatchAgencies>
export type WithReason = z.infer<typeof inputs.withReason>
export type RecordAction = z.infer<typeof inputs.recordAction>
export type RecordDecline = z.infer<typeof inputs.recordDecline>
export type RecordReport = z.infer<typeof inputs.recordReport>
export type HeardAs = z.infer<typeof inputs.heardAs>
export type NameUnits = z.infer<typeof assignments.nameUnits>
export type MarkUnit = z.infer<typeof assignments.markUnit>
export type ChangeDuty = z.infer<typeof assignments.changeDuty>
export type CorrectStep = z.infer<typeof assignments.correctStep>
export type StepView = z.infer<typeof assignments.stepView>
export type UnitView = z.infer<typeof assignments.unitView>
export type CorrectionView = z.infer<typeof assignments.correctionView>
export type UndoStep = z.infer<typeof inputs.undoStep>
export type ReturnReport = z.infer<typeof inputs.returnReport>
export type RecordPhoneTask = z.infer<typeof inputs.recordPhoneTask>

export type ArchiveSearch = z.input<typeof archive.archiveFields>
export type ArchivedCallsSearch = z.input<typeof archive.archivedCalls>
export type FiguresView = z.infer<typeof figures.figuresView>

export type AttachCall = z.infer<typeof duplicates.attachCall>
export type MergeIncident = z.infer<typeof duplicates.mergeIncident>
export type SettleConflict = z.infer<typeof duplicates.settleConflict>
export type SimilarView = z.infer<typeof duplicates.similarView>

export type FurtherReportView = z.infer<typeof service.furtherReportView>
export type ConflictView = z.infer<typeof service.conflictView>
export type ClockView = z.infer<typeof service.clockView>
export type CallSummary = z.infer<typeof service.callSummary>
export type CallView = z.infer<typeof service.callView>
export type IntakeView = z.infer<typeof service.intakeView>
export type ProposedAgencyView = z.infer<typeof panel.proposedAgencyView>
export type AssignmentView = z.infer<typeof panel.assignmentView>
export type TimelineEntryView = z.infer<typeof service.timelineEntryView>
export type TalkView = z.infer<typeof talk.talkView>
export type TalkPage = z.infer<typeof talk.talkPage>
export type PositionView = z.infer<typeof talk.positionView>
export type DetailViews = z.infer<typeof talk.detailViews>
export type SendMessage = z.infer<typeof talk.sendMessage>
export type PhotoView = z.infer<typeof service.photoView>
export type PhoneTaskView = z.infer<typeof signals.phoneTaskView>
export type AttentionItem = z.infer<typeof signals.attentionItem>
export type IncidentSummary = z.infer<typeof service.incidentSummary>
export type IncidentView = z.infer<typeof service.incidentView>
export type RunCardView = z.infer<typeof service.runCardView>
export type CallList = z.infer<typeof service.callList>
export type IncidentList = z.infer<typeof service.incidentList>
export type RunCardList = z.infer<typeof service.runCardList>

export type NewCentre = z.infer<typeof administration.newCentre>
export type CentreChange = z.infer<typeof administration.centreChange>
export type CentreView = z.infer<typeof administration.centreView>
export type CentreList = z.infer<typeof administration.centreList>
export type NewAgency = z.infer<typeof administration.newAgency>
export type AgencyChange = z.infer<typeof administration.agencyChange>
export type AgencyView = z.infer<typeof administration.agencyView>
export type AgencyList = z.infer<typeof administration.agencyList>
export type AllAgencies = z.infer<typeof administration.allAgencies>
export type NewPost = z.infer<typeof administration.newPost>
export type PostChange = z.infer<typeof administration.postChange>
export type PostView = z.infer<typeof administration.postView>
export type PostList = z.infer<typeof administration.postList>
export type NewUser = z.infer<typeof administration.newUser>
export type UserChange = z.infer<typeof administration.userChange>
export type UserView = z.infer<typeof administration.userView>
export type ChangedUser = z.infer<typeof administration.changedUser>
export type UserList = z.infer<typeof administration.userList>
export type SignInLinkView = z.infer<typeof administration.signInLinkView>
export type AudienceInput = z.infer<typeof administration.audience>
export type NewPairingCode = z.infer<typeof administration.newPairingCode>
export type PairingCodeView = z.infer<typeof administration.pairingCodeView>
export type PairingCodeList = z.infer<typeof administration.pairingCodeList>
export type ChatView = z.infer<typeof administration.chatView>
export type ChatList = z.infer<typeof administration.chatList>

export type NewChannelTest = z.infer<typeof channelTests.newChannelTest>
export type ChannelTestView = z.infer<typeof channelTests.channelTestView>
export type ChannelTestsView = z.infer<typeof channelTests.channelTestsView>
export type ChecksAsked = z.infer<typeof administration.checksAsked>

export type NewShift = z.infer<typeof duty.newShift>
export type ShiftView = z.infer<typeof duty.shiftView>
export type DutyList = z.infer<typeof duty.dutyList>
export type DutyView = z.infer<typeof duty.dutyView>
export type HandoverView = z.infer<typeof duty.handoverView>
export type NewHandover = z.infer<typeof duty.newHandover>
export type ColleagueList = z.infer<typeof duty.colleagueList>
export type EscalationsView = z.infer<typeof duty.escalationsView>
export type HandedOverView = z.infer<typeof duty.handedOver>

export type HealthStatus = z.infer<typeof operation.healthStatus>
export type HealthView = z.infer<typeof operation.healthView>
export type HeartbeatView = z.infer<typeof operation.heartbeatView>
export type FindingView = z.infer<typeof operation.findingView>
export type AliveView = z.infer<typeof operation.aliveView>
export type ClockChange = z.infer<typeof operation.clockChange>
export type TrainingClockView = z.infer<typeof operation.trainingClockView>
export type IdleView = z.infer<typeof operation.idleView>
export type TrainingLinks = z.infer<typeof operation.trainingLinks>

export type AuditTrail = z.infer<typeof audit.auditTrail>
export type AuditQuery = z.input<typeof audit.auditQuery>
export type { AuditKind, AuditWord } from '../audit-words.ts'

export type NewInformation = z.infer<typeof information.newInformation>
export type InformationChange = z.infer<typeof information.informationChange>
export type InformationSearch = z.input<typeof information.informationSearch>
export type InformationView = z.infer<typeof information.informationView>
export type InformationFound = z.infer<typeof information.informationFound>
export type InformationEntry = z.infer<typeof information.informationEntry>
export type InformationList = z.infer<typeof information.informationList>

export type PlaceView = z.infer<typeof places.placeView>
export type PlacesFound = z.infer<typeof places.placesFound>
export type LookAround = z.infer<typeof places.lookAround>
export type Surroundings = z.infer<typeof places.surroundings>
export type MapView = z.infer<typeof places.mapView>
export type OutlineView = z.infer<typeof places.outlineView>
export type EditionView = z.infer<typeof places.editionView>
export type GazetteerView = z.infer<typeof places.gazetteerView>
export type PlacesFile = z.infer<typeof places.placesFile>
export type PlacesImport = z.infer<typeof places.placesImport>
export type PlacesPreview = z.infer<typeof places.placesPreview>
export type OutlinesFile = z.infer<typeof places.outlinesFile>
export type OutlinesImport = z.infer<typeof places.outlinesImport>
export type OutlinesPreview = z.infer<typeof places.outlinesPreview>

export type { Recipient } from '../../dispatch/profiles/profile.ts'
export type { Fact } from '../../dispatch/vocabulary.ts'
export type RunCardSetEdit = z.infer<typeof rules.runCardSet>
export type ProfileEdit = z.infer<typeof rules.profileEdit>
export type RuleDifference = z.infer<typeof rules.differenceView>
export type RuleHistory = z.infer<typeof rules.ruleHistory>
export type RulePreview = z.infer<typeof rules.rulePreview>
export type RuleProblemView = z.infer<typeof rules.ruleProblemView>
export type RunCardsVersion = z.infer<typeof rules.runCardsVersion>
export type ProfileVersion = z.infer<typeof rules.profileVersion>

export type StormView = z.infer<typeof storm.stormView>
export type StormNow = z.infer<typeof storm.stormNow>

export type RefusalBody = z.infer<typeof refusal.refusalBody>
export type LiveChange = z.infer<typeof refusal.liveChange>
