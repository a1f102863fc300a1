import type { Scenario } from '../../scenarios/scenario.ts'
import type { Expected } from '../journal/expected.ts'
import type { Scene } from './scene.ts'

/** One line of a story: when, who, what, and what the chats must show because of it. */
export interface Step {
  /** service seconds since the story began */
  at: number
  who: string
  what: string
  /**
   * true: nobody does anything, the time alone brings it about. The clock stops a second before, when nothing may have
   * happened yet, and a second after.
   */
  byTime?: true
  /** does it, and says what the chats must show */
  play(scene: Scene): Promise<readonly Expected[]>
}

export interface Story {
  /** number of the scenario, as in src/scenarios */
  id: Scenario['id']
  title: string
  /** service seconds since the drill began */
  startsAt: number
  steps: readonly Step[]
  /** clocks that run past their limit in this story, by name and agency: "S4a DINKES"; all others keep it */
  late?: readonly string[]
}

/** Something that a story found otherwise than it must be. */
export class Deviation extends Error {
  override readonly name = 'Deviation'
}

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Deviation(otherwise)
}
