import type { Scenario } from '../../scenarios/scenario.ts'
import { semarangScenarios } from '../../scenarios/semarang.ts'
import type { Story } from '../story/story.ts'
import { burningHouse } from './01-rumah-terbakar.ts'

export const stories: readonly Story[] = [burningHouse]

export const scenarioOf = (id: string): Scenario => {
  const scenario = semarangScenarios.find(candidate => candidate.id === id)
  if (!scenario) throw new Error(`there is no scenario ${id}`)
  return scenario
}
