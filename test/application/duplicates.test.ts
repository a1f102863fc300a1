import { describe, expect, test } from 'vitest'
import { type City, eachCity, ok, planOf } from './support/city.ts'
import { duplicateStory, scenario } from './support/duplicate-story.ts'

let city: City
let story: ReturnType<typeof duplicateStory>
eachCity(async found => {
  city = found
  story = duplicateStory(() => city)
  await city.pairsAgencies('DINKES', 'POLRES', 'DAMKAR', 'PLN')
  await city.pairs('supervisors', { kind: 'supervisorsChat' })
})

describe('scenario 13: the same crash, told again after 90 seconds from about 75 metres away', () => {
  test('attaching is suggested; both calls are kept, injured 3 and 4 stand side by side, and nobody is alerted again', async () => {
    const first = await story.sent('03')
    await city.forward('90s')
    const before = story.messages()
    const second = await story.told('13')
    const candidates = await story.similarTo(second.call)
    expect(candidates).toHaveLength(1)
    expect(candidates[0]).toMatchObject({
      incident: { id: first.incident, number: first.view.number },
      level: 'strong',
      callers: 1,
      quick: false,
      continued: false,
    })
    const metres = candidates[0]?.reasons.find(({ kind }) => kind === 'distance')
    expect(metres).toMatchObject({ metres: expect.closeTo(80, -1) })
    expect(candidates[0]?.reasons).toContainEqual({ kind: 'sameType' })
    expect(await city.app.queries.similarToIncident(second.incident)).toEqual({ candidates })
    // nothing attaches by itself
    expect(await story.call(second.call)).toMatchObject({ status: 'classified', attached: null })
    expect(story.messages()).toEqual(before)

    const attached = ok(await story.attach(second.call, first.incident))
    expect(attached).toMatchObject({
      status: 'resolved',
      incident: first.incident,
      attached: { incident: first.incident, by: 'Operator Satu' },
      resolution: { kind: 'attached' },
    })
    const shown = await city.incident(first.incident)
    expect(shown.calls).toEqual([first.call, second.call])
    expect(shown.furtherReports).toMatchObject([
      {
        call: second.call,
        phone: scenario('13').caller.phone,
        continued: false,
        answers: { victims: { known: { injured: 4 } }, condition: { known: 'Tabrakan truk, macet' } },
      },
    ])
    expect(shown.conflicts).toMatchObject([
      {
        field: 'injured',
        crew: [],
        answers: [
          { call: first.call, value: 3, by: 'Operator Satu' },
          { call: second.call, value: 4, by: 'Operator Satu' },
        ],
      },
    ])
    expect(shown.intake.victims).toEqual({ known: { injured: 3, trapped: 1 } })
    expect(await city.incident(second.incident)).toMatchObject({
      status: 'merged',
      merged: { into: first.incident, number: first.view.number },
    })
    expect((await city.app.queries.incidents('SMG')).map(({ id }) => id)).toEqual([first.incident])

    // no second alert: one PEMBARUAN each, because somebody counts more injured, and the card says so too
    expect(story.messages()).toEqual({ ...before, DINKES: 2, POLRES: 2, DAMKAR: 2 })
    for (const chat of ['DINKES', 'POLRES', 'DAMKAR']) {
      const update = city.platform.sees(chat, 'PEMBARUAN').message.content.text
      expect(update).toContain('korban')
      expect(update).toContain('Korban: 3 luka, 1 terjebak\nPelapor lain menyebut: 4 luka')
      expect(city.platform.in(chat)[0]?.message.content.text).toContain('Pelapor lain menyebut: 4 luka')
    }
    expect(city.errors()).toEqual([])
  })

  test('S2 stops when the call is attached, and the draft has no clock left', async () => {
    const first = await story.sent('03')
    const second = await story.told('13')
    await city.forward('30s')
    ok(await story.attach(second.call, first.incident))
    const clock = (await story.call(second.call)).clocks.find(({ id }) => id === 'S2')
    expect(clock).toMatchObject({ state: 'stopped' })
    expect((clock?.stoppedAt ?? 0) - (clock?.startedAt ?? 0)).toBe(30_000)
    expect((await city.incident(second.incident)).clocks.filter(({ state }) => state === 'running')).toEqual([])
    const before = story.messages()
    await city.app.calls.end(city.sender(), second.call)
    await city.forward('10m', '30s')
    expect(city.platform.texts('supervisors').filter(text => text.includes('S2'))).toEqual([])
    expect(story.messages().DAMKAR).toBeGreaterThanOrEqual(before.DAMKAR ?? 0)
  })

  test("the crew's own count stands beside; an operator settles it, and the groups hear the figure", async () => {
    const first = await story.sent('03')
    const second = await story.told('13')
    ok(await story.attach(second.call, first.incident))
    const { id: job } = await city.assignment(first.incident, 'DAMKAR')
    for (const action of ['arrive', 'clear'] as const) {
      ok(await city.app.incidents.recordAction(city.sender(), first.incident, job, { action }))
    }
    await city.settles()
    const card = city.platform.sees('DAMKAR', first.view.number)
    await city.presses(city.platform.in('DAMKAR')[0] ?? card, 'Kirim laporan')
    await city.presses(city.platform.in('DAMKAR')[0] ?? card, 'Tertangani')
    const prompt = city.platform.sees('DAMKAR', 'Laporan')
    await city.app.chats.reply(city.sender().commandId, city.person('DAMKAR', 'Budi'), {
      toMessageId: prompt.messageId,
      text: 'Korban: 5',
      lines: { victims: 5 },
    })
    await city.settles()
    expect((await city.incident(first.incident)).conflicts).toMatchObject([
      { field: 'injured', crew: [{ agency: 'DAMKAR', by: 'Budi', value: 5 }] },
    ])
    const settle = (from: string) => city.app.incidents.settleConflict(city.sender(), first.incident, 'injured', from)
    const settled = ok(await settle(second.call))
    await city.settles()
    expect(settled.conflicts).toEqual([])
    expect(settled.intake.victims).toEqual({ known: { injured: 4, trapped: 1 } })
    expect(settled.timeline.at(-2)).toMatchObject({ type: 'ConflictSettled', facts: { field: 'injured', value: 4 } })
    expect(city.platform.sees('DINKES', 'PEMBARUAN').message.content.text).toContain('Korban: 4 luka, 1 terjebak')
    expect(await settle(first.call)).toMatchObject({ refusal: { code: 'noConflict' } })
  })
})

test('scenario 14: same road, type and hour but 1.3 km away is no suggestion, and gets an incident and an alert of its own', async () => {
  const first = await story.sent('03')
  await city.forward('10m', '1m')
  const other = await story.told('14')
  expect(await story.similarTo(other.call)).toEqual([])
  ok(await city.app.incidents.submitIntake(city.sender(), other.incident))
  ok(await city.app.incidents.dispatch(city.sender(), other.incident, planOf(['DINKES lead', 'POLRES'])))
  await city.settles()
  const own = await city.incident(other.incident)
  expect(own).toMatchObject({ status: 'dispatched', calls: [other.call], furtherReports: [], merged: null })
  expect((await city.incident(first.incident)).calls).toEqual([first.call])
  for (const chat of ['DINKES', 'POLRES']) expect(city.platform.count(chat, own.number)).toBe(1)
  expect(city.platform.count('DAMKAR', own.number)).toBe(0)
})
