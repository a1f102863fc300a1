import { nod } from '../chats/whatsapp.ts'
import type { Expected } from '../journal/expected.ts'
import { crewOf, type Scene } from './scene.ts'
import { must, owner, type Step } from './story.ts'

/** The close-out report: the crew's outcome and words, the photo, the operator's verdict. */

const promptTitle = ({ number }: Scene, agency: string): string => `📝 Laporan ${number} (${agency})`

/** Chooses the outcome; the prompt for the words follows as a message that asks for a reply. */
export const choosesOutcome = (at: number, agency: string, outcome: string): Step => ({
  at,
  who: crewOf(agency),
  what: `memilih hasil: ${outcome}`,
  play: async scene => {
    const who = crewOf(agency)
    const answer = 'Sekarang balas pesan laporan dengan isinya.'
    await scene.press({ chat: agency, as: who, button: outcome, on: scene.card(agency), popup: answer })
    scene.board.card(agency).begun()
    const texts = [promptTitle(scene, agency), `Hasil: ${outcome} (dipilih ${scene.person(who)})`]
    return [scene.message(agency, texts, { asks: true })]
  },
})

/** One reply to the newest prompt is the report. */
export const repliesWithReport = (at: number, agency: string, text: string): Step => ({
  at,
  who: crewOf(agency),
  what: `membalas dengan laporan: "${text.split('\n').join(' / ')}"`,
  play: async scene => {
    const now = scene.stage.clock.now()
    await reply(scene, agency, { text })
    scene.board.card(agency).step('reported', scene.person(crewOf(agency)), now, true)
    return [notice(scene, agency, '📝 Laporan diterima sistem, menunggu petugas 112.')]
  },
})

/** A photo as a reply to the prompt; the page must be able to show it. */
export const sendsPhoto = (at: number, agency: string, photo: string): Step => ({
  at,
  who: crewOf(agency),
  what: `mengirim foto (${photo})`,
  play: async scene => {
    await reply(scene, agency, { photo })
    return [notice(scene, agency, '📷 Foto tersimpan.')]
  },
})

/** Where answers are typed, one message can be the whole report: the card's code, the outcome's number, the words. */
export const reportsByCode = (at: number, agency: string, report: { outcome: string; text: string }): Step => ({
  at,
  who: crewOf(agency),
  what: `melapor dengan kode: ${report.outcome}, "${report.text}"`,
  play: async scene => {
    const as = scene.person(crewOf(agency))
    const now = scene.stage.clock.now()
    const told = await scene.stage.chats.reportByCode({
      chat: scene.chat(agency),
      as,
      on: scene.card(agency),
      ...report,
    })
    must(told === nod, `${as} was told "${told}" instead of a nod`)
    scene.board.card(agency).step('reported', as, now, true)
    return []
  },
})

const reply = (scene: Scene, agency: string, what: { text: string } | { photo: string }): Promise<void> => {
  const to = scene.newest(agency, promptTitle(scene, agency))
  return scene.stage.chats.reply({ chat: scene.chat(agency), as: scene.person(crewOf(agency)), to, what })
}

const notice = (scene: Scene, agency: string, text: string): Expected => ({
  chat: scene.chat(agency),
  texts: [text],
  buttons: [],
})

/** The page must show the crew's photo before the operator looks at the report. */
export const looksAtPhoto = (at: number, agency: string): Step => ({
  at,
  who: owner,
  what: `membuka foto dari ${agency}`,
  play: async scene => {
    const { photos } = await scene.record()
    const photo = photos.find(({ assignment }) => assignment.includes(`/${agency}/`))
    must(photo !== undefined, `the page has no photo of ${agency}`)
    const { bytes, mediaType } = await scene.owner.download(photo.url)
    must(bytes > 0 && mediaType.startsWith('image/'), `the photo is ${bytes} bytes of ${mediaType}`)
    return []
  },
})

export const acceptsReport = (at: number, agency: string): Step => ({
  at,
  who: owner,
  what: `menerima laporan ${agency}`,
  play: async scene => {
    await scene.owner.post(await scene.assignmentPath(agency, '/report/accept'))
    scene.board.card(agency).step('reportAccepted', scene.officer, scene.stage.clock.now(), false)
    return []
  },
})

/** Back to the crew with a remark: a message that asks for the words again. */
export const returnsReport = (at: number, agency: string, remark: string): Step => ({
  at,
  who: owner,
  what: `mengembalikan laporan ${agency}: "${remark}"`,
  play: async scene => {
    await scene.owner.post(await scene.assignmentPath(agency, '/report/return'), { remark })
    scene.board.card(agency).back('cleared', scene.stage.clock.now())
    const texts = [`${promptTitle(scene, agency)} dikembalikan 112`, `Catatan: ${remark}`]
    return [scene.message(agency, texts, { asks: true })]
  },
})

export const waivesReport = (at: number, agency: string, reason: string): Step => ({
  at,
  who: owner,
  what: `melanjutkan tanpa laporan ${agency}: "${reason}"`,
  play: async scene => {
    await scene.owner.post(await scene.assignmentPath(agency, '/report/waive'), { reason })
    scene.board.card(agency).step('reportWaived', scene.officer, scene.stage.clock.now(), false)
    return []
  },
})
