import { expect, test } from 'vitest'
import { type City, eachCity, ok, planOf } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'PLN')
})

const fire = async (): Promise<string> => {
  const { id } = await city.asked()
  ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
  await city.settles()
  return id
}
const signals = async (id: string) =>
  (await city.incident(id)).signals.map(({ kind, what, agency, urgent }) =>
    [kind, what, agency, urgent ? 'urgent' : 'routine'].join(' '),
  )

test('a silent agency signals the limit that passed, then the phone task; what was taken is quiet for ten minutes', async () => {
  const id = await fire()
  await city.forward('140s')
  const phone = 'phoneTask unanswered DAMKAR urgent'
  expect(await signals(id), 'a reminder of the owner calls nobody').toEqual([phone])
  await city.forward('40s')
  expect(await signals(id)).toEqual([phone, 'escalation S4a DAMKAR urgent'])
  const key = (await city.incident(id)).clocks.find(clock => clock.id === 'S4a')?.key ?? ''
  const first = (await city.incident(id)).signals.find(({ kind }) => kind === 'escalation')
  ok(await city.app.incidents.takeEscalation(city.sender(), id, key))
  expect(await signals(id)).toEqual([phone])
  await city.forward('300s')
  expect(await signals(id)).not.toContain('escalation S4a DAMKAR urgent')
  await city.forward('600s')
  const later = (await city.incident(id)).signals.find(({ what }) => what === 'S4a')
  expect(later).toMatchObject({ kind: 'escalation', agency: 'DAMKAR' })
  expect(later?.key, 'a further rung is a new signal').not.toBe(first?.key)
  const [summary] = await city.app.queries.incidents('SMG')
  expect(summary?.signals).toEqual((await city.incident(id)).signals)
})

test('a call for help signals until it is settled', async () => {
  const id = await fire()
  await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'decline')
  await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'reason:noUnit')
  await city.settles()
  const { attention } = await city.incident(id)
  expect(await signals(id)).toContain('attention declined DAMKAR urgent')
  for (const { id: item, doneAt } of attention) {
    if (doneAt === undefined) ok(await city.app.incidents.settleAttention(city.sender(), id, item))
  }
  const settled = await city.incident(id)
  expect(settled.signals.filter(({ kind }) => kind === 'attention')).toEqual([])
  const told = settled.timeline.filter(({ type }) => type === 'AttentionSettled').map(({ facts }) => facts)
  expect(told, 'the timeline says what was settled').toContainEqual({ agency: 'DAMKAR', kind: 'declined' })
})
