import type { CallRecord, IncidentRecord, Similar } from '../api/views.ts'
import { cardLines, victimsInWords } from './facts.ts'
import { atWork } from './incident-steps.ts'
import type { Scene } from './scene.ts'
import { must, type Step } from './story.ts'

/** A second caller about an incident that another story has opened. */

/** The page suggests the other story's incident and no other; nothing is attached by itself. */
export const seesSimilar = (at: number, other: string): Step => ({
  at,
  who: 'Operator',
  what: `melihat usul: mungkin kejadian ${other}`,
  play: async scene => {
    const { candidates } = await scene.stage.operator.get<Similar>(scene.incidentPath('/similar'))
    const suggested = candidates.map(({ incident, level }) => `${incident.number} ${level}`).join(', ')
    const wanted = `${otherScene(scene, other).number} strong`
    must(suggested === wanted, `the page suggests "${suggested}" instead of "${wanted}"`)
    const { status } = await scene.stage.operator.get<CallRecord>(scene.pathOfCall(scene.call))
    must(status === 'classified', `the call is ${status} before anybody attached it`)
    return []
  },
})

/**
 * The call is a further report. Nobody is alerted again; this caller counts more people hurt, so crews at work hear it
 * once, and their cards show it beside the first count.
 */
export const attachesCall = (at: number, other: string): Step => ({
  at,
  who: 'Operator',
  what: `menggabungkan panggilan ke kejadian ${other}`,
  play: async scene => {
    const first = otherScene(scene, other)
    const counted = `Pelapor lain menyebut: ${victimsInWords(scene.emergency.victims)}`
    const path = scene.pathOfCall(scene.call, '/attach')
    const { incident } = await scene.stage.operator.post<CallRecord>(path, { incident: first.incident })
    must(incident === first.incident, `the call belongs to ${incident}`)
    const { board } = first
    const lines = [...cardLines(first.emergency, first.answered), counted]
    board.facts = { ...board.facts, lines }
    const texts = [`🔄 PEMBARUAN ${first.number}: korban`, counted]
    return atWork(first).map(agency => first.message(agency, texts, { buttons: [] }))
  },
})

/** Both calls are kept, and what they contradict each other in stands side by side. */
export const seesConflict = (at: number, other: string, field: 'injured'): Step => ({
  at,
  who: 'Operator',
  what: `melihat dua keterangan berbeda (${field}) di kejadian ${other}`,
  play: async scene => {
    const first = otherScene(scene, other)
    const record = await scene.stage.operator.get<IncidentRecord>(first.incidentPath())
    const further = record.furtherReports.map(({ call }) => call).join()
    must(further === scene.call, `the further reports are ${further}`)
    must(record.calls.join() === [first.call, scene.call].join(), `the incident has the calls ${record.calls.join()}`)
    const shown = record.conflicts.map(conflict => `${conflict.field} ${conflict.answers.map(a => a.value).join(', ')}`)
    const wanted = `${field} ${first.emergency.victims[field]}, ${scene.emergency.victims[field]}`
    must(shown.join() === wanted, `the page shows the conflicts "${shown.join()}" instead of "${wanted}"`)
    const own = await scene.record()
    must(own.status === 'merged', `the call's own incident is ${own.status}`)
    return []
  },
})

const otherScene = ({ stage }: Scene, other: string): Scene => {
  const found = stage.scenes.get(other)
  must(found !== undefined && found.incident !== '', `story ${other} has no incident`)
  return found
}
