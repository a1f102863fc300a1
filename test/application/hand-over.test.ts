import { describe, expect, test } from 'vitest'
import { type City, ok, oneCity, planOf } from './support/city.ts'
import { crashesIn } from './support/crashes.ts'

let city: City
oneCity(async found => {
  city = found
  const { directory } = city.stores
  await directory.putCentre({ code: 'CLG', name: '112 Cilegon', timeZone: 'Asia/Jakarta', profile: 'cilegon' })
  await directory.putAgency({
    centre: 'CLG',
    code: 'DAMKAR',
    name: 'DAMKAR',
    transports: false,
    dutyPhones: [],
    commanderPhone: null,
    answerSeconds: null,
    active: true,
  })
  await city.pairsAgencies('DAMKAR')
  const siti = await city.hires('siti', true)
  await city.pairs('siti', { kind: 'user', user: siti })
})

const offer = async (id: string, from = city.sender()) =>
  city.app.incidents.handOver(from, id, {
    to: { centre: 'CLG' },
    reason: 'Di wilayah Cilegon <&_*',
    keepAgencies: false,
  })
const inCilegon = async () => (await city.app.queries.incidents('CLG')).map(({ id }) => id)
const dispatcher = { kind: 'user', id: 'u-clg', name: 'Dispatcher Cilegon' } as const

describe('a hand-over between two centres of one installation', () => {
  test('they get one of their own, with our words as theirs; ours ends when they take it; both timelines tell it', async () => {
    const { id, number } = await city.asked()
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    await city.settles()
    const offered = ok(await offer(id))
    expect(offered).toMatchObject({ status: 'dispatched', handOver: { centre: 'CLG', result: 'offered' } })
    const [theirs = ''] = await inCilegon()
    const before = await city.incident(theirs)
    expect(before).toMatchObject({
      centre: 'CLG',
      status: 'submitted',
      handling: 'dispatcher-handoff',
      handedOverFrom: { centre: 'SMG', number, reason: 'Di wilayah Cilegon <&_*' },
      intake: {
        reporterName: { known: 'Pelapor Rahasia' },
        address: { known: 'Jl. Lodan <&_*' },
        victims: { known: { injured: 1 } },
      },
      missing: [],
    })
    expect(before.number).toMatch(/^CLG-\d{6}-\d{3}$/)
    expect(before.allowed).toEqual(expect.arrayContaining(['take', 'returnHandOver']))

    ok(await city.app.incidents.answerIntake(city.sender(), id, { condition: { known: 'Atap runtuh' } }))
    expect((await city.incident(theirs)).intake.condition).toEqual({ known: 'Atap runtuh' })

    ok(await city.app.incidents.take(city.sender(dispatcher), theirs))
    await city.settles()
    const ours = await city.incident(id)
    expect(ours).toMatchObject({
      status: 'handedOver',
      handOver: { result: 'taken', number: before.number, reason: 'Di wilayah Cilegon <&_*' },
    })
    expect(ours.timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['HandOverOffered', 'HandOverTaken']))
    expect(before.timeline[0]).toMatchObject({ type: 'IncidentOpened', facts: { from: 'SMG', theirNumber: number } })
    expect(city.platform.sees('DAMKAR', `PEMBARUAN ${number}: DISERAHKAN`).message.content.text).toContain('112 CLG')
    expect(city.platform.sees('DAMKAR', 'Roda 4').message.content.text).toContain('DISERAHKAN ke pusat 112 lain')
    expect((await city.app.queries.archive('SMG', { words: number, limit: 5 })).map(one => one.id)).toEqual([id])
    // erasing ours leaves theirs: the words are their own
    await city.stores.texts.erase(id)
    expect((await city.incident(theirs)).intake.address).toEqual({ known: 'Jl. Lodan <&_*' })
    await city.forgets(await city.incident(theirs))
  })

  test('they give it back: it is ours again, the reason stands before the desk, supervisors are told', async () => {
    const { id, number, ...rest } = await city.located()
    ok(await offer(id))
    const [theirs = ''] = await inCilegon()
    ok(await city.app.incidents.returnHandOver(city.sender(dispatcher), theirs, 'Masih wilayah Anda'))
    await city.settles()
    const ours = await city.incident(id)
    expect(ours).toMatchObject({ status: 'intake', handOver: { result: 'refused', refusal: 'Masih wilayah Anda' } })
    expect(ours.attention.map(({ kind }) => kind)).toEqual(['handOverRefused'])
    const ping = city.platform.sees('siti', 'TIDAK MENERIMA')
    expect(ping.message.content.text).toContain(number)
    expect(ping.message.content.text).toContain('Masih wilayah Anda')
    expect(await city.presses(ping, 'Saya tangani', 'Siti')).toMatchObject({ kind: 'done', code: 'takeHelp' })
    expect((await city.incident(theirs)).cancelReason).toBe('Masih wilayah Anda')
    expect(await inCilegon()).toEqual([])
    await city.forgets({ ...rest, id, number })
  })

  test('a centre that does not exist is refused; one outside is told of by a person, with its ticket', async () => {
    const incident = await city.located()
    const { id } = incident
    const to = (code: string) => ({ to: { centre: code }, reason: 'x', keepAgencies: false })
    expect(await city.app.incidents.handOver(city.sender(), id, to('XXX'))).toMatchObject({
      refusal: { code: 'unknownCentre' },
    })
    expect(await city.app.incidents.handOver(city.sender(), id, to('SMG'))).toMatchObject({
      refusal: { code: 'sameCentre' },
    })
    await city.stores.directory.changeCentre('CLG', { was: {}, to: { active: false } })
    expect(await city.app.incidents.handOver(city.sender(), id, to('CLG'))).toMatchObject({
      refusal: { code: 'centreClosed' },
    })
    await city.stores.directory.changeCentre('CLG', { was: {}, to: { active: true } })
    const neighbour = { receiver: '112 Kabupaten Contoh' }
    ok(await city.app.incidents.handOver(city.sender(), id, { to: neighbour, reason: 'x', keepAgencies: true }))
    expect((await city.incident(id)).allowed).toContain('answerHandOver')
    const done = ok(await city.app.incidents.answerHandOver(city.sender(), id, { result: 'taken', ticket: 'KC-12' }))
    expect(done).toMatchObject({ status: 'handedOver', handOver: { ...neighbour, ticket: 'KC-12' } })
    const call = await city.app.queries.call(incident.calls[0] ?? '')
    expect(call?.resolution).toMatchObject({ kind: 'handedOver' })
    ok(await city.app.calls.end(city.sender(), incident.calls[0] ?? ''))
  })
})

const { dyingAt, recovers } = crashesIn(() => city)

describe('a process that dies before any of its steps', () => {
  test('offering it: they get one incident, with every word', async () => {
    let steps = 0
    for (let lived = false; !lived; steps += 1) {
      const incident = await city.located()
      const from = city.sender()
      lived = await dyingAt(steps + 1, () => offer(incident.id, from))
      ok(await offer(incident.id, from))
      await recovers()
      const there = await inCilegon()
      expect(there, `step ${steps}`).toHaveLength(1)
      const theirs = await city.incident(there[0] ?? '')
      expect(theirs, `step ${steps}`).toMatchObject({
        status: 'submitted',
        intake: { address: { known: 'Jl. Lodan <&_*' }, reporterName: { known: 'Pelapor Rahasia' } },
        handedOverFrom: { number: incident.number, reason: 'Di wilayah Cilegon <&_*' },
      })
      await city.forgets(incident)
      expect(await inCilegon(), `withdrawn with ours at step ${steps}`).toEqual([])
    }
    expect(steps).toBeGreaterThan(6)
  })

  test('taking it, and giving it back: both centres agree in the end', async () => {
    for (const result of ['handedOver', 'intake'] as const) {
      let steps = 0
      for (let lived = false; !lived; steps += 1) {
        const incident = await city.located()
        ok(await offer(incident.id))
        const [theirs = ''] = await inCilegon()
        const from = city.sender(dispatcher)
        const answer = () =>
          result === 'handedOver'
            ? city.app.incidents.take(from, theirs)
            : city.app.incidents.returnHandOver(from, theirs, 'Bukan')
        lived = await dyingAt(steps + 1, answer)
        ok(await answer())
        await recovers()
        const ours = await city.incident(incident.id)
        expect(ours.status, `step ${steps}`).toBe(result)
        if (result === 'intake') {
          expect(ours.handOver?.refusal, `step ${steps}`).toBe('Bukan')
          expect(ours.attention, `step ${steps}`).toHaveLength(1)
          await city.forgets(ours)
        } else {
          ok(await city.app.calls.end(city.sender(), ours.calls[0] ?? ''))
          await city.forgets(await city.incident(theirs))
        }
      }
      expect(steps).toBeGreaterThan(3)
    }
  })
})
