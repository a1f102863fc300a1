import type { Application } from '../application/application.ts'
import type { Verdict } from '../application/auditing/verdict.ts'
import type { DirectoryStore, Role, SessionStore } from '../application/ports/administration.ts'
import type { Audience, ChatStore } from '../application/ports/chats.ts'
import type { ClockSetting, MachineClock, ServiceClock } from '../application/ports/clocks.ts'
import type { InformationStore } from '../application/ports/information.ts'
import type { AuditStore, PhotoStore } from '../application/ports/records.ts'
import type { LiveFeed, Log } from '../application/ports/signals.ts'
import type {
  ClockChange,
  HealthView,
  HeartbeatView,
  IdleView,
  Mode,
  WhatsAppView,
  WhatsAppWish,
} from './contract/index.ts'

/** A tile server: its address with {z}, {x}, {y}, and whom it wants named on the map. */
export interface MapTiles {
  url: string
  attribution: string
}

export interface AdminApiConfig {
  mode: Mode
  /** what people type into their browser; not set: links carry the address that the request came to */
  publicUrl?: string
  /** true behind TLS: cookies are marked Secure and browsers are told to stay on https */
  secure: boolean
  /** folder of the built page */
  webDir: string
  /** where the map's background comes from; not set: the map has none, and nothing leaves the room */
  mapTiles?: MapTiles
  /** machine milliseconds between two heartbeats of a live stream; default 15 s */
  heartbeatMs?: number
}

/** What the installation says of itself. May throw: that counts as down. */
export type HealthProbe = () => Promise<{
  parts: HealthView['parts']
  /** waiting work */
  depths: Record<string, number>
  /** the last audit, and what became of the last word about it to the outside monitor */
  audit?: { verdict: Verdict | null; heartbeat: HeartbeatView | null }
  /** memory of WhatsApp's Chromium, in whichever process it runs; null while it does not */
  chromiumBytes?: number | null
}>

/** A training user's way in; the path is good on this machine only. */
export interface TrainingLink {
  role: Role
  name: string
  /** begins with a slash */
  path: string
}

/** Present in MODE=gladi only. */
export interface TrainingControls {
  clock(): Promise<ClockSetting>
  changeClock(change: ClockChange): Promise<ClockSetting>
  /** waiting work by kind; open requests are counted here */
  waiting(): Promise<Omit<IdleView['waiting'], 'requests'>>
  links: readonly TrainingLink[]
}

export interface WhatsAppControls {
  read(): Promise<NonNullable<WhatsAppView>>
  /** asks whoever holds the session; `id` names the wish: once is enough */
  ask(id: string, wish: WhatsAppWish): Promise<void>
}

export interface AdminApiDependencies {
  application: Pick<Application, 'calls' | 'incidents' | 'queries' | 'rules' | 'duty' | 'channelTests' | 'places'>
  directory: DirectoryStore
  sessions: SessionStore
  chats: ChatStore
  audit: AuditStore
  photos: PhotoStore
  information: InformationStore
  live: LiveFeed
  serviceClock: ServiceClock
  machineClock: MachineClock
  log: Log
  config: AdminApiConfig
  healthProbe: HealthProbe
  training?: TrainingControls
  /** the linked device, in whichever process it is; absent where WhatsApp is not switched on */
  whatsapp?: WhatsAppControls
  /** a link that opens the channel with the code filled in, where the channel knows such links */
  pairingLink?: (code: string, audience: Audience) => string | null
  /** a link by which a person opens the private chat again, where the bot may not write first */
  openingLink?: (audience: Audience) => string | null
}
