import { scenarioOf } from './stories/index.ts'
import { Scene } from './story/scene.ts'
import type { Stage } from './story/stage.ts'
import { centreOf, type Story } from './story/story.ts'

/** A story while it is played, and what was found otherwise than it must be. */
export interface Played {
  story: Story
  scene: Scene
  deviations: string[]
}

export const beginStories = (stories: readonly Story[], stage: Stage): Played[] =>
  stories.map(story => {
    const scene = new Scene(stage, scenarioOf(story.id), centreOf(story))
    stage.scenes.set(story.id, scene)
    return { story, scene, deviations: [] }
  })

/** Agencies that were sent to and whose group never showed the alert. */
export const alertsLost = ({ scene }: Played): string[] =>
  scene.board
    .cards()
    .map(({ owner }) => owner.agency)
    .filter(agency => !scene.cards.has(agency))
