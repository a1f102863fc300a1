import { describe, expect, it } from 'vitest'
import type { AssignmentView, TimelineEntryView } from '../../src/admin-api/contract/index.ts'
import { marksOf } from '../../src/web/plan/marks.ts'

const assignment = (id: string, agency: string): AssignmentView => ({
  id,
  agency,
  name: agency,
  post: null,
  contact: { tried: [], next: null },
  role: 'lead',
  duty: 'act',
  status: 'enRoute',
  delivery: 'sent',
  notifiedAt: 0,
  actions: [],
  undo: null,
  required: true,
  replaces: null,
  replacedBy: null,
  sitrep: null,
  steps: [],
  units: [],
})
const entry = (seq: number, type: string, facts: TimelineEntryView['facts']): TimelineEntryView => ({
  seq,
  at: seq * 1000,
  recordedAt: seq * 1000,
  by: 'Regu 1',
  type,
  facts,
})

describe("an agency's marks", () => {
  const damkar = assignment('1/DAMKAR/1', 'DAMKAR')

  it('leave out what was undone and what is not the agency its own', () => {
    const timeline = [
      entry(1, 'AgencyAssigned', { agency: 'DAMKAR' }),
      entry(2, 'UnitsDeparted', { agency: 'DAMKAR' }),
      entry(3, 'ActionUndone', { agency: 'DAMKAR', undone: 2 }),
      entry(4, 'AssignmentAcknowledged', { agency: 'DAMKAR' }),
      entry(5, 'UnitsDeparted', { agency: 'PLN' }),
      entry(6, 'AlertDelivered', { agency: 'DAMKAR', via: 'channel' }),
    ]
    expect(marksOf({ timeline, assignments: [damkar] }, damkar)).toEqual([
      { seq: 4, type: 'AssignmentAcknowledged', at: 4000 },
    ])
  })

  it('tell two assignments of one agency apart', () => {
    const again = assignment('1/DAMKAR/2', 'DAMKAR')
    const timeline = [
      entry(1, 'AgencyAssigned', { agency: 'DAMKAR' }),
      entry(2, 'AssignmentDeclined', { agency: 'DAMKAR', reason: 'noUnit' }),
      entry(3, 'AgencyAssigned', { agency: 'DAMKAR' }),
      entry(4, 'UnitsDeparted', { agency: 'DAMKAR' }),
    ]
    const incident = { timeline, assignments: [damkar, again] }
    expect(marksOf(incident, damkar).map(mark => mark.type)).toEqual(['AssignmentDeclined'])
    expect(marksOf(incident, again).map(mark => mark.type)).toEqual(['UnitsDeparted'])
  })
})
