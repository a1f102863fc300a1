import type { ClockFigure, IncidentRecord } from '../../drill/api/views.ts'
import { groupOf } from '../plan/plan-calls.ts'
import type { Deadline, IncidentEnd } from './evidence.ts'

/** The record of an incident as the API tells it, with its timeline. */
export interface TimedRecord extends IncidentRecord {
  timeline: { type: string; at: number; recordedAt: number; facts: { [name: string]: string | number } }[]
}

type MachineAt = (service: number) => number

export const readRecord = (record: TimedRecord, machineAt: MachineAt): IncidentEnd => {
  const archived = record.timeline.find(({ type }) => type === 'IncidentArchived')
  return {
    number: record.number,
    status: record.status,
    archivedAt: archived ? machineAt(archived.recordedAt) : null,
    running: record.clocks.filter(({ state }) => state === 'running').map(({ key }) => key),
    states: Object.fromEntries(record.assignments.map(({ agency, status }) => [agency, status])),
    steps: record.timeline.map(({ type, facts }) => `${type} ${facts.agency ?? ''}`.trimEnd()),
  }
}

/** Rungs of a response clock, by the incident's priority: its whole limit, one and a half. */
const rungs = { urgent: { '1': 1, '1.5': 1.5 }, routine: { phone: 1 } } as const
/** What an agency's group is reminded of, by the clock that is at its limit. */
const reminders: Readonly<{ [clock: string]: string }> = { S4a: 'belum diterima', S4b: 'belum tiba di lokasi' }

/** Every rung of a clock that would come due if the clock is not stopped before. */
export const clockDeadlines = (record: TimedRecord, machineAt: MachineAt): Deadline[] =>
  record.clocks
    .filter(({ kind }) => kind === 'response')
    .flatMap(clock =>
      Object.entries(record.priority <= 2 ? rungs.urgent : rungs.routine).map(([rung, share]) =>
        rungDeadline(record, clock, rung, share, machineAt),
      ),
    )

const rungDeadline = (
  { number, timeline }: TimedRecord,
  clock: ClockFigure,
  rung: string,
  share: number,
  machineAt: MachineAt,
): Deadline => {
  const fired = timeline.find(
    ({ type, facts }) => type === 'RungFired' && facts.clock === clock.key && String(facts.rung) === rung,
  )
  const { agency, stoppedAt } = clock
  const reminder = rung === '1' && agency !== undefined ? reminders[clock.id] : undefined
  return {
    number,
    chat: agency === undefined ? '' : groupOf(agency),
    what: `${clock.id} ${agency ?? ''} rung ${rung}`,
    dueAt: machineAt(clock.startedAt + share * clock.limitSeconds * 1000),
    firedAt: fired ? machineAt(fired.recordedAt) : null,
    endedAt: stoppedAt === undefined ? null : machineAt(stoppedAt),
    says: reminder === undefined ? null : [`⏰ PENGINGAT ${agency}: ${reminder}`, number],
  }
}

/** Service seconds in which an alert that arrived has to be answered before the next contact is tried, by priority. */
const answerSeconds: Readonly<{ [priority: number]: number }> = { 1: 60, 2: 120, 3: 180, 4: 180 }
const nextContact = ['ContactTried', 'PhoneTaskRaised']
/** Any of a crew's steps is an answer. */
const answers = ['AssignmentAcknowledged', 'AssignmentDeclined', 'UnitsDeparted', 'UnitsArrived']

/** An agency that does not answer is tried otherwise: its duty officer, the phone. */
export const contactDeadlines = (record: TimedRecord, machineAt: MachineAt): Deadline[] =>
  record.assignments.flatMap(({ agency, duty }): Deadline[] => {
    const own = record.timeline.filter(({ facts }) => facts.agency === agency)
    const delivered = own.find(({ type }) => type === 'AlertDelivered')
    if (!delivered || duty !== 'act') return []
    const answered = own.find(({ type }) => answers.includes(type))
    const tried = own.find(({ type, facts }) => nextContact.includes(type) && facts.to !== 'group')
    return [
      {
        number: record.number,
        chat: groupOf(agency),
        what: `next contact of ${agency}`,
        dueAt: machineAt(delivered.recordedAt + 1000 * (answerSeconds[record.priority] ?? 0)),
        firedAt: tried ? machineAt(tried.recordedAt) : null,
        endedAt: answered ? machineAt(answered.at) : null,
        says: null,
      },
    ]
  })
