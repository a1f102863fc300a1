import type { Scenario } from '../../scenarios/scenario.ts'
import { semarangScenarios } from '../../scenarios/semarang.ts'
import type { Story } from '../story/story.ts'
import { burningHouse } from './01-rumah-terbakar.ts'
import { tidalFlood } from './02-rob-kaligawe.ts'
import { silayurCrash } from './03-silayur.ts'
import { unconscious } from './04-tidak-sadar.ts'
import { fallenTree } from './05-pohon-tumbang.ts'
import { manWithStick } from './06-odgj-pasar.ts'
import { gasLeak } from './08-gas-bocor.ts'
import { prankCall } from './10-panggilan-iseng.ts'
import { powerCutQuestion } from './12-informasi.ts'
import { fallenRider } from './14-motor-jatuh.ts'

/** What the drill plays. */
export const stories: readonly Story[] = [
  burningHouse,
  tidalFlood,
  silayurCrash,
  unconscious,
  fallenTree,
  manWithStick,
  gasLeak,
  prankCall,
  powerCutQuestion,
  fallenRider,
]

export const scenarioOf = (id: string): Scenario => {
  const scenario = semarangScenarios.find(candidate => candidate.id === id)
  if (!scenario) throw new Error(`there is no scenario ${id}`)
  return scenario
}
