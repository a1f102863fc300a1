import { describe, expect, test } from 'vitest'
import { type City, ok, oneCity, planOf } from './support/city.ts'
import { crashesIn } from './support/crashes.ts'

let city: City
oneCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR')
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
})

const doubtful = 'ULANG, mungkin ganda'

const crashes = crashesIn(() => city)
const { dyingAt, everyStep } = crashes
const recovers = async (): Promise<void> => {
  await crashes.recovers()
  expect((await city.app.work.sweep.waiting()).due).toBe(0)
}

describe('a process that dies before any of its steps', () => {
  test('a dispatch: every alert is shown, repeats say so, the incident knows it all', async () => {
    const steps = await everyStep(async k => {
      const incident = await city.located()
      const { id, number } = incident
      const from = city.sender()
      const plan = planOf(['DAMKAR lead', 'POLRES inform'])
      const lived = await dyingAt(k, async () => {
        await city.app.incidents.dispatch(from, id, plan)
        await city.settles()
      })
      // whoever got no answer sends the same command again
      const again = ok(await city.app.incidents.dispatch(from, id, plan))
      await recovers()

      expect(again.status).toBe('dispatched')
      const shown = city.platform.texts('DAMKAR').filter(text => text.includes(number))
      const marked = shown.filter(text => text.includes(doubtful))
      expect(shown.length, `step ${k}`).toBeGreaterThan(0)
      expect(shown.length - marked.length, `unmarked at step ${k}`).toBeLessThanOrEqual(1)
      expect((await city.assignment(id, 'DAMKAR')).delivery, `step ${k}`).toBe('sent')
      expect(await city.toPhone(id), `step ${k}`).toEqual(['POLRES unreachable'])
      const calls = city.platform.texts('supervisors').filter(text => text.includes(number))
      expect(calls.length - calls.filter(text => text.includes(doubtful)).length, `step ${k}`).toBeLessThanOrEqual(1)
      expect(calls.length, `step ${k}`).toBeGreaterThan(0)
      await city.forgets(incident)
      return lived
    })
    expect(steps).toBeGreaterThan(15)
  })

  test('a normal call: one incident with one number, whatever died', async () => {
    const steps = await everyStep(async k => {
      const from = city.sender()
      const opening = { centre: 'SMG', callId: `c-${from.commandId}`, phone: '+62 000 1', name: null }
      const classifying = city.sender()
      const story = async () => {
        ok(await city.app.calls.open(from, opening))
        ok(await city.app.calls.classify(classifying, opening.callId, 'normal'))
      }
      const lived = await dyingAt(k, story)
      await story()
      await recovers()
      const view = await city.app.queries.call(opening.callId)
      expect(view, `step ${k}`).toMatchObject({ phone: '+62 000 1', callClass: 'normal' })
      const incident = await city.incident(view?.incident ?? '')
      expect(incident.calls).toEqual([opening.callId])
      expect(incident.intake.reporterPhone, `step ${k}`).toEqual({ known: '+62 000 1' })
      await city.forgets(incident)
      return lived
    })
    expect(steps).toBeGreaterThan(4)
  })

  test('a press and its confirmation: one effect, and the first result for the repeat', async () => {
    const steps = await everyStep(async k => {
      const incident = await city.fire('DAMKAR lead')
      const { id, number } = incident
      await city.pressesVerb(city.platform.sees('DAMKAR', number), 'arrive')
      await city.presses(city.platform.sees('DAMKAR', number), 'Selesai')
      const card = city.platform.sees('DAMKAR', number)
      const press = () => city.pressesVerb(card, 'confirm:clear', 'Budi', `press-${k}`)
      const lived = await dyingAt(k, press)
      expect(await press(), `step ${k}`).toMatchObject({ kind: 'done', code: 'clear' })
      await recovers()
      expect((await city.assignment(id, 'DAMKAR')).status, `step ${k}`).toBe('cleared')
      expect(city.platform.sees('DAMKAR', number).message.content.text).toContain('SELESAI')
      await city.forgets(incident)
      return lived
    })
    expect(steps).toBeGreaterThan(3)
  })
})
