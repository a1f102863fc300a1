import type { AgencyAction } from '../../dispatch/incident/assignment.ts'
import type { UpdateFields } from '../../dispatch/incident/effects.ts'
import type { ContactKind, Instant, ReportOutcome, TextRef } from '../../dispatch/vocabulary.ts'
import type { Audience } from './chats.ts'

/**
 * Order within a chat: lower first. Edits are no deliveries; cards that lag come last. What failed again and again is
 * put aside: it is tried on, but holds back nothing that may go. A channel test waits for everything.
 */
export const lanes = { alert: 0, ping: 1, prompt: 2, edit: 3, aside: 4, test: 5 } as const
export type Lane = (typeof lanes)[keyof typeof lanes]

/** What to say, by reference; the words are made when it is sent. */
export type DeliveryContent =
  /**
   * `to`: the rung of the contact ladder that asked for it; default: the group. `follows`: the copy that cannot be edited
   * any more: this one quotes it
   */
  | { kind: 'alert'; incident: string; assignment: string; to?: ContactKind; follows?: string }
  | { kind: 'update'; incident: string; assignment: string; fields: UpdateFields }
  | { kind: 'clockPing'; incident: string; clock: string; rung: string; assignments: string[] }
  | { kind: 'helpPing'; incident: string; item: string; assignment?: string; rung?: string }
  /** chats of the centre that cannot be reached any more (`detail` says why), or can be again */
  | {
      kind: 'channelNews'
      centre: string
      status: 'down' | 'ok'
      chats: { title: string; audience: Audience; detail?: string }[]
    }
  /** every call and incident of the chat's centre that is over a limit of the desk */
  | { kind: 'deskPing' }
  /** asks for the words of the report, as a reply; `by` chose the outcome */
  | {
      kind: 'reportPrompt'
      incident: string
      assignment: string
      outcome: ReportOutcome
      byName: string
      /** the chooser's id on the channel: only that person's app opens a reply */
      byPerson: string
    }
  | { kind: 'reportReturned'; incident: string; assignment: string }
  | { kind: 'closure'; incident: string; assignment: string }
  /** the control room's message: its words, or the incident's point */
  | {
      kind: 'message'
      incident: string
      assignment: string
      /** id of its record in the talk */
      message: string
      part: 'words' | 'venue'
      text?: TextRef
      urgent: boolean
      byName: string
    }
  /** a long operation: asks how it stands, as a reply */
  | { kind: 'sitrepPrompt'; incident: string; assignment: string }
  /** a drill message of a channel test, with one button */
  | { kind: 'channelTest'; test: string }
  /** in a storm, for supervisors: everything that their pings would say, kept true; `centre` and `since` name the storm */
  | { kind: 'stormBoard'; centre: string; since: Instant }
  /** the storm is over: what it was */
  | { kind: 'stormOver'; centre: string; since: Instant }
  /** in a storm: the news of these deliveries, which are not sent by themselves */
  | { kind: 'digest'; items: string[] }
  /** an answer to somebody in a chat: pairing done, command unknown, photo refused … `code` is a key of the i18n notices */
  | { kind: 'notice'; code: string; params: Record<string, string | number>; replyTo?: string }
  /** a quiet yes to somebody's message */
  | { kind: 'nod'; replyTo: string }

/** `digested`: another message says it too, that of `digest` */
export type DeliveryStatus = 'queued' | 'sending' | 'sent' | 'ambiguous' | 'failed' | 'digested'

/** One message for one chat. */
export interface Delivery {
  /** deterministic (effect id + chat): a repeat of the relay is harmless */
  id: string
  /** id of the paired chat */
  chat: string
  lane: Lane
  content: DeliveryContent
  status: DeliveryStatus
  attempt: number
  /** an earlier attempt may have been shown: the next one says so */
  doubtful: boolean
  /** machine time, ms: not before (backoff), or the lease's end while sending */
  notBefore: number
  createdAt: Instant
  sentAt?: Instant
  messageId?: string
  /** when everybody in the chat had read it, where the channel says so; no answer, and no step of an incident */
  readAt?: Instant
  failure?: string
  /** the delivery whose message says it */
  digest?: string
  /** it has let its incident's alert go first */
  waited?: true
  /** action token that its buttons carry */
  token?: string
}

/** Machine milliseconds after which a sender that went silent is taken for dead: DESIGN "Delivery". */
export const sendLeaseMs = 45_000

export interface Retry {
  /** machine time, ms */
  notBefore: number
  doubtful: boolean
  aside?: boolean
}

export interface DeliveryStore {
  /** adds what is not there yet; returns how many were new */
  add(deliveries: Delivery[]): Promise<number>
  byId(id: string): Promise<Delivery | null>
  byMessage(chat: string, messageId: string): Promise<Delivery | null>
  /** the chat's next sendable delivery by lane, then age; null when none may go now (also while one is being sent) */
  next(chat: string, machineNow: number): Promise<Delivery | null>
  /** queued|ambiguous|expired lease -> sending with attempt+1; null when somebody else took it. An expired lease comes back doubtful. */
  claim(delivery: Delivery, machineNow: number): Promise<Delivery | null>
  /** undoes a claim with which nothing was sent; `before`: what was claimed */
  giveBack(claimed: Delivery, before: Delivery): Promise<void>
  sent(id: string, attempt: number, at: Instant, messageId: string): Promise<boolean>
  /** the first reading counts; null where the message is none of ours, or its sending is not written down yet */
  read(chat: string, messageId: string, at: Instant): Promise<Delivery | null>
  /** back to the queue until `notBefore`; `doubtful` when it may have been shown, `aside` to let all others pass */
  retry(id: string, attempt: number, options: Retry): Promise<boolean>
  fail(id: string, attempt: number, failure: string): Promise<boolean>
  /** lets all others pass until `notBefore` (machine time, ms), unless somebody sends it at this moment */
  hold(id: string, notBefore: number): Promise<void>
  /**
   * An alert of the same incident that was put aside is tried before this one; false when there is none, and the second
   * time: an alert that cannot be sent must not hold back the word of it
   */
  letAlertGoFirst(delivery: Delivery): Promise<boolean>
  /** those of the chat that are held and were never tried, the oldest first */
  held(chat: string, limit: number): Promise<Delivery[]>
  /** unsent ones that nobody sends at this moment: another delivery says what they would */
  digest(ids: readonly string[], by: string): Promise<void>
  /** what this one says beside its own, the oldest first */
  digestedBy(delivery: Pick<Delivery, 'id' | 'chat'>): Promise<Delivery[]>
  /** queues a failed one once more; false when it did not fail */
  revive(id: string): Promise<boolean>
  /** chats that have something sendable now (queued, due, or with an expired lease), for the sweep */
  chatsWaiting(machineNow: number, limit: number): Promise<string[]>
  forIncident(incident: string): Promise<Delivery[]>
  /** the chat's messages cannot be referred to any more: the platform numbers them anew */
  forgetMessages(chat: string): Promise<void>
  countUnsent(): Promise<number>
}

/** The live card of one assignment in one chat: shown below wanted queues one edit, so ten changes become one. */
export interface Card {
  /** assignment id + chat id */
  id: string
  incident: string
  assignment: string
  chat: string
  token: string
  wanted: number
  shown: number
  /** what all copies look like; null when we cannot be sure */
  look?: string | null
  /** every copy that we know, the newest last */
  messageIds: string[]
  /** a question that the card asks for a moment instead of its buttons */
  menu?: CardMenu
  /** service time at which the card changes by itself (Urungkan disappears, a menu closes) */
  refreshAt: Instant | null
  /** machine time, ms: no edit before (429, backoff) */
  notBefore: number
  /** how often an edit failed since the last that did not */
  tries?: number
  /** copies that show a version already, while others wait for their turn */
  edited?: { version: number; copies: string[] }
}

/** Actions that ask once more before they count. */
export type ConfirmedAction = Extract<AgencyAction, 'clear' | 'notFound' | 'handBack'>

export type CardMenu =
  | { kind: 'declineReason'; until: Instant }
  | { kind: 'confirm'; action: ConfirmedAction; until: Instant }
  | { kind: 'outcome'; until: Instant }
  /** which unit arrived, or is done */
  | { kind: 'units'; until: Instant }

export interface CardStore {
  /** creates it, or returns the one that is there */
  ensure(card: Card): Promise<Card>
  byId(id: string): Promise<Card | null>
  /** the card that this message shows */
  byMessage(chat: string, messageId: string): Promise<Card | null>
  forIncident(incident: string): Promise<Card[]>
  /** wanted + 1 on every card of the incident; returns their chats */
  want(incident: string): Promise<string[]>
  /** opens or closes a menu and wants an edit */
  setMenu(id: string, menu: CardMenu | null): Promise<void>
  /** a copy that we did not know was seen: it is edited with the others */
  addCopy(id: string, messageId: string): Promise<void>
  /**
   * after a send or edit: shown = max(shown, version); menus that are over go; refreshAt and the look are set; a new
   * message is one more copy
   */
  showed(
    id: string,
    version: number,
    refreshAt: Instant | null,
    as?: { look: string | null; copy?: string },
  ): Promise<void>
  /** some copies show a version, others do not yet: the card goes on lagging */
  copyShowed(id: string, edited: { version: number; copies: string[] }): Promise<void>
  /** the chat's lagging card that was wanted first; null when none or not yet */
  lagging(chat: string, machineNow: number): Promise<Card | null>
  /** an edit failed: none before this, machine ms */
  postpone(id: string, notBefore: number): Promise<void>
  /** a copy is gone and cannot be edited any more */
  forgetCopy(id: string, messageId: string): Promise<void>
  /** all copies in this chat are */
  forgetCopies(chat: string): Promise<void>
  chatsLagging(machineNow: number, limit: number): Promise<string[]>
  /** cards whose own change is due: wants an edit of each, returns their chats */
  refreshDue(now: Instant): Promise<string[]>
  countLagging(): Promise<number>
}

/** What a button's token stands for; incident and agency never leave the server. */
export type TokenMeaning =
  | { kind: 'card'; incident: string; assignment: string; chat: string }
  | { kind: 'ping'; incident: string; clock: string; chat: string }
  | { kind: 'help'; incident: string; item: string; chat: string }
  /** a report under way in a private chat with this person */
  | { kind: 'draft'; incident: string; assignment: string; chat: string; person: string }
  /** the button of a channel test */
  | { kind: 'channelTest'; test: string; chat: string }
  /** a message that asks for a report; its link into a private chat is good until `expiresAt` (service time) */
  | {
      kind: 'prompt'
      incident: string
      assignment: string
      chat: string
      outcome?: ReportOutcome
      expiresAt: Instant
    }

export interface TokenStore {
  put(token: string, meaning: TokenMeaning): Promise<void>
  meaning(token: string): Promise<TokenMeaning | null>
}
