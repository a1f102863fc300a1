import { expect, test } from 'vitest'
import { type City, ok, oneCity } from './support/city.ts'
import { Mortal } from './support/crashes.ts'

let city: City
oneCity(async found => {
  city = found
})

/** Runs the work in a process that dies at each of its steps in turn; what then is left is the sweep's. */
const dyingEverywhere = async (story: (k: number) => Promise<{ work(): Promise<unknown>; holds(): Promise<void> }>) => {
  for (let k = 1; ; k += 1) {
    const { work, holds } = await story(k)
    const mortal = new Mortal(k)
    city.restarts({ stores: mortal.stores(city.stores) })
    try {
      await work()
    } catch (error) {
      if (!mortal.dead) throw error
    } finally {
      city.restarts()
    }
    await city.settles()
    // whoever got no answer sends the same command again
    await work()
    await city.settles()
    expect(await city.app.work.sweep.waiting(), `step ${k}`).toMatchObject({ effects: 0 })
    await holds()
    if (!mortal.dead) return k - 1
  }
}

test('the third silent call raises one call-back task, wherever the process dies', async () => {
  const steps = await dyingEverywhere(async k => {
    const phone = `+62 000 1${k}`
    for (let n = 0; n < 2; n += 1) {
      ok(await city.app.calls.classify(city.sender(), (await city.rings(phone, null)).id, 'ghost'))
    }
    const { id } = await city.rings(phone, null)
    const from = city.sender()
    return {
      work: () => city.app.calls.classify(from, id, 'ghost'),
      holds: async () => {
        const tasks = (await city.app.queries.callbacks('SMG')).filter(task => task.phone === phone)
        expect(tasks, `step ${k}`).toMatchObject([{ call: id, cause: 'silent', done: null }])
        const { number } = await city.rings(phone, null)
        expect(number, `step ${k}`).toMatchObject({ ghosts: 3, openCallback: id })
      },
    }
  })
  expect(steps).toBeGreaterThan(5)
})

test('a withdrawn draft and its corrected call agree in the end, wherever the process dies', async () => {
  const steps = await dyingEverywhere(async k => {
    const call = await city.rings(`+62 000 2${k}`)
    const { incident } = ok(await city.app.calls.classify(city.sender(), call.id, 'normal'))
    const from = city.sender()
    return {
      work: () => city.app.calls.reclassify(from, call.id, { callClass: 'prank', reason: 'tawa' }),
      holds: async () => {
        const view = await city.app.queries.call(call.id)
        expect(view, `step ${k}`).toMatchObject({ callClass: 'prank', status: 'ended', number: { pranks: 1 } })
        expect(view?.reclassified, `step ${k}`).toHaveLength(1)
        expect((await city.incident(incident ?? '')).status, `step ${k}`).toBe('cancelled')
      },
    }
  })
  expect(steps).toBeGreaterThan(3)
})

test('an erased caller is gone, wherever the process dies', async () => {
  await dyingEverywhere(async k => {
    const { id } = await city.rings(`+62 000 3${k}`, 'Pelapor Rahasia')
    ok(await city.app.calls.classify(city.sender(), id, 'information'))
    ok(await city.app.calls.recordAnswer(city.sender(), id, { topic: 'Rahasia', answer: 'x' }))
    ok(await city.app.calls.end(city.sender(), id))
    const from = city.sender()
    return {
      work: () => city.app.calls.erase(from, id),
      holds: async () => {
        expect(await city.app.queries.call(id), `step ${k}`).toMatchObject({ phone: null, callerName: null })
        expect((await city.stores.texts.of(id)).size, `step ${k}`).toBe(0)
      },
    }
  })
})
