import { cilegonScenarios } from '../../scenarios/cilegon.ts'
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
import { gasPipe } from './c1-pipa-gas.ts'
import { silentDispatcher } from './c2-dispatcher-diam.ts'
import { caughtInMachine } from './c3-terjepit.ts'
import { warehouse } from './c4-gudang.ts'
import { monitorLizard } from './c6-biawak.ts'
import { silentCall } from './c7-diam.ts'

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
  gasPipe,
  silentDispatcher,
  caughtInMachine,
  warehouse,
  monitorLizard,
  silentCall,
]

export const scenarioOf = (id: string): Scenario => {
  const scenario = [...semarangScenarios, ...cilegonScenarios].find(candidate => candidate.id === id)
  if (!scenario) throw new Error(`there is no scenario ${id}`)
  return scenario
}
