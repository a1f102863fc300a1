import { describe, expect, test } from 'vitest'
import { type City, eachCity, ok } from './support/city.ts'
import { duplicateStory } from './support/duplicate-story.ts'

let city: City
let story: ReturnType<typeof duplicateStory>
eachCity(async found => {
  city = found
  story = duplicateStory(() => city)
  await city.pairsAgencies('DINKES', 'POLRES', 'DAMKAR')
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
})

/** The crash of scenario 03, and scenario 13 attached to it: two callers. */
const twoCallers = async () => {
  const first = await story.sent('03')
  const second = await story.told('13')
  ok(await story.attach(second.call, first.incident))
  return { first, second }
}

describe('the third caller', () => {
  test('is asked for new victims and dangers only, in one command from the ring on, and opens no incident', async () => {
    const { first } = await twoCallers()
    const third = await city.rings('+62 000 333', 'Pelapor Ketiga')
    const before = story.messages()
    const { id, commandId } = { id: third.id, commandId: city.sender().commandId }
    const more = { incident: first.incident, victims: { trapped: 1, dead: 1 }, hazards: ['fire' as const] }
    const from = { commandId, by: city.sender().by }
    const attached = ok(await city.app.calls.attach(from, id, more))
    await city.settles()
    expect(attached).toMatchObject({ status: 'resolved', callClass: 'normal', incident: first.incident })
    expect((await city.app.queries.incidents('SMG')).map(one => one.id)).toEqual([first.incident])
    const shown = await city.incident(first.incident)
    expect(shown.intake.victims).toEqual({ known: { injured: 3, trapped: 1, dead: 1 } })
    expect(shown.intake.hazards).toEqual(['roadBlocked', 'fire'])
    expect(shown.furtherReports.map(({ call }) => call)).toContain(id)
    for (const chat of ['DINKES', 'POLRES', 'DAMKAR']) {
      expect(story.messages()[chat]).toBe((before[chat] ?? 0) + 1)
      const update = city.platform.sees(chat, 'PEMBARUAN').message.content.text
      expect(update).toContain('korban, bahaya')
      expect(update).toContain('1 meninggal')
      expect(city.platform.texts(chat).join()).not.toContain('Pelapor Ketiga')
    }
    expect(story.messages().supervisors).toBe(before.supervisors)
    // the same command again changes nothing
    ok(await city.app.calls.attach(from, id, more))
    await city.settles()
    expect((await city.incident(first.incident)).furtherReports).toHaveLength(2)
    expect(story.messages().DINKES).toBe((before.DINKES ?? 0) + 1)
  })

  test('with nothing new only adds a report: no message, the suggestion counts the callers', async () => {
    const { first } = await twoCallers()
    const third = await story.told('13', { victims: { known: { injured: 3 } } })
    // one number called twice is one caller
    expect(await story.similarTo(third.call)).toMatchObject([{ callers: 2, continued: true, quick: false }])
    ok(await city.app.calls.setCaller(city.sender(), third.call, { phone: '+62 000 334' }))
    expect(await story.similarTo(third.call)).toMatchObject([{ callers: 2, continued: false, quick: true }])
    const before = story.messages()
    ok(await story.attach(third.call, first.incident))
    expect(story.messages()).toEqual(before)
    expect((await city.incident(first.incident)).calls).toHaveLength(3)
  })

  test('with impossible figures is refused, and the call stays open', async () => {
    const { first } = await twoCallers()
    const third = await city.rings('+62 000 333')
    const refused = await story.attach(third.id, first.incident, { victims: { dead: -1 } })
    expect(refused).toMatchObject({ refusal: { code: 'negativeCount' } })
    expect((await story.call(third.id)).status).toBe('open')
  })
})

test('a continued call: the same number rings again, is found before it is classified, and attached by one key', async () => {
  const first = await story.sent('03')
  await city.forward('5m', '1m')
  const again = await city.rings('+620000000003', 'Pelapor Contoh 03')
  expect(await story.similarTo(again.id)).toMatchObject([
    { incident: { id: first.incident }, level: 'strong', continued: true, quick: false, callers: 1 },
  ])
  expect(await story.similarTo((await city.rings('+62 000 999')).id)).toEqual([])
  const before = story.messages()
  ok(await story.attach(again.id, first.incident))
  const shown = await city.incident(first.incident)
  expect(shown.furtherReports).toMatchObject([{ call: again.id, continued: true }])
  expect(shown.conflicts).toEqual([])
  expect(story.messages()).toEqual(before)
})

describe('attached by mistake', () => {
  test('the call has its own incident back with every answer; what only it had told is taken out again, and said', async () => {
    const first = await story.sent('03')
    const second = await story.told('13', { hazards: ['weapon'] })
    ok(await story.attach(second.call, first.incident))
    expect((await city.incident(first.incident)).intake.hazards).toEqual(['roadBlocked', 'weapon'])
    const from = city.sender()
    const detached = ok(await city.app.calls.detach(from, second.call))
    await city.settles()
    expect(detached).toMatchObject({
      incident: second.incident,
      attached: null,
      resolution: null,
      status: 'classified',
    })
    expect(await city.incident(second.incident)).toMatchObject({
      status: 'intake',
      merged: null,
      intake: { hazards: ['weapon'], condition: { known: 'Tabrakan truk, macet' } },
    })
    const target = await city.incident(first.incident)
    expect(target).toMatchObject({ calls: [first.call], furtherReports: [], intake: { hazards: ['roadBlocked'] } })
    expect(target.timeline.map(({ type }) => type)).toContain('FurtherReportAdded')
    expect(city.platform.sees('DINKES', 'PEMBARUAN').message.content.text).not.toContain('senjata')
    expect((await story.call(second.call)).clocks.find(({ id }) => id === 'S2')).toMatchObject({ state: 'running' })
    // a repeat is answered, another is refused, and it may be attached once more
    expect(ok(await city.app.calls.detach(from, second.call))).toMatchObject({ attached: null })
    expect(await city.app.calls.detach(city.sender(), second.call)).toMatchObject({ refusal: { code: 'notAttached' } })
    ok(await story.attach(second.call, first.incident))
    expect((await city.incident(first.incident)).furtherReports).toHaveLength(1)
  })

  test('a call that opened none gets a new one, with what the caller said', async () => {
    const { first } = await twoCallers()
    const third = await city.rings('+62 000 333', 'Pelapor Ketiga')
    ok(await story.attach(third.id, first.incident, { victims: { injured: 2 }, hazards: ['fire'] }))
    const from = city.sender()
    const { incident } = ok(await city.app.calls.detach(from, third.id))
    await city.settles()
    expect(await city.incident(incident ?? '')).toMatchObject({
      status: 'intake',
      calls: [third.id],
      intake: { victims: { known: { injured: 2 } }, hazards: ['fire'], reporterName: { known: 'Pelapor Ketiga' } },
    })
    expect((await city.incident(first.incident)).calls).not.toContain(third.id)
    expect(ok(await city.app.calls.detach(from, third.id))).toMatchObject({ incident })
  })
})

describe('attaching is refused', () => {
  test('to itself, to nothing, to what is over, once it was sent, and twice', async () => {
    const first = await story.sent('03')
    const second = await story.told('13')
    const code = async (from: string, to: string) => {
      const outcome = await story.attach(from, to)
      return outcome.ok ? 'ok' : outcome.refusal.code
    }
    expect(await code(second.call, second.incident)).toBe('sameIncident')
    expect(await code(second.call, 'i-none')).toBe('notFound')
    expect(await code('none', first.incident)).toBe('notFound')
    expect(await code(first.call, second.incident)).toBe('alreadyDispatched')
    expect(await code(second.call, first.incident)).toBe('ok')
    expect(await code(second.call, first.incident)).toBe('alreadyDone')
    const ghost = await city.rings('+62 000 444')
    ok(await city.app.calls.classify(city.sender(), ghost.id, 'ghost'))
    expect(await code(ghost.id, first.incident)).toBe('notNow')
    const other = await story.told('14')
    expect(await code(other.call, second.incident)).toBe('incidentOver')
    ok(await city.app.incidents.cancel(city.sender(), first.incident, 'selesai'))
    expect(await code(other.call, first.incident)).toBe('incidentOver')
    expect((await story.call(other.call)).attached).toBeNull()
  })

  test('when the incident is called off at that very moment the call keeps an incident of its own', async () => {
    const first = await story.sent('03')
    const second = await story.told('13')
    const open = await city.rings('+62 000 555')
    // both are asked while it still stands, and reach it when it does not
    const stores = {
      ...city.stores,
      incidents: {
        ...city.stores.incidents,
        save: async (saving: Parameters<typeof city.stores.incidents.save>[0]) => {
          const merging = saving.events.some(({ type }) => type === 'IncidentMerged')
          const saved = await city.stores.incidents.save(saving)
          if (merging) ok(await cancelling())
          return saved
        },
      },
    }
    const cancelling = () => city.app.incidents.cancel(city.sender(), first.incident, 'salah')
    const plain = city.app
    city.restarts({ stores })
    const racing = city.app
    city.app = plain
    const attached = ok(await racing.calls.attach(city.sender(), second.call, { incident: first.incident }))
    await city.settles()
    expect(attached).toMatchObject({ incident: second.incident, attached: null })
    expect(await city.incident(second.incident)).toMatchObject({ status: 'intake', merged: null })
    expect(await story.attach(open.id, first.incident)).toMatchObject({ refusal: { code: 'incidentOver' } })
  })
})
