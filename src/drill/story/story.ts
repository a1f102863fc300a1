import type { Scenario } from '../../scenarios/scenario.ts'
import type { Expected } from '../journal/expected.ts'
import type { Scene } from './scene.ts'

/** The two cities: SMG's operators own their incidents, CLG's hand them to a dispatcher. */
export type Centre = 'SMG' | 'CLG'

/** `who` of a step that the one at the page takes who has the incident. */
export const owner = 'Pemegang kejadian'
export const ownerTitles = { SMG: 'Operator', CLG: 'Dispatcher' } as const satisfies Record<Centre, string>

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
  /** Semarang unless it says otherwise */
  centre?: Centre
  title: string
  /** service seconds since the drill began */
  startsAt: number
  steps: readonly Step[]
  /** clocks that run past their limit in this story, by name and agency: "S4a DINKES"; all others keep it */
  late?: readonly string[]
}

export const centreOf = ({ centre = 'SMG' }: Story): Centre => centre

/** Who takes the step, in words. */
export const whoOf = (story: Story, { who }: Step): string => (who === owner ? ownerTitles[centreOf(story)] : who)

/** Something that a story found otherwise than it must be. */
export class Deviation extends Error {
  override readonly name = 'Deviation'
}

export function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Deviation(otherwise)
}
