import type { Call } from '../../dispatch/call/call.ts'
import type { CallEffect, CallEvent } from '../../dispatch/call/messages.ts'
import type { IncidentEffect } from '../../dispatch/incident/effects.ts'
import type { IncidentEvent } from '../../dispatch/incident/events.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import type { AcquaintanceStore } from './acquaintances.ts'
import type { DirectoryStore } from './administration.ts'
import type { AggregateStore } from './aggregate-store.ts'
import type { AnswerCodeStore } from './answer-codes.ts'
import type { AnswerPollStore } from './answer-polls.ts'
import type { ChannelTestStore } from './channel-tests.ts'
import type { ChatStore } from './chats.ts'
import type { CardStore, DeliveryStore, TokenStore } from './deliveries.ts'
import type { DraftStore } from './drafts.ts'
import type { HandoverStore, RosterStore } from './duty.ts'
import type { EditionStore } from './editions.ts'
import type { FigureStore } from './figures.ts'
import type { InboxStore } from './inbox.ts'
import type { InformationStore } from './information.ts'
import type { LiveMessageStore } from './live-messages.ts'
import type { Outline, Place } from './places.ts'
import type {
  AuditStore,
  CallerStore,
  CounterStore,
  LeaseStore,
  PhotoStore,
  SettingStore,
  TextStore,
} from './records.ts'
import type { RuleStore } from './rules.ts'
import type { StormStore } from './storms.ts'
import type { TalkStore } from './talk.ts'

/** The stores that the application works with; `src/models` implements them. */
export interface ApplicationStores {
  incidents: AggregateStore<Incident, IncidentEvent, IncidentEffect>
  calls: AggregateStore<Call, CallEvent, CallEffect>
  acquaintances: AcquaintanceStore
  chats: ChatStore
  channelTests: ChannelTestStore
  deliveries: DeliveryStore
  cards: CardStore
  tokens: TokenStore
  answerCodes: AnswerCodeStore
  answerPolls: AnswerPollStore
  inbox: InboxStore
  texts: TextStore
  callers: CallerStore
  photos: PhotoStore
  talk: TalkStore
  drafts: DraftStore
  audit: AuditStore
  counters: CounterStore
  leases: LeaseStore
  directory: DirectoryStore
  rules: RuleStore
  information: InformationStore
  roster: RosterStore
  handovers: HandoverStore
  liveMessages: LiveMessageStore
  storms: StormStore
  figures: FigureStore
  places: EditionStore<Place>
  outlines: EditionStore<Outline>
  settings: SettingStore
}
