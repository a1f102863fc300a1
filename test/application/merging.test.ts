import { describe, expect, test } from 'vitest'
import { type City, eachCity, ok, planOf } from './support/city.ts'
import { duplicateStory } from './support/duplicate-story.ts'

let city: City
let story: ReturnType<typeof duplicateStory>
eachCity(async found => {
  city = found
  story = duplicateStory(() => city)
  await city.pairsAgencies('DINKES', 'POLRES', 'DAMKAR', 'PLN')
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
})

const merge = async (incident: string, into: string, carry?: string[]) => {
  const merged = await city.app.incidents.merge(city.sender(), incident, { into, ...(carry ? { carry } : {}) })
  await city.settles()
  return merged
}

/** The same crash was sent twice: DINKES works on both, PLN and DAMKAR on the second only. */
const sentTwice = async () => {
  const one = await story.sent('03', 'DINKES lead', 'POLRES')
  const two = await story.sent('13', 'DINKES lead', 'PLN', 'DAMKAR')
  await city.presses(city.platform.sees('PLN', two.view.number), 'Kami tangani')
  await city.presses(city.platform.sees('PLN', two.view.number), 'Meluncur')
  return { one, two }
}

describe('two dispatched incidents that are one', () => {
  test('callers and crews go on in the other one: one PEMBARUAN each, a new card, nobody is alerted again', async () => {
    const { one, two } = await sentTwice()
    const before = story.messages()
    const merged = ok(await merge(two.incident, one.incident))
    expect(merged).toMatchObject({ status: 'merged', merged: { into: one.incident, number: one.view.number } })
    expect(merged.clocks.filter(({ state }) => state === 'running')).toEqual([])
    expect(merged.phoneTasks.filter(({ done }) => !done)).toEqual([])

    const target = await city.incident(one.incident)
    expect(target.calls).toEqual([one.call, two.call])
    expect(target.furtherReports).toMatchObject([
      { call: two.call, answers: { condition: { known: 'Tabrakan truk, macet' } } },
    ])
    expect(target.assignments.map(({ agency, role, status }) => `${agency} ${role} ${status}`)).toEqual([
      'DINKES lead notified',
      'POLRES support notified',
      'PLN support enRoute',
      'DAMKAR support notified',
    ])
    expect(
      target.clocks.filter(({ id }) => id === 'S3' || id === 'S5').map(({ id, state }) => `${id} ${state}`),
    ).toEqual(['S3 stopped', 'S5 running'])
    // what PLN did before is counted where it did it
    expect(target.clocks.filter(({ agency, id }) => agency === 'PLN' && id === 'S4a')).toEqual([])
    expect(merged.clocks.filter(({ agency, id }) => agency === 'PLN' && id === 'S4a')).toMatchObject([
      { state: 'stopped' },
    ])

    const title = `PEMBARUAN ${two.view.number}: digabung ke ${one.view.number}`
    for (const chat of ['DINKES', 'PLN', 'DAMKAR']) expect(city.platform.count(chat, title)).toBe(1)
    expect(city.platform.sees('DINKES', title).message.content.text).toContain(`Lanjutkan di kartu ${one.view.number}`)
    expect(city.platform.sees('PLN', title).message.content.text).toContain(`Tugas PLN berlanjut di ${one.view.number}`)
    const card = city.platform.in('PLN').at(-1)
    expect(card?.message.content.text).toContain(one.view.number)
    expect(card?.message.content.text).toContain('MELUNCUR')
    // PLN: the news and its card. DINKES and POLRES: the news (of the merge, or of the higher count), no card again
    const after = story.messages()
    expect([after.PLN, after.DAMKAR]).toEqual([(before.PLN ?? 0) + 2, (before.DAMKAR ?? 0) + 2])
    expect(city.platform.count('POLRES', 'ULANG')).toBe(0)
    expect(after.supervisors).toBe(before.supervisors)

    // the crew goes on by the new card; the old one has no buttons
    await city.presses(card ?? city.platform.sees('PLN', one.view.number), 'Tiba di lokasi')
    expect((await city.assignment(one.incident, 'PLN')).status).toBe('onScene')
    expect(city.platform.in('PLN')[0]?.message.buttons).toEqual([])
    expect(city.platform.in('PLN')[0]?.message.content.text).toContain('DIGABUNG')
    expect(city.errors()).toEqual([])
  })

  test('an agency that the operator does not carry is told that its units may return', async () => {
    const { one, two } = await sentTwice()
    ok(await merge(two.incident, one.incident, ['PLN']))
    expect((await city.incident(one.incident)).assignments.map(({ agency }) => agency)).toEqual([
      'DINKES',
      'POLRES',
      'PLN',
    ])
    const told = city.platform.sees('DAMKAR', 'PEMBARUAN').message.content.text
    expect(told).toContain('Tugas DAMKAR untuk nomor ini selesai.')
    expect(told).toContain('Unit yang sedang menuju lokasi dapat kembali.')
  })

  test('no circle, not into itself, into what is over or was not sent, and nobody twice', async () => {
    const { one, two } = await sentTwice()
    const draft = await story.told('14')
    const code = async (incident: string, into: string, carry?: string[]) => {
      const outcome = await merge(incident, into, carry)
      return outcome.ok ? 'ok' : outcome.refusal.code
    }
    expect(await code(one.incident, one.incident)).toBe('sameIncident')
    expect(await code(one.incident, draft.incident)).toBe('mergeOtherWay')
    expect(await code(two.incident, one.incident, ['DINKES'])).toBe('duplicateAgency')
    expect(await code(two.incident, one.incident, ['POLRES'])).toBe('notFound')
    expect(await code(two.incident, 'i-none')).toBe('notFound')
    expect(await code(two.incident, one.incident)).toBe('ok')
    expect(await code(one.incident, two.incident)).toBe('incidentOver')
    expect(await code(two.incident, one.incident)).toBe('alreadyDone')
    // a call that was sent is not simply let go
    expect(await city.app.calls.detach(city.sender(), two.call)).toMatchObject({
      refusal: { code: 'alreadyDispatched' },
    })
  })

  test('merged into each other at one moment: no circle, no caller is lost, and every group knows where it stands', async () => {
    const { one, two } = await sentTwice()
    const ways = [
      { incident: one.incident, into: two.incident },
      { incident: two.incident, into: one.incident },
    ]
    await Promise.all(ways.map(({ incident, into }) => city.app.incidents.merge(city.sender(), incident, { into })))
    await city.settles()
    const views = await Promise.all([one, two].map(({ incident }) => city.incident(incident)))
    const open = views.filter(({ status }) => status !== 'merged')
    expect(open.length).toBeGreaterThan(0)
    const reachable = new Set(open.flatMap(({ calls }) => calls))
    expect(reachable).toEqual(new Set([one.call, two.call]))
    for (const caller of [one.call, two.call]) {
      const { incident } = await story.call(caller)
      expect(open.map(({ id }) => id)).toContain(incident)
    }
    expect(await city.app.work.sweep.waiting()).toMatchObject({ effects: 0 })
  })
})

test('an incident of another centre is none to merge with', async () => {
  const { one } = await sentTwice()
  await city.stores.directory.putCentre({ code: 'CLG', name: '112', timeZone: 'Asia/Jakarta', profile: 'cilegon' })
  const opened = ok(
    await city.app.calls.open(city.sender(), { centre: 'CLG', callId: 'CLG-1', phone: null, name: null }),
  )
  const { incident } = ok(await city.app.calls.classify(city.sender(), opened.id, 'normal'))
  expect(await merge(one.incident, incident ?? '')).toMatchObject({ refusal: { code: 'otherCentre' } })
  expect(await story.attach(opened.id, one.incident)).toMatchObject({ refusal: { code: 'otherCentre' } })
})

test('merging three in a row: the calls follow, and the first can still be taken back by its caller', async () => {
  const one = await story.sent('03')
  const draft = await story.told('13')
  ok(await story.attach(draft.call, one.incident))
  const two = await story.told('14')
  ok(await city.app.incidents.dispatch(city.sender(), two.incident, planOf(['DINKES lead'])))
  await city.settles()
  ok(await merge(one.incident, two.incident))
  expect((await story.call(draft.call)).incident).toBe(two.incident)
  expect((await city.incident(two.incident)).calls.toSorted()).toEqual([one.call, two.call, draft.call].toSorted())
  expect(ok(await city.app.calls.detach(city.sender(), draft.call)).incident).toBe(draft.incident)
  await city.settles()
  expect((await city.incident(two.incident)).calls.toSorted()).toEqual([one.call, two.call].toSorted())
})
