import type { Desk } from '../api/desk.ts'
import type { Chats } from '../chats/chats.ts'
import type { DrillClock } from '../clock/drill-clock.ts'
import type { DrilledApp } from '../drilled-app.ts'
import type { Scene } from './scene.ts'

/** What all stories share: the people at the page, the chats, the clock. */
export interface Stage {
  operator: Desk
  dispatcher: Desk
  supervisor: Desk
  chats: Chats
  clock: DrillClock
  /** a power cut; see `DrilledApp` */
  restart: DrilledApp['restart']
  /** every story's scene by the number of its scenario, for a story that touches another */
  scenes: Map<string, Scene>
}
