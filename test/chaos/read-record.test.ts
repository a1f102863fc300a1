import { expect, test } from 'vitest'
import { clockDeadlines, contactDeadlines, readRecord, type TimedRecord } from '../../src/chaos/evidence/read-record.ts'

/** Service time here is machine time plus a thousand seconds. */
const ahead = 1_000_000
const machineAt = (service: number) => service - ahead

const record: TimedRecord = {
  id: 'i',
  number: 'SMG-20260101-001',
  status: 'archived',
  type: 'KBK-BGN',
  priority: 1,
  calls: [],
  missing: [],
  proposal: { agencies: [] },
  assignments: [{ id: 'i/DAMKAR/1', agency: 'DAMKAR', role: 'lead', duty: 'act', status: 'notified', steps: [] }],
  clocks: [
    {
      key: 'S4a:1',
      id: 'S4a',
      agency: 'DAMKAR',
      startedAt: ahead,
      limitSeconds: 180,
      kind: 'response',
      state: 'running',
      rungsFired: [],
    },
    {
      key: 'S1',
      id: 'S1',
      startedAt: ahead,
      limitSeconds: 30,
      kind: 'desk',
      state: 'stopped',
      stoppedAt: ahead + 9,
      rungsFired: [],
    },
  ],
  phoneTasks: [],
  attention: [],
  furtherReports: [],
  conflicts: [],
  longOperation: null,
  photos: [],
  timeline: [
    { type: 'AlertDelivered', at: ahead + 5, recordedAt: ahead + 5, facts: { agency: 'DAMKAR' } },
    { type: 'ContactTried', at: ahead + 5, recordedAt: ahead + 5, facts: { agency: 'DAMKAR', to: 'group' } },
    { type: 'PhoneTaskRaised', at: ahead + 61_000, recordedAt: ahead + 61_000, facts: { agency: 'DAMKAR' } },
    { type: 'RungFired', at: ahead + 181_000, recordedAt: ahead + 181_000, facts: { clock: 'S4a:1', rung: '1' } },
    { type: 'IncidentArchived', at: ahead + 200_000, recordedAt: ahead + 200_000, facts: {} },
  ],
}

test('a response clock has its rungs, by what the city published; a fired one is told in the group', () => {
  expect(clockDeadlines(record, machineAt)).toMatchObject([
    {
      what: 'S4a DAMKAR rung 1',
      chat: 'SMG/DAMKAR',
      dueAt: 180_000,
      firedAt: 181_000,
      endedAt: null,
      says: ['⏰ PENGINGAT DAMKAR: belum diterima', record.number],
    },
    { what: 'S4a DAMKAR rung 1.5', dueAt: 270_000, firedAt: null, says: null },
  ])
  const [routine] = clockDeadlines({ ...record, priority: 3 }, machineAt)
  expect(routine).toMatchObject({ what: 'S4a DAMKAR rung phone', dueAt: 180_000, firedAt: null })
})

test('an agency that does not answer is tried otherwise, by the priority’s time', () => {
  expect(contactDeadlines(record, machineAt)).toMatchObject([{ dueAt: 60_005, firedAt: 61_000, endedAt: null }])
  const timeline = [
    ...record.timeline.slice(0, 2),
    { type: 'AssignmentAcknowledged', at: ahead + 9, recordedAt: ahead + 20, facts: { agency: 'DAMKAR' } },
  ]
  expect(contactDeadlines({ ...record, timeline }, machineAt)).toMatchObject([{ firedAt: null, endedAt: 9 }])
})

test('how an incident ended', () => {
  expect(readRecord(record, machineAt)).toMatchObject({
    archivedAt: 200_000,
    running: ['S4a:1'],
    states: { DAMKAR: 'notified' },
  })
})
