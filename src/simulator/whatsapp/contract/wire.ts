/** What the page in Chromium and the stand-in say to each other. Ids are WhatsApp's texts, times are seconds. */

export interface WireKey {
  readonly fromMe: boolean
  readonly remote: string
  readonly id: string
  readonly participant: string | null
}

export interface WireMedia {
  readonly fileId: string
  readonly mime: string
  readonly size: number
  readonly name: string | null
  readonly seconds: number | null
  readonly gone: 'expired' | 'missing' | 'broken' | null
}

export interface WirePoll {
  readonly question: string
  readonly options: readonly string[]
  readonly single: boolean
}

export interface WireQuote {
  readonly id: string
  readonly participant: string
  readonly type: string
  readonly body: string
}

export interface WireReaction {
  readonly by: string
  readonly text: string
}

export interface WireVote {
  readonly by: string
  readonly options: readonly number[]
}

export interface WireMessage {
  readonly key: WireKey
  /** WhatsApp's word: chat, image, ptt, document, sticker, poll_creation, location, gp2, revoked. */
  readonly type: string
  readonly subtype: string | null
  readonly body: string
  readonly caption: string | null
  readonly t: number
  readonly from: string
  readonly to: string
  readonly author: string | null
  readonly notifyName: string
  readonly ack: number
  readonly editedMs: number | null
  readonly quote: WireQuote | null
  readonly mentions: readonly string[]
  readonly media: WireMedia | null
  readonly poll: WirePoll | null
  readonly place: { readonly latitude: number; readonly longitude: number; readonly name: string } | null
  /** Of a notice: whom it is about. */
  readonly recipients: readonly string[]
  readonly reactions: readonly WireReaction[]
  readonly votes: readonly WireVote[]
}

export interface WireMember {
  readonly id: string
  readonly admin: boolean
}

export interface WireChat {
  readonly id: string
  readonly title: string
  readonly group: {
    readonly members: readonly WireMember[]
    readonly lids: boolean
    readonly announce: boolean
    readonly createdAt: number
  } | null
}

export interface WireContact {
  readonly pn: string
  readonly lid: string
  readonly name: string
  /** Whether the page knows that both ids are one person. */
  readonly known: boolean
}

export interface WireWorld {
  readonly me: { readonly pn: string; readonly lid: string; readonly name: string }
  readonly chats: readonly WireChat[]
  readonly contacts: readonly WireContact[]
  /** The newest messages of every chat, oldest first. */
  readonly messages: readonly WireMessage[]
}

/** How the page starts: as it should, or with one of the troubles that were seen. */
export type StartTrouble = 'reload' | 'sync-early' | 'events-twice' | 'never-sync' | 'forgetful'

/** What the stand-in tells an open page. `seq` rises by one with every event. */
export type WireEvent =
  | {
      readonly kind: 'hello'
      readonly serviceNow: number
      readonly rate: number
      readonly trouble: StartTrouble | null
      readonly linked: WireWorld | null
      /** For the QR code, when not linked. */
      readonly ref: string
    }
  | { readonly kind: 'ref'; readonly ref: string }
  | { readonly kind: 'pairing' }
  | { readonly kind: 'linked'; readonly token: string; readonly world: WireWorld }
  | { readonly kind: 'message'; readonly message: WireMessage; readonly serviceNow: number }
  | { readonly kind: 'chat'; readonly chat: WireChat; readonly contacts: readonly WireContact[] }
  | { readonly kind: 'state'; readonly state: string }
  | { readonly kind: 'reload' }
  | { readonly kind: 'unlinked'; readonly how: 'logout' | 'unpaired' }

/** What the page sends out. */
export interface WireSend {
  readonly id: string
  readonly to: string
  readonly type: 'text' | 'media' | 'poll' | 'location'
  readonly text: string
  readonly quotes: string | null
  readonly mentions: readonly string[]
  readonly media: {
    readonly fileId: string
    readonly kind: 'image' | 'ptt' | 'audio' | 'video' | 'document' | 'sticker'
    readonly name: string | null
  } | null
  readonly poll: WirePoll | null
  readonly place: { readonly latitude: number; readonly longitude: number; readonly name: string } | null
}

/** The calls of the page and their answers, `POST /wa/<name>`. */
export interface WireCalls {
  send: { readonly given: WireSend; readonly answer: { readonly ack: number; readonly t: number } }
  edit: { readonly given: { readonly id: string; readonly text: string }; readonly answer: { readonly ok: boolean } }
  revoke: { readonly given: { readonly id: string }; readonly answer: { readonly ok: boolean } }
  react: { readonly given: { readonly id: string; readonly text: string }; readonly answer: { readonly ok: boolean } }
  vote: {
    readonly given: { readonly id: string; readonly options: readonly number[] }
    readonly answer: { readonly ok: boolean }
  }
  seen: { readonly given: { readonly chat: string }; readonly answer: { readonly ok: boolean } }
  leave: { readonly given: { readonly chat: string }; readonly answer: { readonly ok: boolean } }
  earlier: {
    readonly given: { readonly chat: string; readonly before: string | null; readonly limit: number }
    readonly answer: { readonly messages: readonly WireMessage[] }
  }
  find: { readonly given: { readonly id: string }; readonly answer: { readonly message: WireMessage | null } }
  exists: { readonly given: { readonly id: string }; readonly answer: { readonly contact: WireContact | null } }
  pairingCode: { readonly given: { readonly phone: string }; readonly answer: { readonly code: string } }
  refreshRef: { readonly given: Record<string, never>; readonly answer: { readonly ref: string } }
  takeover: { readonly given: Record<string, never>; readonly answer: { readonly ok: boolean } }
  logout: { readonly given: Record<string, never>; readonly answer: { readonly ok: boolean } }
  /** How far the page has worked the events. */
  worked: { readonly given: { readonly seq: number }; readonly answer: { readonly ok: boolean } }
  /** A module or member of the page's inside that the library asked for and that the stand-in does not have. */
  drift: { readonly given: { readonly name: string }; readonly answer: { readonly ok: boolean } }
}

export type WireCall = keyof WireCalls
