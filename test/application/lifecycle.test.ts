import { describe, expect, test } from 'vitest'
import { Temporary } from '../../src/application/ports/channel.ts'
import { type City, eachCity, labelsOf, ok, planOf } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  const { directory } = city.stores
  for (const code of ['BKSDA', 'BPBD', 'BASARNAS', 'POLAIRUD']) {
    await directory.putAgency({
      centre: 'SMG',
      code,
      name: code,
      transports: false,
      dutyPhones: [],
      commanderPhone: null,
      answerSeconds: null,
      active: true,
    })
  }
})

const add = (id: string, agency: string, replaces?: string) =>
  city.app.incidents.addAgency(city.sender(), id, {
    agency,
    role: 'support',
    duty: 'act',
    ...(replaces === undefined ? {} : { replaces }),
  })
const finish = async (id: string, agency: string) => {
  const { id: assignment } = await city.assignment(id, agency)
  for (const action of ['arrive', 'clear'] as const) {
    ok(await city.app.incidents.recordAction(city.sender(), id, assignment, { action }))
  }
  ok(await city.app.incidents.recordReport(city.sender(), id, assignment, { outcome: 'handled', text: 'Selesai' }))
  ok(await city.app.incidents.acceptReport(city.sender(), id, assignment))
}
/** Every message that the chat got, by its first line. */
const titles = (chat: string) => city.platform.texts(chat).map(text => text.split('\n')[0])

describe('an agency in the place of another', () => {
  test('scenario 07: DAMKAR has no unit left; BKSDA and the substitutes are proposed, BKSDA leads', async () => {
    await city.pairsAgencies('DAMKAR', 'BKSDA')
    const siti = await city.hires('siti', true)
    await city.pairs('siti', { kind: 'user', user: siti })
    const { id } = await city.asked({ type: { known: 'HWN' }, victims: { known: { injured: 0 } }, hazards: [] })
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    await city.settles()
    await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'decline')
    await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'reason:noUnit')
    expect(city.platform.sees('siti', 'DAMKAR TIDAK BISA').message.content.text).toContain(
      'Usulan pengganti: BKSDA, BPBD, BASARNAS',
    )
    const { proposal, assignments } = await city.incident(id)
    const instead = proposal.agencies.filter(({ reasons }) => reasons.some(({ kind }) => kind === 'substitute'))
    expect(instead.map(({ agency, role, channel }) => [agency, role, channel])).toEqual([
      ['BKSDA', 'support', 'ok'],
      ['BPBD', 'lead', 'none'],
      ['BASARNAS', 'lead', 'none'],
    ])
    const declined = assignments[0]?.id ?? ''
    const after = ok(await add(id, 'BKSDA', declined))
    await city.settles()
    expect(after.assignments.map(({ agency, role, required }) => [agency, role, required])).toEqual([
      ['DAMKAR', 'lead', false],
      ['BKSDA', 'lead', true],
    ])
    expect(after.attentionCount).toBe(0)
    expect(after.timeline.find(({ type }) => type === 'AssignmentReplaced')?.facts).toEqual({
      agency: 'DAMKAR',
      by: 'BKSDA',
    })
    expect(labelsOf(city.platform.sees('BKSDA', 'OPD utama'))).toContain('Kami tangani')
    expect(titles('DAMKAR')).toHaveLength(1)
    const left = (await city.incident(id)).proposal.agencies.flatMap(({ reasons }) => reasons)
    expect(left.some(({ kind }) => kind === 'substitute')).toBe(false)
    expect(city.errors()).toEqual([])
  })

  test('one at work hears that it is replaced, and by whom; its card has nothing left to press', async () => {
    await city.pairsAgencies('DAMKAR', 'PLN', 'BPBD')
    const { id } = await city.fire('DAMKAR lead', 'PLN')
    await city.presses(city.platform.sees('PLN', 'Roda 4'), 'Kami tangani')
    const pln = await city.assignment(id, 'PLN')
    const view = ok(await add(id, 'BPBD', pln.id))
    await city.settles()
    const told = city.platform.sees('PLN', 'DIGANTIKAN').message
    expect(told.content.text).toContain('Diganti oleh: BPBD')
    const card = city.platform.sees('PLN', 'Roda 4')
    expect(card.message.content.text).toContain('PENUGASAN DIHENTIKAN')
    expect(labelsOf(card)).toEqual([])
    expect(view.assignments.map(({ replaces, replacedBy }) => [replaces, replacedBy])).toEqual([
      [null, null],
      [null, `${id}/BPBD/1`],
      [pln.id, null],
    ])
    expect([titles('PLN').length, titles('DAMKAR').length, titles('BPBD').length]).toEqual([2, 1, 1])
  })
})

describe('stand-down', () => {
  test('while the alert is still queued: it is never shown as work to do', async () => {
    await city.pairsAgencies('DAMKAR', 'PLN')
    city.platform.fails('send', new Temporary('502'), { chat: 'PLN', times: 1 })
    const { id } = await city.fire('DAMKAR lead', 'PLN')
    expect(city.platform.texts('PLN')).toEqual([])
    const { id: assignment } = await city.assignment(id, 'PLN')
    ok(await city.app.incidents.standDown(city.sender(), id, assignment, 'Tidak perlu'))
    await city.forward('60s', '10s')
    for (const shown of city.platform.in('PLN')) {
      expect(labelsOf(shown)).toEqual([])
      expect(shown.message.content.text).toMatch(/DIHENTIKAN/)
    }
    expect(city.platform.count('PLN', 'DIHENTIKAN')).toBeGreaterThan(0)
    expect((await city.toPhone(id)).filter(task => task.startsWith('PLN'))).toEqual([])
    expect((await city.assignment(id, 'PLN')).status).toBe('stoodDown')
  })
})

describe('an early dispatch (DESIGN: type and place allow it while the intake goes on)', () => {
  test('scenario 04: alerted before the intake is complete; no health fact is ever in the group', async () => {
    await city.pairsAgencies('DINKES')
    const call = await city.rings()
    const { incident: id } = ok(await city.app.calls.classify(city.sender(), call.id, 'normal'))
    if (id === null) throw new Error('no incident')
    const answer = async (answers: Parameters<typeof city.app.incidents.answerIntake>[2]) => {
      ok(await city.app.incidents.answerIntake(city.sender(), id, answers))
      await city.settles()
    }
    await answer({ type: { known: 'MED' }, address: { known: 'Perum. Tlogosari' } })
    await city.forward('20s')
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DINKES lead'])))
    await city.settles()
    const early = await city.incident(id)
    expect(early).toMatchObject({ status: 'dispatched', submittedAt: null, missing: ['c', 'e', 'f', 'g', 'h'] })
    expect(early.clocks.find(({ id: clock }) => clock === 'S3')?.startedAt).toBe(city.clock.now())
    await answer({ condition: { known: 'Nyeri dada, tidak sadar' }, passable: { known: true } })
    await answer({ handlingSoFar: { known: 'pijat jantung' } })
    expect(titles('DINKES')).toHaveLength(1)
    await answer({ victims: { known: { sick: 1 } } })
    await answer({ address: { known: 'Perum. Tlogosari blok C' }, location: { known: 'Tlogosari Kulon' } })
    expect(titles('DINKES').slice(1)).toEqual([
      expect.stringContaining(`PEMBARUAN ${early.number}: korban`),
      expect.stringContaining(`PEMBARUAN ${early.number}: lokasi, alamat`),
    ])
    expect(city.platform.sees('DINKES', 'PEMBARUAN').message.content.text).toContain('blok C')
    ok(await city.app.incidents.submitIntake(city.sender(), id))
    await city.settles()
    for (const text of city.platform.texts('DINKES')) {
      expect(text).not.toMatch(/dada|sadar|pijat|1 sakit|Rahasia|\+62/)
    }
    expect(titles('DINKES')).toHaveLength(3)
    expect((await city.incident(id)).missing).toEqual([])
  })

  test('a priority by hand rings the groups', async () => {
    await city.pairsAgencies('DAMKAR')
    const { id, number } = await city.fire('DAMKAR lead')
    ok(await city.app.incidents.setPriority(city.sender(), id, 3))
    await city.settles()
    expect(city.platform.sees('DAMKAR', `PEMBARUAN ${number}: prioritas`).message.content.text).toContain('P3')
    expect(city.platform.sees('DAMKAR', 'Roda 4').message.content.text).toContain('P3')
  })
})

describe('reopening', () => {
  const inArchive = async () =>
    (await city.app.queries.archive('SMG', { words: '', limit: 10 })).map(incident => incident.id)
  const onBoard = async () => (await city.app.queries.incidents('SMG')).map(incident => incident.id)

  test('an archived incident leaves the archive, is on the board again, and is closed once more', async () => {
    await city.pairsAgencies('DAMKAR', 'PLN')
    const { id, number } = await city.fire('DAMKAR lead')
    await finish(id, 'DAMKAR')
    ok(await city.app.incidents.close(city.sender(), id))
    await city.settles()
    expect([await inArchive(), await onBoard()]).toEqual([[id], []])
    const closed = await city.incident(id)
    expect(closed.allowed).toContain('reopen')
    expect(closed.reopenableUntil).toBe(city.clock.now() + 24 * 3_600_000)
    const stopped = closed.clocks

    await city.forward('2h')
    const open = ok(await city.app.incidents.reopen(city.sender(), id))
    await city.settles()
    expect([await inArchive(), await onBoard()]).toEqual([[], [id]])
    expect(open).toMatchObject({ status: 'closing', clocks: stopped, reopenableUntil: null })
    expect(open.allowed).not.toContain('reopen')
    expect(city.platform.sees('DAMKAR', 'DIBUKA KEMBALI').message.content.text).toContain(number)

    ok(await add(id, 'PLN'))
    await city.settles()
    await finish(id, 'PLN')
    ok(await city.app.incidents.close(city.sender(), id))
    await city.settles()
    expect([await inArchive(), await onBoard()]).toEqual([[id], []])
    expect([
      city.platform.count('DAMKAR', `✅ ${number} DITUTUP`),
      city.platform.count('PLN', `✅ ${number} DITUTUP`),
    ]).toEqual([1, 1])
    expect(await city.app.work.sweep.waiting()).toMatchObject({ due: 0, effects: 0, deliveries: 0 })
    await city.forward('24h')
    await city.forward('1s')
    expect(await city.app.incidents.reopen(city.sender(), id)).toMatchObject({ refusal: { code: 'reopenExpired' } })
  })

  test('a notice that waited when it was reopened does not say any more that it is closed', async () => {
    await city.pairsAgencies('DAMKAR')
    const { id } = await city.fire('DAMKAR lead')
    await finish(id, 'DAMKAR')
    await city.settles()
    city.platform.fails('send', new Temporary('502'), { chat: 'DAMKAR', times: 1 })
    ok(await city.app.incidents.close(city.sender(), id))
    await city.settles()
    expect((await city.incident(id)).status).toBe('closed')
    ok(await city.app.incidents.reopen(city.sender(), id))
    await city.forward('60s', '10s')
    expect(city.platform.count('DAMKAR', 'Terima kasih')).toBe(0)
    expect(city.platform.count('DAMKAR', 'DIBUKA KEMBALI')).toBe(1)
    ok(await city.app.incidents.close(city.sender(), id))
    await city.settles()
    expect(city.platform.count('DAMKAR', 'Terima kasih')).toBe(1)
    expect((await city.incident(id)).status).toBe('archived')
  })
})

describe('Operasi lanjutan (scenario 09)', () => {
  test('ladders rest; SITREPs are asked for in the group and given as replies; a missing one is listed', async () => {
    await city.pairsAgencies('BASARNAS', 'POLAIRUD')
    const siti = await city.hires('siti', true)
    await city.pairs('siti', { kind: 'user', user: siti })
    const { id } = await city.asked({ type: { known: 'LAUT' }, victims: { known: { missing: 2 } }, hazards: [] })
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['BASARNAS lead', 'POLAIRUD'])))
    await city.settles()
    for (const chat of ['BASARNAS', 'POLAIRUD']) {
      await city.presses(city.platform.sees(chat, 'Roda 4'), 'Meluncur')
    }
    expect(ok(await city.app.incidents.startLongOperation(city.sender(), id))).toMatchObject({
      longOperation: 'running',
    })
    await city.forward('12h', '20m')
    expect(city.platform.texts('siti')).toEqual([])
    const prompt = city.platform.sees('BASARNAS', '🧭 SITREP')
    expect(prompt.message.content.text).toContain('Balas pesan ini')
    expect(prompt.message.askReply).toBeDefined()
    expect(titles('POLAIRUD')).toHaveLength(2)

    const reply = { toMessageId: prompt.messageId, text: 'Dua kapal menyisir 4 mil <&_*', lines: {} }
    const from = city.person('BASARNAS', 'Budi')
    const said = await city.app.chats.reply('sitrep-1', from, { ...reply, messageId: '900' })
    expect(said).toMatchObject({ kind: 'done', code: 'sitrepReceived' })
    expect(await city.app.chats.reply('sitrep-1', from, { ...reply, messageId: '900' })).toEqual(said)
    const heard = await city.incident(id)
    expect(heard.timeline.filter(({ type }) => type === 'SitrepReceived').map(({ facts }) => facts)).toEqual([
      { agency: 'BASARNAS', text: 'Dua kapal menyisir 4 mil <&_*' },
    ])
    await city.forward('2h', '1h')
    const late = await city.incident(id)
    expect(late.attention.map(({ kind, assignment }) => [kind, assignment])).toEqual([
      ['sitrepOverdue', `${id}/POLAIRUD/1`],
    ])
    const polairud = await city.assignment(id, 'POLAIRUD')
    expect(polairud.sitrep).toEqual({ askedAt: city.clock.now() - 2 * 3_600_000, receivedAt: null })
    ok(await city.app.incidents.recordSitrep(city.sender(), id, polairud.id, { text: 'Radio: nihil' }))
    expect((await city.incident(id)).attentionCount).toBe(0)
    const ended = ok(await city.app.incidents.endLongOperation(city.sender(), id))
    expect(ended).toMatchObject({ longOperation: 'ended', attentionCount: 0 })
    await city.settles()
    expect(city.platform.texts('siti')).toEqual([])
    await city.stores.texts.erase(id)
    expect(JSON.stringify((await city.incident(id)).timeline)).not.toContain('menyisir')
  })
})
