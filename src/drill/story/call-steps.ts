import type { CallRecord } from '../api/views.ts'
import type { Expected } from '../journal/expected.ts'
import { type Scene, supervisorsGroup } from './scene.ts'
import { must, type Step } from './story.ts'

/** What operators do about calls, by the public API. */

const post = (scene: Scene, verb: string, body: unknown): Promise<CallRecord> =>
  scene.stage.operator.post<CallRecord>(scene.pathOfCall(scene.call, verb), body)

/** 112 rings. `earlier`: the classes of the number's earlier calls, which the page must show, newest first. */
export const opensCall = (at: number, earlier: readonly string[] = []): Step => ({
  at,
  who: 'Operator',
  what: earlier.length === 0 ? 'menerima panggilan' : `menerima panggilan lagi dari nomor yang sama`,
  play: async scene => {
    const { phone, name } = scene.scenario.caller
    const call = await scene.stage.operator.post<CallRecord>(`${scene.centrePath}/calls`, { phone, name })
    scene.call = call.id
    scene.calls.push(call.id)
    const history = call.history.map(({ callClass }) => callClass).join(', ')
    must(call.status === 'open', `the call is ${call.status}: a number is never blocked`)
    must(history === earlier.join(', '), `the page shows earlier calls "${history}" instead of "${earlier.join(', ')}"`)
    return []
  },
})

/** An emergency: the call's incident opens at once. */
export const callIsEmergency = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'menggolongkan: normal (darurat)',
  play: async scene => {
    const { incident } = await post(scene, '/classify', { callClass: 'normal' })
    must(incident !== null, 'the call opened no incident')
    scene.incident = incident
    scene.board.facts = { ...scene.board.facts, number: (await scene.record()).number }
    return []
  },
})

/** Ghost and prank close in one action. */
export const callIsNuisance = (at: number, callClass: 'prank' | 'ghost'): Step => ({
  at,
  who: 'Operator',
  what: `menggolongkan: ${callClass}, panggilan selesai`,
  play: async scene => {
    const { status, incident } = await post(scene, '/classify', { callClass })
    must(status === 'ended' && incident === null, `the call is ${status}, its incident ${incident}`)
    return []
  },
})

export const callIsInformation = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'menggolongkan: informasi',
  play: async scene => {
    const { incident } = await post(scene, '/classify', { callClass: 'information' })
    must(incident === null, 'an information call opened an incident')
    return []
  },
})

export const recordsAnswer = (at: number, topic: string, answer: string): Step => ({
  at,
  who: 'Operator',
  what: `mencatat jawaban (${topic}): "${answer}"`,
  play: async scene => {
    const { resolution } = await post(scene, '/answer', { topic, answer })
    must(resolution?.answer === answer, 'the answer is not on record')
    return []
  },
})

export const refersTo = (at: number, receiver: string, note: string): Step => ({
  at,
  who: 'Operator',
  what: `meneruskan ke ${receiver}, tanpa tiket: "${note}"`,
  play: async scene => {
    const { resolution } = await post(scene, '/referral', { receiver, note })
    must(resolution?.receiver === receiver && resolution.note === note, `the referral to ${receiver} is not on record`)
    must(resolution.ticket === undefined, `the referral has the ticket ${resolution.ticket}`)
    return []
  },
})

export const endsCall = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'mengakhiri panggilan',
  play: async scene => {
    const { status } = await post(scene, '/end', {})
    must(status === 'ended', `the call is ${status}`)
    return []
  },
})

/** A desk's own limit on a call passes: it stands on the list in the supervisors' group, never with the caller's data. */
export const deskLimitPasses = (at: number, clock: string, waiting: string): Step => ({
  at,
  who: 'Jam',
  what: `${clock} lewat batas: ${waiting}`,
  byTime: true,
  play: async (scene): Promise<Expected[]> => [
    {
      chat: scene.chat(supervisorsGroup),
      texts: ['⏰ Batas meja 112 terlewati: 1', waiting, 'petugas 112 (Operator Gladi)'],
      buttons: [],
      clock,
    },
  ],
})
