import { detailButton, pressRules, undoButton } from '../cards/card-words.ts'
import type { Expected } from '../journal/expected.ts'
import { lastDigits } from './facts.ts'
import { crewOf, type Scene, supervisorChat } from './scene.ts'
import { must, type Step } from './story.ts'

/** What crews do with the buttons in their groups. */

/** Presses a button of the agency's card; the popup, the card and the other cards follow from the drill's own table. */
export const presses = (at: number, agency: string, button: string): Step => ({
  at,
  who: crewOf(agency),
  what: `menekan ${button}`,
  play: async scene => {
    await pressOnCard(scene, agency, button)
    return []
  },
})

/** A press that asks for help, or gives the job back: the supervisor on duty hears of it in private. */
export const callsForHelp = (at: number, agency: string, button: string, texts: readonly string[]): Step => ({
  at,
  who: crewOf(agency),
  what: `menekan ${button}`,
  play: async (scene): Promise<Expected[]> => {
    await pressOnCard(scene, agency, button)
    return [scene.message(supervisorChat, texts, { buttons: ['Saya tangani'] })]
  },
})

/** The last agency gives the job back: beside the call for help, the alarm that nobody is left. */
export const leavesNobody = (at: number, agency: string, button: string, texts: readonly string[]): Step => {
  const step = callsForHelp(at, agency, button, texts)
  return {
    ...step,
    play: async scene => [
      ...(await step.play(scene)),
      scene.message(supervisorChat, ['🚨 TIDAK ADA OPD YANG MENANGANI'], { buttons: ['Saya tangani'] }),
    ],
  }
}

const pressOnCard = async (scene: Scene, agency: string, button: string): Promise<void> => {
  const rule = pressRules[button]
  must(rule !== undefined, `the drill knows no button ${button}`)
  const as = crewOf(agency)
  await scene.press({ chat: agency, as, button, on: scene.card(agency), answer: rule.answer })
  const now = scene.stage.clock.now()
  const card = scene.board.card(agency)
  if (rule.asks) card.ask(rule.asks, now)
  if (rule.keeps) card.keep(now)
  if (rule.to) card.step(rule.to, scene.person(as), now, true)
}

/** A slip of the thumb, taken back within two minutes. */
export const undoes = (at: number, agency: string): Step => ({
  at,
  who: crewOf(agency),
  what: 'menekan Urungkan',
  play: async scene => {
    const on = scene.card(agency)
    await scene.press({ chat: agency, as: crewOf(agency), button: undoButton, on, answer: 'Diurungkan.' })
    scene.board.card(agency).undo()
    return []
  },
})

/** Contact and facts in a popup that only the presser sees. */
export const looksAtDetail = (at: number, agency: string): Step => ({
  at,
  who: crewOf(agency),
  what: 'menekan Lihat detail',
  play: async scene => {
    const { phone, name } = scene.scenario.caller
    const answer = new RegExp(`${lastDigits(phone)}[^]*${name}`)
    await scene.press({
      chat: agency,
      as: crewOf(agency),
      button: detailButton,
      on: scene.card(agency),
      answer,
    })
    return []
  },
})

/** The other crew presses a button of a reminder after somebody has acted: it is told who did what, nothing changes. */
export const pressesTooLate = (at: number, agency: string, button: string, on: string, answer: RegExp): Step => ({
  at,
  who: crewOf(agency, 2),
  what: `menekan ${button} yang sudah tidak berlaku`,
  play: async scene => {
    const message = on === '' ? scene.card(agency) : scene.newest(agency, on)
    await scene.press({ chat: agency, as: crewOf(agency, 2), button, on: message, answer })
    return []
  },
})
