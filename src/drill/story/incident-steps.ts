import { type EmergencyScenario, isDispatched } from '../../scenarios/scenario.ts'
import type { IncidentRecord, IncidentSummary } from '../api/views.ts'
import type { CardOwner } from '../cards/card.ts'
import type { Expected } from '../journal/expected.ts'
import { cardLines, cardTitle, type IntakeField, intakeAnswers, victimsInWords } from './facts.ts'
import type { Scene } from './scene.ts'
import { must, owner, type Step } from './story.ts'

/** What operators do about incidents, by the public API: ask, send, close, look up. */

const outStates: readonly string[] = ['declined', 'handedBack', 'stoodDown']

/**
 * Fields a-h as the scenario's caller answers them; `only` names some of them, the others follow later. What matters to
 * crews that are alerted already reaches them as a new message, which calls it `news`.
 */
export const fillsIntake = (at: number, only?: readonly IntakeField[], news?: string): Step => ({
  at,
  who: 'Operator',
  what: only ? `mengisi ${only.length} jawaban (${only.join(', ')})` : 'mengisi semua jawaban a–h',
  play: async scene => {
    const answers = Object.entries(intakeAnswers(scene.emergency)).filter(
      ([field]) => !only || only.includes(field as IntakeField),
    )
    for (const [field] of answers) scene.answered.add(field as IntakeField)
    await scene.stage.operator.patch(scene.incidentPath('/intake'), Object.fromEntries(answers))
    scene.board.facts = { ...scene.board.facts, lines: cardLines(scene.emergency, scene.answered) }
    if (news === undefined) return []
    const texts = [`🔄 PEMBARUAN ${scene.number}: ${news}`]
    return atWork(scene).map(agency => scene.message(agency, texts, { buttons: [] }))
  },
})

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
  who: owner,
  what: 'mengirim ke OPD usulan kartu kejadian',
  play: async scene => {
    const { scenario, board } = scene
    must(isDispatched(scenario), `scenario ${scenario.id} names no agencies`)
    const { lead, alert, priority } = scenario.expect
    const record = await scene.record()
    const ticked = record.proposal.agencies.filter(({ mode }) => mode === 'alert')
    const proposed = ticked.map(({ agency, role }) => (role === 'lead' ? `*${agency}` : agency)).toSorted()
    const wanted = [`*${lead}`, ...alert].toSorted()
    must(proposed.join() === wanted.join(), `the run card proposes ${proposed.join(', ')}, not ${wanted.join(', ')}`)
    must(record.priority === priority, `the priority is P${record.priority} instead of P${priority}`)
    const lines = cardLines(scene.emergency, scene.answered)
    board.facts = { number: scene.number, title: cardTitle(scene.emergency), lines }
    const agencies = ticked.map(({ agency, role, duty }) => ({ agency, role, duty }))
    await scene.owner.post(scene.incidentPath('/dispatch'), { agencies })
    return agencies.map(alerted => alertFor(scene, alerted))
  },
})

/** One more agency while the incident is under way. */
export const addsAgency = (at: number, agency: string): Step => ({
  at,
  who: owner,
  what: `menambah ${agency}`,
  play: async scene => {
    const added: CardOwner = { agency, role: 'support', duty: 'act' }
    await scene.owner.post(scene.incidentPath('/agencies'), added)
    return [alertFor(scene, added)]
  },
})

/** Another agency comes in the place, and the role, of one that left: only the new one is alerted. */
export const replacesAgency = (at: number, agency: string, replaced: string): Step => ({
  at,
  who: owner,
  what: `mengganti ${replaced} dengan ${agency}`,
  play: async scene => {
    const { role } = scene.board.card(replaced).owner
    const added: CardOwner = { agency, role, duty: 'act' }
    const { assignments } = await scene.record()
    const replaces = assignments.findLast(assignment => assignment.agency === replaced)?.id
    must(replaces !== undefined, `${replaced} has no assignment`)
    await scene.owner.post(scene.incidentPath('/agencies'), { ...added, replaces })
    scene.board.card(replaced).replaced()
    return [alertFor(scene, added)]
  },
})

const alertFor = (scene: Scene, alerted: CardOwner): Expected => {
  scene.board.alert(alerted, scene.stage.clock.now())
  return scene.message(alerted.agency, [scene.board.facts.title], { alert: alerted.agency })
}

/** The caller counts again: every agency at work hears it as a new message. */
export const victimsChange = (at: number, victims: EmergencyScenario['victims']): Step => ({
  at,
  who: owner,
  what: `mengubah korban: ${victimsInWords(victims)}`,
  play: async scene => {
    const { board } = scene
    await scene.owner.patch(scene.incidentPath('/intake'), { victims: { known: victims } })
    board.facts = { ...board.facts, lines: cardLines({ ...scene.emergency, victims }, scene.answered) }
    const texts = [`🔄 PEMBARUAN ${scene.number}: korban`, `Korban: ${victimsInWords(victims)}`]
    return atWork(scene).map(agency => scene.message(agency, texts, { buttons: [] }))
  },
})

/** Agencies whose part is not over by their own or the desk's word. */
export const atWork = ({ board }: Scene): string[] =>
  board
    .cards()
    .filter(({ state }) => !outStates.includes(state))
    .map(({ owner }) => owner.agency)

export const closesIncident = (at: number): Step => ({
  at,
  who: owner,
  what: 'menutup kejadian',
  play: async scene => {
    const told = atWork(scene)
    await scene.owner.post(scene.incidentPath('/close'))
    scene.board.close()
    return told.map(agency => scene.message(agency, [`✅ ${scene.number} DITUTUP`], { buttons: [] }))
  },
})

/** The archive is searched for the words; it must bring this incident, archived. */
export const findsInArchive = (at: number, words: string): Step => ({
  at,
  who: owner,
  what: `mencari "${words}" di arsip`,
  play: async scene => {
    const path = `${scene.centrePath}/archive?words=${encodeURIComponent(words)}`
    const { incidents } = await scene.stage.operator.get<{ incidents: IncidentSummary[] }>(path)
    const found = incidents.find(({ id }) => id === scene.incident)
    must(found?.status === 'archived', `the archive does not bring ${scene.number} for "${words}"`)
    return []
  },
})

/** Others of the type are open near by: this call must have an incident of its own all the same. */
export const standsAlone = (at: number): Step => ({
  at,
  who: 'Operator',
  what: 'melihat daftar: kejadian ini berdiri sendiri',
  play: async scene => {
    const { incidents } = await scene.stage.operator.get<{ incidents: IncidentSummary[] }>(
      `${scene.centrePath}/incidents`,
    )
    const alike = incidents.filter(({ type }) => type === scene.emergency.type)
    const { calls } = await scene.record()
    must(alike.length > 1, 'no other incident of this type is open: the story shows nothing')
    must(calls.join() === scene.call, `the incident has the calls ${calls.join(', ')}`)
    return []
  },
})
