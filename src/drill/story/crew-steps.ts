import { pressRules } from '../cards/card-words.ts'
import type { Expected } from '../journal/expected.ts'
import { crewOf, groupOf, type Scene } from './scene.ts'
import { must, type Step } from './story.ts'

/** What crews do in their groups: they press, reply and send photos. */

/** Presses a button of the agency's card; the popup, the card and the other cards follow from the drill's own table. */
export const presses = (
  at: number,
  agency: string,
  button: string,
  more: (scene: Scene) => readonly Expected[] = () => [],
): Step => ({
  at,
  who: crewOf(agency),
  what: `menekan ${button}`,
  play: async scene => {
    const rule = pressRules[button]
    must(rule !== undefined, `the drill knows no button ${button}`)
    const who = crewOf(agency)
    await scene.press(groupOf(agency), who, button, scene.card(agency), rule.answer)
    const now = scene.stage.clock.now()
    const card = scene.board.card(agency)
    if (rule.asks) card.ask(rule.asks, now)
    if (rule.keeps) card.keep(now)
    if (rule.to) card.step(rule.to, who, now, true)
    return more(scene)
  },
})

/** Chooses the outcome; the prompt for the words follows as a message that asks for a reply. */
export const choosesOutcome = (at: number, agency: string, outcome: string): Step => ({
  at,
  who: crewOf(agency),
  what: `memilih hasil: ${outcome}`,
  play: async scene => {
    const who = crewOf(agency)
    const answer = 'Sekarang balas pesan laporan dengan isinya.'
    await scene.press(groupOf(agency), who, outcome, scene.card(agency), answer)
    scene.board.card(agency).answered()
    const texts = [promptTitle(scene, agency), `Hasil: ${outcome} (dipilih ${who})`]
    return [scene.message(groupOf(agency), texts, { asks: true })]
  },
})

const promptTitle = ({ number }: Scene, agency: string): string => `📝 Laporan ${number} (${agency})`

/** One reply to the prompt is the report. */
export const repliesWithReport = (at: number, agency: string, text: string): Step => ({
  at,
  who: crewOf(agency),
  what: `membalas dengan laporan: "${text.split('\n').join(' / ')}"`,
  play: async scene => {
    const { driver, clock, personId } = scene.stage
    const prompt = scene.newest(groupOf(agency), promptTitle(scene, agency))
    await driver.say(groupOf(agency), { as: personId(crewOf(agency)), text, replyTo: prompt.messageId })
    scene.board.card(agency).step('reported', crewOf(agency), clock.now(), true)
    return [{ chat: groupOf(agency), texts: ['📝 Laporan diterima sistem, menunggu petugas 112.'], buttons: [] }]
  },
})

/** A photo as a reply to the prompt; the page must show it afterwards. */
export const sendsPhoto = (at: number, agency: string, photo: string): Step => ({
  at,
  who: crewOf(agency),
  what: 'mengirim foto',
  play: async scene => {
    const { driver, personId } = scene.stage
    const prompt = scene.newest(groupOf(agency), promptTitle(scene, agency))
    await driver.say(groupOf(agency), { as: personId(crewOf(agency)), photo, replyTo: prompt.messageId })
    return [{ chat: groupOf(agency), texts: ['📷 Foto tersimpan.'], buttons: [] }]
  },
})
