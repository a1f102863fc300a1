import { expect, test } from 'vitest'
import { type City, eachCity, ok } from '../support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR')
})

const point = { lat: -6.99, lng: 110.42, accuracyMetres: 10 }

test('an incident that was just reopened, whose record of its end still stands, is one incident', async () => {
  const { id, number } = await city.fire()
  ok(await city.app.incidents.answerIntake(city.sender(), id, { point: { known: point } }))
  await city.settles()
  const { centre } = city
  await city.stores.figures.putIncident({
    ...{ id, centre, seq: 1, number, openedAt: 0, status: 'archived', type: null, priority: 1, point },
    ...{ agencies: ['DAMKAR'], outcomes: ['handled'], spans: [], acted: [] },
  })
  const { earlier } = await city.app.places.around(centre, point)
  expect(earlier).toMatchObject([{ incident: id, status: 'dispatched', outcomes: [] }])
})
