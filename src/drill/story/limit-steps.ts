import { type ClockFigure, nameOfClock, type PhoneTask } from '../api/views.ts'
import type { Expected } from '../journal/expected.ts'
import { dutyOfficer, type Scene, supervisorChat, supervisorName } from './scene.ts'
import { must, owner, type Step } from './story.ts'

/** Limits that pass: who is reminded, who takes it, who is phoned. */

export interface Limit {
  /** name of the clock, with its agency when it is an agency's: "S4a DINKES" */
  clock: string
  agency: string
  /** what is still missing, as the reminder says it */
  waiting: string
}

/** A rung of the ladder fires: exactly these chats are told, the agency's own with the buttons of its card. */
export const limitPasses = (at: number, limit: Limit, rung: string, chats: readonly string[]): Step => ({
  at,
  who: 'Jam',
  what: `${limit.clock} ${rung}: ${limit.waiting}`,
  byTime: true,
  play: async scene => chats.map(chat => reminder(scene, limit, chat)),
})

const reminder = (scene: Scene, { clock, agency, waiting }: Limit, chat: string): Expected => {
  if (chat === agency) {
    const buttons = scene.board.card(agency).buttons(scene.stage.clock.now())
    return scene.message(chat, [`⏰ PENGINGAT ${agency}: ${waiting}`], { buttons, clock })
  }
  const phone = `Telepon piket ${agency}: +62 000`
  const isContact = chat.startsWith(`${agency}/`)
  const texts = isContact ? [`⏰ PENGINGAT ${agency}: ${waiting}`] : [`⏰ ${agency}: ${waiting}`, phone]
  return scene.message(chat, texts, { clock })
}

/** The group is silent: its duty officer gets the alert as a private message, with the buttons of the card. */
export const dutyOfficerAlerted = (at: number, agency: string): Step => ({
  at,
  who: 'Jam',
  what: `${agency} belum menjawab: kartu dikirim ke perwira piket`,
  byTime: true,
  play: async scene => {
    const buttons = scene.board.card(agency).buttons(scene.stage.clock.now())
    return [scene.message(dutyOfficer(agency), [scene.board.facts.title], { buttons, copyOf: agency })]
  },
})

/** Most of the limit is gone: the desk sees it in colour, no chat is told. */
export const deskSeesColour = (at: number, { clock, waiting }: Limit): Step => ({
  at,
  who: owner,
  what: `melihat warna di layar: ${clock} 75 %, ${waiting}`,
  byTime: true,
  play: async scene => {
    const { startedAt, limitSeconds } = await runningClock(scene, clock)
    const share = (scene.stage.clock.now() - startedAt) / (limitSeconds * 1000)
    must(share >= 0.75 && share < 1, `${clock} is at ${Math.round(share * 100)} % of its limit`)
    return []
  },
})

const runningClock = async (scene: Scene, name: string): Promise<ClockFigure> => {
  const { clocks } = await scene.record()
  const found = clocks.find(figure => nameOfClock(figure) === name)
  must(found?.state === 'running', `the clock ${name} does not run`)
  return found
}

/** The supervisor takes an escalation at the page: the clock's pings are silent for ten minutes, as from a chat. */
export const supervisorTakesAtPage = (at: number, clock: string): Step => ({
  at,
  who: 'Supervisor Gladi',
  what: `menekan Saya tangani di layar (${clock})`,
  play: async scene => {
    const { key } = await runningClock(scene, clock)
    await scene.stage.supervisor.post(scene.incidentPath(`/clocks/${encodeURIComponent(key)}/take`))
    return [saysWhoHasIt(scene, 'petugas 112 (Supervisor Gladi)')]
  },
})

/** "Saya tangani" under the newest ping of the clock: its pings to supervisors are silent for ten minutes. */
export const supervisorTakes = (at: number, { agency, waiting, clock }: Limit): Step => ({
  at,
  who: supervisorName,
  what: `menekan Saya tangani (${clock})`,
  play: async scene => {
    const on = scene.newestOf(clock, supervisorChat)
    must(on.text.includes(`${agency}: ${waiting}`), `the newest ping of ${clock} speaks of something else`)
    const answer = 'Tercatat: Anda tangani. Peringatan ini diam 10 menit.'
    await scene.press({ chat: supervisorChat, as: supervisorName, button: 'Saya tangani', on, popup: answer })
    return [saysWhoHasIt(scene, supervisorName, `${agency}: ${waiting}`)]
  },
})

/** "Saya tangani" under a call for help. */
export const supervisorHelps = (at: number, text: string): Step => ({
  at,
  who: supervisorName,
  what: `menekan Saya tangani (${text})`,
  play: async scene => {
    const on = scene.newest(supervisorChat, text)
    await scene.press({
      chat: supervisorChat,
      as: supervisorName,
      button: 'Saya tangani',
      on,
      popup: 'Tercatat: Anda tangani. Peringatan ini diam 10 menit.',
    })
    return [saysWhoHasIt(scene, supervisorName, text)]
  },
})

/** A call for help that nobody has met: its numbered word to the supervisor on duty. */
export const helpClimbs = (at: number, text: string, repetition: number): Step => ({
  at,
  who: 'Jam',
  what: `${text}: ulang ke-${repetition}`,
  byTime: true,
  play: async scene => {
    const texts = [text, `Pengingat ulang ke-${repetition}`, `Terakhir ditangani ${supervisorName}`]
    return [scene.message(supervisorChat, texts, { buttons: ['Saya tangani'] })]
  },
})

/** The ping is edited: every supervisor sees who has it. */
const saysWhoHasIt = (scene: Scene, by: string, text = ''): Expected =>
  scene.message(supervisorChat, [text, `✋ Ditangani ${by}`], { edit: true, buttons: ['Saya tangani'] })

/** The operator phones the agency, as the phone task says. */
export const phones = (at: number, agency: string, outcome: 'accepted' | 'noAnswer'): Step => ({
  at,
  who: owner,
  what: `menelepon ${agency}: ${outcome === 'accepted' ? 'kami tangani' : 'tidak diangkat'}`,
  play: async scene => {
    const task = await openTask(scene, agency)
    const path = scene.incidentPath(`/phone-tasks/${encodeURIComponent(task.id)}`)
    await scene.owner.post(path, { outcome })
    if (outcome === 'accepted') {
      scene.board.card(agency).step('acknowledged', scene.officer, scene.stage.clock.now(), true)
    } else {
      const { attempts } = await openTask(scene, agency)
      must(attempts.length === task.attempts.length + 1, 'the attempt is not on record')
    }
    return []
  },
})

const openTask = async (scene: Scene, agency: string): Promise<PhoneTask> => {
  const open = (await scene.record()).phoneTasks.filter(task => task.agency === agency && !task.done)
  const [task] = open
  must(task !== undefined && open.length === 1, `${agency} has ${open.length} open phone tasks instead of one`)
  must(task.phone?.startsWith('+62 000') ?? false, 'the phone task names no number')
  return task
}
