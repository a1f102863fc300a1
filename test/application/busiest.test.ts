import { calculateObjectSize } from 'bson'
import mongoose from 'mongoose'
import { expect, test } from 'vitest'
import { busiestIncident } from './support/busiest-incident.ts'
import { type City, eachCity } from './support/city.ts'

let city: City
eachCity(found => {
  city = found
})

const storedSize = async (id: string): Promise<number> => {
  const found = mongoose.connections.find(({ readyState, db }) => readyState === 1 && db)
  const document = await found?.db?.collection<{ _id: string }>('incidents').findOne({ _id: id })
  if (!document) throw new Error('the incident is not in the store')
  return calculateObjectSize(document)
}

test('DESIGN: the incident of the busiest story, with its 300 events and more, stays under 1 MB', async () => {
  const id = await busiestIncident(city)
  const events = await city.stores.incidents.events(id)
  expect(events.length).toBeGreaterThan(300)
  expect(events.filter(({ type }) => type === 'StepCorrected')).toHaveLength(60)
  expect(events.filter(({ type }) => type === 'UnitMarked')).toHaveLength(144)
  expect(await storedSize(id)).toBeLessThan(1_000_000)
  expect(city.errors()).toEqual([])
}, 180_000)
