import type { Scenario } from '../../scenarios/scenario.ts'
import { isDispatched } from '../../scenarios/scenario.ts'
import type { CallRecord, IncidentRecord } from '../api/views.ts'
import type { CardOwner } from '../cards/card.ts'
import type { Expected } from '../journal/expected.ts'
import { crewOf, groupOf, type Scene } from './scene.ts'
import { must, type Step } from './story.ts'
import { cardLines, cardTitle } from './facts.ts'

/** What the people at the page do, by the public API. */

export const officerOperator = 'petugas 112 (Operator Gladi)'

/** 112 rings. */
export const opensCall = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'menerima panggilan',
  play: async scene => {
    const { phone, name } = scene.scenario.caller
    scene.call = ''
    const call = await scene.stage.operator.post<CallRecord>(scene.callPath(), { phone, name })
    scene.call = call.id
    return []
  },
})

/** An emergency: the call's incident opens at once. */
export const callIsEmergency = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'menggolongkan: normal (darurat)',
  play: async scene => {
    const call = await scene.stage.operator.post<CallRecord>(scene.callPath('/classify'), { callClass: 'normal' })
    must(call.incident !== null, 'the call opened no incident')
    scene.incident = call.incident
    scene.board.facts = { ...scene.board.facts, number: (await scene.record()).number }
    return []
  },
})

/** Fields a-h as the scenario's caller answers them; `only` names some of them, the others follow later. */
export const fillsIntake = (at: number, only?: readonly string[]): Step => ({
  at,
  who: 'Operator',
  what: only ? `mengisi ${only.join(', ')}` : 'mengisi a–h',
  play: async scene => {
    const answers = Object.entries(answersOf(scene)).filter(([field]) => !only || only.includes(field))
    await scene.stage.operator.patch(scene.incidentPath('/intake'), Object.fromEntries(answers))
    return []
  },
})

const answersOf = ({ emergency }: Scene): Record<string, unknown> => {
  const { type, address, landmark, kelurahan, kecamatan, point, condition, passable, victims, hazards } = emergency
  const known = <T>(value: T) => ({ known: value })
  return {
    type: known(type),
    location: known(`${kelurahan}, ${kecamatan}`),
    address: known(address),
    landmark: known(landmark),
    point: known(point),
    condition: known(condition),
    passable: known(passable),
    handlingSoFar: emergency.handlingSoFar === null ? 'unknown' : known(emergency.handlingSoFar),
    victims: known(victims),
    hazards,
  }
}

export const submitsIntake = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'mengirim isian a–h',
  play: async scene => {
    const { missing } = await scene.stage.operator.post<IncidentRecord>(scene.incidentPath('/submit'))
    must(missing.length === 0, `letters ${missing.join(', ')} are missing`)
    return []
  },
})

/** Sends to the agencies that the run card ticks; they must be those that the scenario names. */
export const dispatches = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'mengirim ke OPD usulan kartu kejadian',
  play: async scene => {
    const { scenario, stage, board } = scene
    const before = await scene.record()
    const ticked = before.proposal.agencies.filter(({ mode }) => mode === 'alert')
    must(isDispatched(scenario), `scenario ${scenario.id} names no agencies`)
    const { lead, alert, priority } = scenario.expect
    const proposed = ticked.map(({ agency, role }) => (role === 'lead' ? `*${agency}` : agency))
    must(
      proposed.toSorted().join() === [`*${lead}`, ...alert].toSorted().join(),
      `the run card proposes ${proposed.join(', ')} instead of *${lead}, ${alert.join(', ')}`,
    )
    must(before.priority === priority, `the priority is P${before.priority} instead of P${priority}`)
    board.facts = { number: scene.number, title: cardTitle(scene.emergency), lines: cardLines(scene.emergency) }
    const agencies = ticked.map(({ agency, role, duty }) => ({ agency, role, duty }))
    await stage.operator.post(scene.incidentPath('/dispatch'), { agencies })
    return agencies.map(owner => alertFor(scene, owner))
  },
})

/** One more agency while the incident is under way. */
export const addsAgency = (at: number, agency: string): Step => ({
  at,
  who: 'Operator',
  what: `menambah ${agency} sebagai pengganti`,
  play: async scene => {
    const owner: CardOwner = { agency, role: 'support', duty: 'act' }
    await scene.stage.operator.post(scene.incidentPath('/agencies'), owner)
    return [alertFor(scene, owner)]
  },
})

const alertFor = (scene: Scene, owner: CardOwner): Expected => {
  scene.board.alert(owner, scene.stage.clock.now())
  const texts = [scene.board.facts.title]
  return scene.message(groupOf(owner.agency), texts, { alert: { incident: scene.incident, agency: owner.agency } })
}

export const acceptsReport = (at: number, agency: string): Step => ({
  at,
  who: 'Operator',
  what: `menerima laporan ${agency}`,
  play: async scene => {
    await scene.stage.operator.post(await scene.assignmentPath(agency, '/report/accept'))
    scene.board.card(agency).step('reportAccepted', officerOperator, scene.stage.clock.now(), false)
    return []
  },
})

export const closesIncident = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'menutup kejadian',
  play: async scene => {
    await scene.stage.operator.post(scene.incidentPath('/close'))
    const told = scene.board.cards().filter(({ state }) => !['declined', 'handedBack', 'stoodDown'].includes(state))
    scene.board.close()
    return told.map(({ owner }) => scene.message(groupOf(owner.agency), [`✅ ${scene.number} DITUTUP`], { buttons: [] }))
  },
})

/** The archive is searched for the words; it must bring this incident, archived. */
export const findsInArchive = (at: number, words: string): Step => ({
  at,
  who: 'Operator',
  what: `mencari "${words}" di arsip`,
  play: async scene => {
    const path = `/api/centres/SMG/archive?words=${encodeURIComponent(words)}`
    const { incidents } = await scene.stage.operator.get<{ incidents: IncidentRecord[] }>(path)
    const found = incidents.find(({ id }) => id === scene.incident)
    must(found?.status === 'archived', `the archive does not bring ${scene.number} for "${words}"`)
    return []
  },
})

export type { Scenario }
export { crewOf }
