import { expect, test } from 'vitest'
import { type City, ok, oneCity } from './support/city.ts'
import { crashesIn } from './support/crashes.ts'
import { duplicateStory } from './support/duplicate-story.ts'

/** Attaching, detaching and merging touch several records: whichever write a process dies before, the sweep ends it. */

let city: City
const story = duplicateStory(() => city)
oneCity(async found => {
  city = found
  await city.pairsAgencies('DINKES', 'PLN')
})

const { dyingAt, recovers, everyStep } = crashesIn(() => city)

/** Every write is a story of its own, on a machine that may be busy. */
const patience = 240_000

test(
  'attached: both calls are kept and one report is added, once',
  async () => {
    const first = await story.sent('03', 'DINKES lead')
    let reports = 0
    const steps = await everyStep(async k => {
      const second = await story.told('13')
      const from = city.sender()
      const attach = () => city.app.calls.attach(from, second.call, { incident: first.incident })
      const lived = await dyingAt(k, attach)
      ok(await attach())
      await recovers()
      reports += 1
      const target = await city.incident(first.incident)
      expect(
        target.furtherReports.filter(({ call }) => call === second.call),
        `step ${k}`,
      ).toHaveLength(1)
      expect(target.furtherReports, `step ${k}`).toHaveLength(reports)
      expect(await story.call(second.call), `step ${k}`).toMatchObject({ incident: first.incident, status: 'resolved' })
      expect((await city.incident(second.incident)).status, `step ${k}`).toBe('merged')
      return lived
    })
    expect(steps).toBeGreaterThan(5)
  },
  patience,
)

test(
  'attached from the ring on, and detached again: an incident of its own, one and not two',
  async () => {
    const first = await story.sent('03', 'DINKES lead')
    const steps = await everyStep(async k => {
      const { id } = await city.rings(`+62 000 ${k}`)
      const [attaching, detaching] = [city.sender(), city.sender()]
      const attach = () => city.app.calls.attach(attaching, id, { incident: first.incident, hazards: ['weapon'] })
      const detach = () => city.app.calls.detach(detaching, id)
      const both = async () => {
        ok(await attach())
        ok(await detach())
      }
      const lived = await dyingAt(k, both)
      await both()
      await recovers()
      const { incident, attached } = await story.call(id)
      expect(attached, `step ${k}`).toBeNull()
      const own = await city.incident(incident ?? '')
      expect(own, `step ${k}`).toMatchObject({ calls: [id], intake: { hazards: ['weapon'] } })
      const target = await city.incident(first.incident)
      expect(target, `step ${k}`).toMatchObject({
        calls: [first.call],
        furtherReports: [],
        intake: { hazards: ['roadBlocked'] },
      })
      await city.forgets(own)
      return lived
    })
    expect(steps).toBeGreaterThan(8)
  },
  patience,
)

test(
  'merged: calls, crews and their cards are in the other incident, once',
  async () => {
    const steps = await everyStep(async k => {
      const one = await story.sent('03', 'DINKES lead')
      const two = await story.sent('13', 'PLN lead')
      const from = city.sender()
      const merge = () => city.app.incidents.merge(from, two.incident, { into: one.incident })
      const lived = await dyingAt(k, async () => {
        await merge()
        await city.settles()
      })
      ok(await merge())
      await recovers()
      const target = await city.incident(one.incident)
      expect(target.calls, `step ${k}`).toEqual([one.call, two.call])
      expect(
        target.assignments.map(({ agency }) => agency),
        `step ${k}`,
      ).toEqual(['DINKES', 'PLN'])
      expect((await story.call(two.call)).incident, `step ${k}`).toBe(one.incident)
      // shown at least once, and every further time says that it may be a repeat
      const unmarked = (words: string) =>
        city.platform.texts('PLN').filter(text => text.includes(words) && !text.includes('ULANG, mungkin ganda'))
      const news = `${two.view.number}: digabung ke ${one.view.number}`
      expect(city.platform.count('PLN', news), `step ${k}`).toBeGreaterThan(0)
      expect(unmarked(news).length, `step ${k}`).toBeLessThanOrEqual(1)
      const cards = (texts: string[]) => texts.filter(text => !text.includes('PEMBARUAN'))
      expect(cards(city.platform.texts('PLN').filter(text => text.includes(one.view.number))).length).toBeGreaterThan(0)
      expect(cards(unmarked(one.view.number)).length, `step ${k}`).toBeLessThanOrEqual(1)
      await city.forgets(target)
      return lived
    })
    expect(steps).toBeGreaterThan(15)
  },
  patience,
)
