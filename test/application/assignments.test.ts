import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/dispatch/vocabulary.ts'
import { type City, eachCity, labelsOf, ok, operator } from './support/city.ts'

let city: City
const second: Actor = { kind: 'user', id: 'u-2', name: 'Operator Dua' }

eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'POLRES')
})

const card = (chat = 'DAMKAR') => city.platform.sees(chat, 'Roda 4')
const damkar = (id: string) => city.assignment(id, 'DAMKAR')

describe('recorded on the agency’s behalf', () => {
  test('DESIGN: every action and its report, by radio or phone: who told it, when it truly was', async () => {
    const { id } = await city.fire('DAMKAR lead')
    await city.forward('5m')
    const { id: assignment } = await damkar(id)
    const at = city.clock.now() - 120_000
    const heard = { via: 'radio', informant: 'Danru Joko' } as const
    const { incidents } = city.app
    ok(await incidents.recordAction(city.sender(), id, assignment, { action: 'acknowledge', at, heard }))
    ok(await incidents.recordAction(city.sender(), id, assignment, { action: 'clear', heard: { via: 'inPerson' } }))
    ok(await incidents.recordReport(city.sender(), id, assignment, { outcome: 'handled', text: 'padam', heard }))
    await city.settles()
    const view = await city.incident(id)
    const steps = (await damkar(id)).steps.filter(({ via }) => via !== undefined)
    expect(steps).toMatchObject([
      { what: 'acknowledge', at, via: 'radio', informant: 'Danru Joko', by: 'Operator Satu' },
      { what: 'clear', via: 'inPerson' },
      { what: 'report', via: 'radio', informant: 'Danru Joko' },
    ])
    expect(view.timeline.find(({ type }) => type === 'AssignmentAcknowledged')?.facts).toMatchObject({
      via: 'radio',
      informant: 'Danru Joko',
    })
    expect(card().message.content.text).toContain('(dicatat operator, radio)')
    expect(city.platform.texts('DAMKAR').join('\n')).not.toContain('Danru Joko')
  })

  test('the informant is a free text: kept apart from the events, gone with the others', async () => {
    const { id } = await city.fire('DAMKAR lead')
    const { id: assignment } = await damkar(id)
    const heard = { via: 'phone', informant: 'Ibu Rahasia' } as const
    ok(await city.app.incidents.recordDecline(city.sender(), id, assignment, { reason: 'noUnit', heard }))
    expect(JSON.stringify(await city.stores.incidents.history(id))).not.toContain('Ibu Rahasia')
    await city.stores.texts.erase(id)
    expect((await damkar(id)).steps.at(-1)).toMatchObject({ what: 'decline', via: 'phone', informant: '' })
  })

  test('words that are too long, or none, are refused and keep nothing', async () => {
    const { id, version } = await city.fire('DAMKAR lead')
    const { id: assignment } = await damkar(id)
    const heard = { via: 'radio', informant: ' ' } as const
    const outcome = await city.app.incidents.recordAction(city.sender(), id, assignment, { action: 'arrive', heard })
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'textEmpty' } })
    expect((await city.incident(id)).version).toBe(version)
  })
})

describe('a correction', () => {
  test('DESIGN: shows the original and the correction: who, when, why; the card is edited, nothing is sent', async () => {
    const { id } = await city.fire('DAMKAR lead')
    await city.forward('1m')
    await city.presses(card(), 'Meluncur', 'Budi')
    const pressed = city.clock.now()
    await city.forward('10m')
    const messages = city.platform.in('DAMKAR').length
    const { id: assignment, steps } = await damkar(id)
    const seq = steps.find(({ what }) => what === 'depart')?.seq ?? 0
    const correction = { kind: 'retimed', seq, to: pressed - 30_000 } as const
    ok(await city.app.incidents.correctStep(city.sender(second), id, assignment, { correction, reason: 'jam salah' }))
    await city.settles()
    expect((await damkar(id)).steps.find(step => step.seq === seq)).toMatchObject({
      what: 'depart',
      at: pressed - 30_000,
      by: 'Budi',
      counts: true,
      corrections: [
        {
          kind: 'retimed',
          by: 'Operator Dua',
          reason: 'jam salah',
          at: city.clock.now(),
          was: { what: 'depart', at: pressed },
        },
      ],
    })
    expect(card().message.content.text).toContain('(dikoreksi 112)')
    expect(city.platform.in('DAMKAR')).toHaveLength(messages)
    const { timeline } = await city.incident(id)
    expect(timeline.at(-1)).toMatchObject({
      type: 'StepCorrected',
      facts: { text: 'jam salah', correction: 'retimed' },
    })
  })

  test('that takes a step out leaves it to see, as one that does not count', async () => {
    const { id } = await city.fire('DAMKAR lead')
    await city.presses(card(), 'Kami tangani')
    await city.forward('10m')
    const { id: assignment, steps } = await damkar(id)
    const seq = steps.find(({ what }) => what === 'acknowledge')?.seq ?? 0
    const removal = { correction: { kind: 'removed', seq } as const, reason: 'salah tekan' }
    ok(await city.app.incidents.correctStep(city.sender(), id, assignment, removal))
    const view = await damkar(id)
    expect(view.status).toBe('notified')
    expect(view.steps.find(step => step.seq === seq)).toMatchObject({
      counts: false,
      correctable: [],
      corrections: [{ kind: 'removed', reason: 'salah tekan', was: { what: 'acknowledge' } }],
    })
  })

  test('of two operators at once loses nothing: both stand, one after the other', async () => {
    const { id } = await city.fire('DAMKAR lead')
    await city.presses(card(), 'Kami tangani')
    await city.forward('10m')
    const { id: assignment } = await damkar(id)
    const insert = (action: 'depart' | 'arrive', ago: number, by: Actor) =>
      city.app.incidents.correctStep(city.sender(by), id, assignment, {
        correction: { kind: 'inserted', change: { kind: 'action', action }, to: city.clock.now() - ago },
        reason: `lupa ${action}`,
      })
    const outcomes = await Promise.all([insert('depart', 300_000, operator), insert('arrive', 60_000, second)])
    expect(outcomes.map(({ ok: done }) => done)).toEqual([true, true])
    const { status, steps } = await damkar(id)
    expect(status).toBe('onScene')
    expect(steps.map(({ what }) => what)).toEqual(['notified', 'acknowledge', 'depart', 'arrive'])
  })
})

describe('units', () => {
  const sent = async () => {
    const { id } = await city.located()
    const plan = { agency: 'DAMKAR', role: 'lead', duty: 'act', units: ['Pancar 01', 'AMB-3'] } as const
    ok(await city.app.incidents.dispatch(city.sender(), id, [{ ...plan, units: [...plan.units] }]))
    await city.settles()
    return id
  }

  test('stand on the card, and report through its menu', async () => {
    const id = await sent()
    expect(card().message.content.text).toContain('Unit: Pancar 01; AMB-3')
    await city.presses(card(), 'Kami tangani')
    expect(await city.presses(card(), 'Per unit')).toMatchObject({ code: 'askUnit' })
    expect(labelsOf(card())).toEqual(['Pancar 01 tiba', 'Pancar 01 selesai', 'AMB-3 tiba', 'AMB-3 selesai', 'Kembali'])
    expect(await city.presses(card(), 'AMB-3 tiba', 'Dewi')).toMatchObject({ code: 'unit', params: { unit: 'AMB-3' } })
    expect(await damkar(id)).toMatchObject({ status: 'onScene', units: [{ arrivedAt: null }, { code: 'AMB-3' }] })
    expect(card().message.content.text).toMatch(/AMB-3 tiba \d\d[.:]\d\d/)
    expect(labelsOf(card())).toContain('Selesai')
  })

  test('a button on an older card means the unit that it was made for', async () => {
    const id = await sent()
    await city.presses(card(), 'Kami tangani')
    await city.presses(card(), 'Per unit')
    const older = { ...card(), message: card().message }
    const { id: assignment } = await damkar(id)
    ok(await city.app.incidents.nameUnits(city.sender(), id, assignment, ['AMB-3', 'Pancar 07']))
    await city.settles()
    expect(await city.presses(older, 'Pancar 01 tiba')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'unknownUnit' },
    })
    expect(await city.presses(older, 'AMB-3 tiba')).toMatchObject({ kind: 'done' })
    expect((await damkar(id)).units).toMatchObject([{ code: 'AMB-3' }, { code: 'Pancar 07', arrivedAt: null }])
  })

  test('operators record for them; the last that is done clears the agency', async () => {
    const id = await sent()
    await city.presses(card(), 'Meluncur')
    await city.presses(card(), 'Tiba di lokasi')
    const { id: assignment } = await damkar(id)
    const done = (unit: string) =>
      city.app.incidents.markUnit(city.sender(), id, assignment, { unit, mark: 'clear', heard: { via: 'radio' } })
    ok(await done('Pancar 01'))
    expect((await damkar(id)).status).toBe('onScene')
    ok(await done('AMB-3'))
    await city.settles()
    expect((await damkar(id)).status).toBe('cleared')
    expect(card().message.content.text).toContain('(dicatat operator, radio)')
  })
})

test('DESIGN: a changed duty brings a new card with its buttons; the old one says who has its place', async () => {
  const { id } = await city.fire('DAMKAR lead', 'POLRES inform')
  const { id: assignment } = await city.assignment(id, 'POLRES')
  ok(await city.app.incidents.changeDuty(city.sender(), id, assignment, 'act'))
  await city.settles()
  const [old, anew] = city.platform.in('POLRES')
  expect(old && labelsOf(old)).toEqual([])
  expect(old?.message.content.text).toContain('DIHENTIKAN')
  expect(anew && labelsOf(anew)).toEqual(['Kami tangani', 'Meluncur', 'Tidak bisa'])
  expect(city.platform.in('POLRES')).toHaveLength(2)
  expect(await city.assignment(id, 'POLRES')).toMatchObject({ duty: 'act', required: true, replaces: assignment })
})
