import { calculateObjectSize } from 'bson'
import mongoose from 'mongoose'
import { expect, test } from 'vitest'
import { decide } from '../../src/dispatch/incident/decide/decide.ts'
import { evolve } from '../../src/dispatch/incident/evolve.ts'
import { semarang } from '../../src/dispatch/profiles/semarang.ts'
import type { Instant } from '../../src/dispatch/vocabulary.ts'
import { runCard } from '../dispatch/support/story.ts'
import { type City, eachCity, ok, operator } from './support/city.ts'

let city: City
eachCity(found => {
  city = found
})

const agencies = Array.from({ length: 12 }, (_, index) => `OPD-${index + 1}`)
const units = ['Pancar 01', 'Pancar 02', 'AMB-3', 'Rescue 4']
const longWords = 'Api merambat ke gudang sebelah, angin kencang dari timur. '.repeat(60)

/** A flood that takes the whole city: twelve agencies with their units, a night of updates, a morning of corrections. */
const busiest = async (): Promise<string> => {
  const { incidents } = city.app
  const { directory } = city.stores
  for (const code of agencies) {
    await directory.putAgency({
      centre: 'SMG',
      code,
      name: code,
      transports: false,
      dutyPhones: ['+62 000 113'],
      commanderPhone: null,
      answerSeconds: null,
      active: true,
    })
  }
  const { id } = await city.located()
  const plan = agencies.map((agency, index) => ({
    agency,
    role: index === 0 ? ('lead' as const) : ('support' as const),
    duty: 'act' as const,
    units,
  }))
  ok(await incidents.dispatch(city.sender(), id, plan))
  const assignments = (await city.incident(id)).assignments
  await city.forward('20m', '5m')
  const heard = { via: 'radio', informant: 'Danru' } as const
  for (const { id: assignment } of assignments) {
    await city.forward('10s')
    for (const action of ['acknowledge', 'depart', 'requestBackup', 'arrive', 'obstacle'] as const) {
      ok(await incidents.recordAction(city.sender(), id, assignment, { action, heard }))
    }
    for (const unit of units) {
      for (const mark of ['depart', 'arrive', 'clear'] as const) {
        ok(await incidents.markUnit(city.sender(), id, assignment, { unit, mark, heard }))
      }
    }
  }
  for (let update = 0; update < 20; update++) {
    const condition = { known: `${update}: ${longWords}` }
    ok(await incidents.answerIntake(city.sender(), id, { condition, victims: { known: { injured: update } } }))
  }
  await correct(id)
  for (const { id: assignment } of assignments) {
    ok(await incidents.recordReport(city.sender(), id, assignment, { outcome: 'handled', text: longWords, heard }))
  }
  return id
}

/** Sixty corrections: five for each agency, a second earlier each time. */
const correct = async (id: string): Promise<void> => {
  for (const { id: assignment, steps } of (await city.incident(id)).assignments) {
    const step = steps.find(({ what }) => what === 'acknowledge')
    if (!step) throw new Error(`${assignment} has no answer to correct`)
    for (let count = 1; count <= 5; count++) {
      const correction = { kind: 'retimed', seq: step.seq, to: step.at - count * 1000 } as const
      const reason = `jam radio salah ${count}`
      ok(await city.app.incidents.correctStep(city.sender(), id, assignment, { correction, reason }))
    }
  }
}

const storedSize = async (id: string): Promise<number> => {
  const found = mongoose.connections.find(({ readyState, db }) => readyState === 1 && db)
  const document = await found?.db?.collection<{ _id: string }>('incidents').findOne({ _id: id })
  if (!document) throw new Error('the incident is not in the store')
  return calculateObjectSize(document)
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

test('DESIGN: under 1 MB on the busiest story, decide and evolve under 1 ms with its 300 events and more', async () => {
  const id = await busiest()
  const history = await city.stores.incidents.history(id)
  const events = history?.events ?? []
  expect(events.length).toBeGreaterThan(300)
  expect(events.filter(({ type }) => type === 'StepCorrected')).toHaveLength(60)
  expect(events.filter(({ type }) => type === 'UnitMarked')).toHaveLength(144)
  expect(await storedSize(id)).toBeLessThan(1_000_000)

  const state = history?.state
  if (!state) throw new Error('the incident is gone')
  const [first] = state.assignments
  const now: Instant = city.clock.now()
  const context = { commandId: 'measured', by: operator, now, profile: semarang, runCard }
  const command = { type: 'AcceptReport', assignment: first?.id ?? '' } as const
  const times = Array.from({ length: 400 }, () => {
    const before = performance.now()
    const decision = decide(state, command, context)
    if (!decision.accepted) throw new Error(decision.refusal.code)
    decision.events.reduce(evolve, state)
    return performance.now() - before
  })
  expect(median(times)).toBeLessThan(1)
  expect(city.errors()).toEqual([])
}, 180_000)
