import type { ServiceClock } from '../shared/clock.ts'
import type { Journal } from '../shared/journal.ts'
import type { JournalEvent } from './contract.ts'
import type { Faults } from './faults.ts'
import type { FileStore } from './files.ts'
import type { SendLimits } from './limits.ts'
import type { OpenCalls } from './open-calls.ts'
import type { Poller } from './polling.ts'
import type { CallbackQueries } from './queries.ts'
import type { UpdateQueue } from './updates.ts'
import type { WebhookDelivery } from './webhook.ts'
import type { SimBot } from './world/state.ts'
import type { World } from './world/world.ts'

/** The parts of one stand-in, handed to every method and control route. */
export interface Sim {
  /** Names this run: a restarted stand-in has another. */
  readonly epoch: string
  readonly token: string
  readonly clock: ServiceClock
  readonly bot: SimBot
  readonly world: World
  readonly journal: Journal<JournalEvent>
  readonly updates: UpdateQueue
  readonly queries: CallbackQueries
  readonly files: FileStore
  readonly limits: SendLimits
  readonly faults: Faults
  readonly poller: Poller
  readonly webhook: WebhookDelivery
  readonly calls: OpenCalls
}
