import type { CallRecord, IncidentRecord } from '../api/views.ts'
import { type Scene, supervisorChat } from './scene.ts'
import { must, owner, type Step } from './story.ts'

/** How an incident changes hands in Cilegon: the operator hands it over, a dispatcher takes it. */

/** The intake is in; the caller is let go. From here the incident waits for a dispatcher. */
export const handsOver = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'menyerahkan laporan kepada dispatcher, panggilan selesai',
  play: async scene => {
    const { operator } = scene.stage
    const { status, missing } = await operator.post<IncidentRecord>(scene.incidentPath('/submit'))
    must(status === 'submitted' && missing.length === 0, `the incident is ${status}, missing ${missing.join(', ')}`)
    const call = await operator.post<CallRecord>(scene.pathOfCall(scene.call, '/end'))
    must(call.resolution?.kind === 'handedOver', `the call ended as ${call.resolution?.kind}`)
    return []
  },
})

export const takesOver = (at: number): Step => ({
  at,
  who: owner,
  what: 'mengambil laporan',
  play: async scene => {
    const { status } = await scene.owner.post<IncidentRecord>(scene.incidentPath('/take'))
    must(status === 'taken', `the incident is ${status}`)
    return []
  },
})

/** Nobody takes it: the supervisor on duty is told. `repetition`: the numbered reminders after the ladder's end. */
export const handoffWaits = (at: number, rung: string, repetition?: number): Step => ({
  at,
  who: 'Jam',
  what: `C3 ${rung}: belum diambil dispatcher`,
  byTime: true,
  play: async (scene: Scene) => {
    const texts = [
      '⏰ Belum diambil dispatcher',
      '(target internal)',
      ...(repetition === undefined ? [] : [`Pengingat ulang ke-${repetition}`]),
    ]
    return [scene.message(supervisorChat, texts, { buttons: ['Saya tangani'], clock: 'C3' })]
  },
})
