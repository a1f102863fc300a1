import type { IncidentRecord } from '../api/views.ts'
import { crewOf, type Scene } from './scene.ts'
import { must, owner, type Step } from './story.ts'

/** "Operasi lanjutan": a search that takes days. */

const promptTitle = ({ number }: Scene, agency: string): string => `🧭 SITREP ${number} (${agency})`

const changesOperation = (at: number, verb: 'start' | 'end', what: string, becomes: string): Step => ({
  at,
  who: owner,
  what,
  play: async scene => {
    const { longOperation } = await scene.owner.post<IncidentRecord>(scene.incidentPath(`/long-operation/${verb}`))
    must(longOperation === becomes, `the long operation is ${longOperation}`)
    return []
  },
})

export const startsLongOperation = (at: number): Step =>
  changesOperation(at, 'start', 'memulai operasi lanjutan', 'running')

export const endsLongOperation = (at: number): Step =>
  changesOperation(at, 'end', 'mengakhiri operasi lanjutan', 'ended')

/** Twice a day, counted from its start, every group at work is asked how it stands. */
export const sitrepsAreAsked = (at: number, agencies: readonly string[]): Step => ({
  at,
  who: 'Jam',
  what: `SITREP diminta dari ${agencies.join(', ')}`,
  byTime: true,
  play: async scene => agencies.map(agency => scene.message(agency, [promptTitle(scene, agency)], { asks: true })),
})

/** One reply to the newest request is the SITREP. */
export const givesSitrep = (at: number, agency: string, text: string): Step => ({
  at,
  who: crewOf(agency),
  what: `membalas SITREP: "${text}"`,
  play: async scene => {
    const to = scene.newest(agency, promptTitle(scene, agency))
    await scene.stage.chats.reply({ chat: scene.chat(agency), as: scene.person(crewOf(agency)), to, what: { text } })
    return [{ chat: scene.chat(agency), texts: [`🧭 SITREP ${scene.number} diterima`], buttons: [] }]
  },
})
