import type { ServiceClock } from '../shared/clock.ts'
import type { Journal } from '../shared/journal.ts'
import type { JournalEvent } from './contract.ts'
import type { Devices } from './devices.ts'
import type { Faults } from './faults.ts'
import type { FileStore } from './files.ts'
import type { Pages } from './pages.ts'
import type { SimPerson } from './world/state.ts'
import type { World } from './world/world.ts'

/** The parts of one stand-in, handed to every call and control route. */
export interface Sim {
  /** Names this run: a restarted stand-in has another. */
  readonly epoch: string
  readonly clock: ServiceClock
  readonly owner: SimPerson
  /** The owner's phone scans every code at once. */
  readonly scansAtOnce: boolean
  readonly world: World
  readonly journal: Journal<JournalEvent>
  readonly files: FileStore
  readonly devices: Devices
  readonly pages: Pages
  readonly faults: Faults
  /** What the library asked the page for in vain. */
  readonly drift: Set<string>
}
