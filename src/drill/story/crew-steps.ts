import { detailButton, pressRules, questions, undoButton } from '../cards/card-words.ts'
import { privateChatOf } from '../chats/chat-message.ts'
import type { Expected } from '../journal/expected.ts'
import { lastDigits } from './facts.ts'
import { crewOf, dutyOfficer, type Press, type Scene, supervisorChat } from './scene.ts'
import { must, type Step } from './story.ts'

/** What crews do with the buttons in their groups. */

/** Presses a button of the agency's card; the popup, the card and the other cards follow from the drill's own table. */
export const presses = (at: number, agency: string, button: string): Step => ({
  at,
  who: crewOf(agency),
  what: `menekan ${button}`,
  play: scene => pressOnCard(scene, agency, button),
})

/** The duty officer, whom the silence of the group has alerted, answers in the private chat for the agency. */
export const dutyOfficerPresses = (at: number, agency: string, button: string): Step => ({
  at,
  who: `Piket ${agency}`,
  what: `menekan ${button} di chat pribadi`,
  play: scene =>
    pressOnCard(scene, agency, button, {
      chat: dutyOfficer(agency),
      as: `Piket ${agency}`,
      on: scene.copy(agency),
    }),
})

/** A press that asks for help, or gives the job back: the supervisor on duty hears of it in private. */
export const callsForHelp = (at: number, agency: string, button: string, texts: readonly string[]): Step => ({
  at,
  who: crewOf(agency),
  what: `menekan ${button}`,
  play: async (scene): Promise<Expected[]> => {
    const said = await pressOnCard(scene, agency, button)
    return [...said, scene.message(supervisorChat, texts, { buttons: ['Saya tangani'] })]
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

/** Presses what the table knows, in the group unless elsewhere; the board knows what follows. */
const pressOnCard = async (
  scene: Scene,
  agency: string,
  button: string,
  { chat, as, on }: Pick<Press, 'chat' | 'as' | 'on'> = { chat: agency, as: crewOf(agency), on: scene.card(agency) },
): Promise<Expected[]> => {
  const rule = pressRules[button]
  must(rule !== undefined, `the drill knows no button ${button}`)
  const said = rule.asks && { texts: [questions[rule.asks].line], buttons: questions[rule.asks].buttons }
  // a person's step counts from now: an answer that waits for its turn moves the clock
  const now = scene.stage.clock.now()
  const wanted = await scene.press({ chat, as, button, on, popup: rule.answer, ...(said && { said }) })
  const card = scene.board.card(agency)
  if (rule.asks) card.ask(rule.asks, now)
  if (rule.keeps) card.keep(now)
  if (rule.to) card.step(rule.to, scene.person(as), now, true)
  return wanted
}

/** A slip of the thumb, taken back within two minutes. */
export const undoes = (at: number, agency: string): Step => ({
  at,
  who: crewOf(agency),
  what: 'menekan Urungkan',
  play: async scene => {
    const on = scene.card(agency)
    await scene.press({ chat: agency, as: crewOf(agency), button: undoButton, on, popup: 'Diurungkan.' })
    scene.board.card(agency).undo()
    return []
  },
})

/** Contact and facts for the presser's eyes only: in a popup, or where there is none in the person's private chat. */
export const looksAtDetail = (at: number, agency: string): Step => ({
  at,
  who: crewOf(agency),
  what: 'menekan Lihat detail',
  play: async (scene): Promise<Expected[]> => {
    const { phone, name } = scene.scenario.caller
    const as = crewOf(agency)
    const popup = new RegExp(`${lastDigits(phone)}[^]*${name}`)
    await scene.press({ chat: agency, as, button: detailButton, on: scene.card(agency), popup })
    if (scene.stage.chats.hasButtons(scene.chat(agency))) return []
    return [{ chat: privateChatOf(scene.person(as)), texts: [lastDigits(phone), name], confidential: true }]
  },
})

/** The other crew presses a button of a reminder after somebody has acted: it is told who did what, nothing changes. */
export const pressesTooLate = (at: number, agency: string, button: string, on: string, answer: string): Step => ({
  at,
  who: crewOf(agency, 2),
  what: `menekan ${button} yang sudah tidak berlaku`,
  play: scene => {
    const message = on === '' ? scene.card(agency) : scene.newest(agency, on)
    const popup = new RegExp(`^${answer}`)
    const said = { texts: [answer] }
    return scene.press({ chat: agency, as: crewOf(agency, 2), button, on: message, popup, said })
  },
})
