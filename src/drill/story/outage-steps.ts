import { pressRules } from '../cards/card-words.ts'
import { crewOf, type Scene } from './scene.ts'
import { must, type Step } from './story.ts'

/** The app goes down in the middle of a story, as after a power cut, and comes back. */

/**
 * The power goes; meanwhile the agency's crew presses a button, which Telegram keeps. The app comes back: the press
 * counts and is answered, nothing is shown twice, nothing is lost.
 */
export const powerFailsWhile = (at: number, agency: string, button: string): Step => ({
  at,
  who: 'Listrik',
  what: `padam; ${crewOf(agency)} menekan ${button}; sistem hidup lagi`,
  play: async scene => {
    const rule = pressRules[button]
    must(rule?.to !== undefined, `the drill knows no step ${button}`)
    await scene.stage.restart(() => pressesUnheard(scene, agency, button))
    scene.board.card(agency).step(rule.to, scene.person(crewOf(agency)), scene.stage.clock.now(), true)
    return []
  },
})

const pressesUnheard = async (scene: Scene, agency: string, button: string): Promise<void> => {
  const { driver, personId } = scene.stage
  const { status } = await driver.press(scene.chat(agency), {
    as: personId(scene.person(crewOf(agency))),
    button,
    message: scene.card(agency).messageId,
    wait: 0,
  })
  must(status === 'not-awaited', `the press was ${status} while the app was down`)
}
