import type { Actor, Instant, TextRef } from '../../dispatch/vocabulary.ts'

/** What a message of the talk is. Of what is only heard (voice, video, document, contact) nothing but the fact is kept. */
export const talkKinds = ['text', 'photo', 'place', 'livePlace', 'voice', 'video', 'document', 'contact'] as const
export type TalkKind = (typeof talkKinds)[number]

/** WGS 84 degrees; the radius in metres, where the phone named one. */
export interface TalkPlace {
  lat: number
  lng: number
  accuracyMetres: number | null
  /** of a venue */
  title?: string
  address?: string
}

/** What the words were at a time; an edit in the chat adds a version and changes nothing else. */
export interface TalkVersion {
  /** id of the command that brought it: a repeat adds nothing */
  id: string
  at: Instant
  text: string
  /** figure of a line "Korban: 3" in it */
  victims?: number
}

interface TalkBase {
  id: string
  centre: string
  incident: string
  by: Actor
  at: Instant
}

export interface LivePlace {
  movedAt: Instant
  until: Instant
  ended: boolean
}

/** A crew's reply to one of our messages. */
export interface HeardTalk extends TalkBase {
  direction: 'in'
  assignment: string
  /** the paired chat and the message in it, so that later edits find their record */
  chat: string
  messageId: string | null
  kind: TalkKind
  /** the first version first; none when it came without words */
  versions: TalkVersion[]
  /** id of the photo record */
  photo?: string
  place?: TalkPlace
  /** a live location: when it last moved, and whether it is over */
  live?: LivePlace
  /** these words were filed as the close-out report */
  report: boolean
}

/** A message of the control room to groups; its words are kept with the incident's other texts. */
export interface SentTalk extends TalkBase {
  direction: 'out'
  text?: TextRef
  venue: boolean
  urgent: boolean
  /** assignments */
  to: string[]
}

export type TalkRecord = HeardTalk | SentTalk

export interface TalkPage {
  /** newest first */
  records: TalkRecord[]
  /** names the place to go on from; null when this was the last page */
  next: string | null
}

/** What was said in an incident, outside its document: there may be any number of replies. */
export interface TalkStore {
  /** false when it is there already */
  add(record: TalkRecord): Promise<boolean>
  byMessage(chat: string, messageId: string): Promise<HeardTalk | null>
  addVersion(id: string, version: TalkVersion): Promise<void>
  /** a live location moved, or ended */
  move(id: string, place: TalkPlace, movedAt: Instant, ended: boolean): Promise<void>
  page(incident: string, query: { after?: string; limit: number }): Promise<TalkPage>
  /** every live location of the incident, the newest first */
  livePlaces(incident: string): Promise<HeardTalk[]>
  /** whether the person wrote anything in the incident from this chat */
  hasFrom(incident: string, chat: string, person: string): Promise<boolean>
  /** forgets the numbers of messages: the chat has moved, and they soon belong to others */
  forgetMessages(chat: string): Promise<void>
}
