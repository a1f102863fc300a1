import { pressRules } from '../cards/card-words.ts'
import { crewOf } from './scene.ts'
import { must, type Step } from './story.ts'

/** The app goes down in the middle of a story, as after a power cut, and comes back. */

/**
 * The power goes; meanwhile the agency's crew presses a button or answers by number, which the platform keeps. The app comes back: the press
 * counts and is answered, nothing is shown twice, nothing is lost.
 */
export const powerFailsWhile = (at: number, agency: string, button: string): Step => ({
  at,
  who: 'Listrik',
  what: `padam; ${crewOf(agency)} menekan ${button}; sistem hidup lagi`,
  play: async scene => {
    const rule = pressRules[button]
    must(rule?.to !== undefined, `the drill knows no step ${button}`)
    const as = scene.person(crewOf(agency))
    const press = { chat: scene.chat(agency), as, button, on: scene.card(agency) }
    const now = scene.stage.clock.now()
    await scene.stage.restart(() => scene.stage.chats.pressUnheard(press))
    scene.board.card(agency).step(rule.to, as, now, true)
    return []
  },
})
