import { expect, test } from 'vitest'
import { trainingOutlines } from '../../../src/app/training/places/outlines.ts'
import { trainingPlaces } from '../../../src/app/training/places/places.ts'
import { trainingPosts } from '../../../src/app/training/seed-posts.ts'
import { metresOutside } from '../../../src/application/places/outline-distance.ts'
import { createPlaceIndex } from '../../../src/application/places/place-index.ts'
import { cilegonScenarios } from '../../../src/scenarios/cilegon.ts'
import { isEmergency } from '../../../src/scenarios/scenario.ts'
import { semarangScenarios } from '../../../src/scenarios/semarang.ts'

const cities = [
  { centre: 'SMG', districts: 16, scenarios: semarangScenarios.filter(isEmergency) },
  { centre: 'CLG', districts: 8, scenarios: cilegonScenarios.filter(isEmergency) },
]

test.each(cities)('$centre: each district is drawn once, and named once in the gazetteer', ({ centre, districts }) => {
  const drawn = (trainingOutlines[centre] ?? []).map(({ name }) => name)
  const named = (trainingPlaces[centre] ?? []).filter(({ kind }) => kind === 'kecamatan').map(({ name }) => name)
  expect(drawn).toHaveLength(districts)
  expect(drawn.toSorted()).toEqual(named.toSorted())
})

test.each(cities)(
  '$centre: what lies in a district lies inside its outline, and in no other',
  ({ centre, scenarios }) => {
    const outlines = trainingOutlines[centre] ?? []
    const within = (point: { lat: number; lng: number }) =>
      outlines.filter(outline => metresOutside([outline], point) === 0).map(({ name }) => name)
    for (const place of trainingPlaces[centre] ?? []) {
      expect([place.name, within(place)]).toEqual([place.name, [place.kecamatan ?? place.name]])
    }
    for (const { id, point, kecamatan } of scenarios) expect([id, within(point)]).toEqual([id, [kecamatan]])
    for (const { code, point, centre: of } of trainingPosts) {
      if (of === centre && point) expect([code, within(point).length]).toEqual([code, 1])
    }
  },
)

test.each(cities)('$centre: the kelurahan of every scenario is found by its name', ({ centre, scenarios }) => {
  const index = createPlaceIndex(trainingPlaces[centre] ?? [])
  for (const { kelurahan, kecamatan } of scenarios) {
    const found = index.search(kelurahan, 8).map(place => place.kecamatan ?? place.name)
    expect([kelurahan, found]).toEqual([kelurahan, expect.arrayContaining([kecamatan])])
  }
})
