import type { Call } from '../dispatch/call/call.ts'
import type { CallCommand } from '../dispatch/call/messages.ts'
import type { IncidentCommand } from '../dispatch/incident/commands.ts'
import type { Incident } from '../dispatch/incident/incident.ts'
import type { Refusal } from '../dispatch/refusal.ts'
import type { Outcome, Sender } from './application.ts'
import type { Channel, ChannelName } from './ports/channel.ts'
import type { MachineClock, ServiceClock } from './ports/clocks.ts'
import type { Renderer } from './ports/renderer.ts'
import type { LiveFeed, Log, Pacing, WakeUps } from './ports/signals.ts'
import type { ApplicationStores } from './ports/stores.ts'
import type { RuleBook } from './rules/rule-book.ts'

/** What the application is built from; everything outside comes in here. */
export interface ApplicationDeps {
  stores: ApplicationStores
  serviceClock: ServiceClock
  machineClock: MachineClock
  wakeUps: WakeUps
  live: LiveFeed
  pacing: Pacing
  /** a channel that is not set does not exist */
  channels: ReadonlyMap<ChannelName, Channel>
  renderer: Renderer
  /** random action tokens, 16 characters of [A-Za-z0-9_-] */
  newToken(): string
  log: Log
  training: boolean
}

/** The same inside the application, which reads the centres' rules through one book. */
export interface DepsWithRules extends ApplicationDeps {
  rules: RuleBook
}

/** Commands on aggregates, with everything that follows a save: effects, wake-ups, live events. */
export interface Dispatcher {
  incident(id: string, command: IncidentCommand, from: Sender): Promise<Outcome<{ state: Incident; version: number }>>
  /** what a command that begins an incident, or a call, would be refused with; nothing is done */
  refusalOf: {
    incident(command: IncidentCommand, from: Sender): Promise<Refusal | null>
    call(command: CallCommand, from: Sender): Promise<Refusal | null>
  }
  call(id: string, command: CallCommand, from: Sender): Promise<Outcome<{ state: Call; version: number }>>
}
