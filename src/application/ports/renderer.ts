import type { Call } from '../../dispatch/call/call.ts'
import type { Incident } from '../../dispatch/incident/incident.ts'
import type { SopProfile } from '../../dispatch/profiles/profile.ts'
import type { Instant, TextRef } from '../../dispatch/vocabulary.ts'
import type { OutgoingMessage } from './channel.ts'
import type { Audience } from './chats.ts'
import type { CardMenu, Delivery } from './deliveries.ts'

/** Facts for rendering an incident's message, gathered at the moment of sending. */
export interface IncidentFacts {
  incident: Incident
  /** the standard that is pinned to the incident */
  profile: SopProfile
  /** agency of the incident -> whom to ask next in its place, by its run card and the centre's list */
  substitutes: Readonly<Record<string, readonly string[]>>
  texts: ReadonlyMap<TextRef, string>
  centre: { code: string; name: string; timeZone: string }
  agencyNames: ReadonlyMap<string, string>
  /** agency code -> number of its duty desk, for phone tasks */
  dutyPhones: ReadonlyMap<string, string>
  typeName: { id: string; en: string } | null
  photoCount: number
  now: Instant
  /** gladi is marked on every message */
  training: boolean
}

export interface CallFacts {
  call: Call
  profile: SopProfile
  centre: { code: string; name: string; timeZone: string }
  now: Instant
  training: boolean
}

/** A rendered card and the service time at which it changes by itself (Urungkan goes, a menu closes). */
export interface RenderedCard {
  message: OutgoingMessage
  refreshAt: Instant | null
}

/** Turns deliveries and cards into messages; pure, implemented in `src/bots/rendering`. */
export interface Renderer {
  card(
    facts: IncidentFacts,
    assignment: string,
    token: string,
    options: { menu: CardMenu | null; doubtful: boolean },
  ): RenderedCard
  /** every delivery about an incident except the alert, whose message is the card */
  incidentMessage(facts: IncidentFacts, delivery: Delivery, audience: Audience): OutgoingMessage
  callMessage(facts: CallFacts, delivery: Delivery): OutgoingMessage
  notice(delivery: Delivery, training: boolean): OutgoingMessage
}
