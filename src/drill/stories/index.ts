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
import { snakeInHouse } from './07-ular.ts'
import { gasLeak } from './08-gas-bocor.ts'
import { missingFisherman } from './09-nelayan-hilang.ts'
import { prankCall } from './10-panggilan-iseng.ts'
import { silentThrice } from './11-panggilan-diam.ts'
import { powerCutQuestion } from './12-informasi.ts'
import { silayurAgain } from './13-silayur-lagi.ts'
import { fallenRider } from './14-motor-jatuh.ts'
import { gasPipe } from './c1-pipa-gas.ts'
import { silentDispatcher } from './c2-dispatcher-diam.ts'
import { caughtInMachine } from './c3-terjepit.ts'
import { warehouse } from './c4-gudang.ts'
import { wrongPress } from './c5-salah-tekan.ts'
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
  snakeInHouse,
  gasLeak,
  missingFisherman,
  prankCall,
  silentThrice,
  powerCutQuestion,
  silayurAgain,
  fallenRider,
  gasPipe,
  silentDispatcher,
  caughtInMachine,
  warehouse,
  wrongPress,
  monitorLizard,
  silentCall,
]

export const scenarioOf = (id: string): Scenario => {
  const scenario = [...semarangScenarios, ...cilegonScenarios].find(candidate => candidate.id === id)
  if (!scenario) throw new Error(`there is no scenario ${id}`)
  return scenario
}
