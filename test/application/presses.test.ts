import { describe, expect, test } from 'vitest'
import type { Actor } from '../../src/dispatch/vocabulary.ts'
import { actionsOf, type City, eachCity, labelsOf, ok } from './support/city.ts'

let city: City
const secondOperator: Actor = { kind: 'user', id: 'u-2', name: 'Operator Dua' }

eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'POLRES')
})

const card = (chat = 'DAMKAR') => city.platform.sees(chat, 'Roda 4')
const labels = () => labelsOf(card())
const status = async (id: string) => (await city.assignment(id, 'DAMKAR')).status
const refused = (code: string, params: object = {}) => ({ kind: 'refused', refusal: { code, params } })

/** The crew is at the scene. */
const atScene = async () => {
  const { id } = await city.fire('DAMKAR lead', 'POLRES inform')
  await city.pressesVerb(card(), 'acknowledge')
  await city.pressesVerb(card(), 'arrive')
  return id
}

describe('one command', () => {
  test('sent twice, also at the same moment, is one effect with the first result', async () => {
    const { id } = await city.located()
    const from = city.sender()
    const plan = [{ agency: 'DAMKAR', role: 'lead', duty: 'act' }] as const
    const dispatch = () => city.app.incidents.dispatch(from, id, [...plan])
    const results = await Promise.all([1, 2, 3, 4, 5].map(dispatch))
    results.push(await dispatch())
    for (const result of results) expect(ok(result)).toMatchObject({ status: 'dispatched' })
    await city.settles()
    expect((await city.incident(id)).assignments).toHaveLength(1)
    expect(city.platform.in('DAMKAR')).toHaveLength(1)
  })

  test('of many at the same moment has one winner; the others hear who did it and when', async () => {
    const { id } = await city.fire()
    const shown = card()
    const names = ['Budi', 'Dewi', 'Eko', 'Fajar', 'Gita', 'Hadi']
    const outcomes = await Promise.all(names.map(name => city.pressesVerb(shown, 'acknowledge', name)))
    const winners = outcomes.filter(({ kind }) => kind === 'done')
    expect(winners).toHaveLength(1)
    const winner = names[outcomes.findIndex(({ kind }) => kind === 'done')]
    for (const outcome of outcomes.filter(({ kind }) => kind === 'refused')) {
      const params = { action: 'acknowledge', by: winner, at: city.clock.now() }
      expect(outcome).toMatchObject(refused('alreadyDone', params))
    }
    expect(card().message.content.text).toContain(`KAMI TANGANI – ${winner}`)
    expect((await city.incident(id)).timeline.filter(({ type }) => type === 'AssignmentAcknowledged')).toHaveLength(1)
  })

  test('of two operators who close, accept or settle the same thing: one does, the other hears it', async () => {
    const id = await atScene()
    const { id: assignment } = await city.assignment(id, 'DAMKAR')
    const { incidents } = city.app
    ok(await incidents.recordAction(city.sender(), id, assignment, { action: 'clear' }))
    ok(await incidents.recordReport(city.sender(), id, assignment, { outcome: 'handled', text: 'padam' }))
    const accepted = await Promise.all([
      incidents.acceptReport(city.sender(), id, assignment),
      incidents.acceptReport(city.sender(secondOperator), id, assignment),
    ])
    expect(accepted.filter(({ ok: done }) => done)).toHaveLength(1)
    expect(accepted.find(({ ok: done }) => !done)).toMatchObject({ refusal: { code: 'alreadyDone' } })
  })

  test('that is refused changes nothing', async () => {
    const { id, version } = await city.fire()
    await city.pressesVerb(card(), 'arriveHospital')
    expect(await city.pressesVerb(card(), 'report')).toMatchObject(refused('notNow'))
    expect(await city.pressesVerb(card(), 'receive')).toMatchObject(refused('notNow'))
    expect((await city.incident(id)).version).toBe(version)
  })
})

describe('a question on the card', () => {
  test('asks once more, and whoever confirms is the one who acted', async () => {
    const id = await atScene()
    expect(await city.presses(card(), 'Selesai', 'Budi')).toMatchObject({ kind: 'done', code: 'askConfirm' })
    expect(await status(id)).toBe('onScene')
    expect(labels()).toEqual(['Ya, selesai', 'Batal'])
    expect(await city.presses(card(), 'Ya, selesai', 'Dewi')).toMatchObject({ kind: 'done', code: 'clear' })
    expect(card().message.content.text).toContain('SELESAI, laporan belum masuk – Dewi')
    expect(labels()).toContain('Kirim laporan')
  })

  test('closes by itself after a minute of service time; a late answer counts for nothing', async () => {
    const id = await atScene()
    await city.presses(card(), 'Selesai')
    const question = { ...card(), message: card().message }
    await city.forward('59.999s')
    expect(labels()).toContain('Batal')
    await city.forward('0.001s')
    expect(labels()).not.toContain('Batal')
    await city.forward('1s')
    expect(await city.pressesVerb(question, 'confirm:clear')).toMatchObject(refused('nothingToConfirm'))
    expect(await status(id)).toBe('onScene')
  })

  test('is taken back by "Batal", by anybody', async () => {
    const id = await atScene()
    await city.presses(card(), 'Tidak ditemukan', 'Budi')
    expect(await city.presses(card(), 'Batal', 'Dewi')).toMatchObject({ code: 'back' })
    expect(labels()).toContain('Tidak ditemukan')
    expect(await status(id)).toBe('onScene')
  })

  test('of one person is never answered by the confirmation of another', async () => {
    const id = await atScene()
    await city.presses(card(), 'Selesai', 'Budi')
    const budisScreen = { ...card(), message: card().message }
    await city.presses(budisScreen, 'Batal', 'Dewi')
    await city.pressesVerb(card(), 'handBack', 'Dewi')
    expect(labels()[0]).toMatch(/kembalikan/i)
    expect(await city.presses(budisScreen, 'Ya, selesai', 'Budi')).toMatchObject(refused('nothingToConfirm'))
    expect(await status(id)).toBe('onScene')
    expect(await city.pressesVerb(card(), 'confirm:handBack', 'Dewi')).toMatchObject({ code: 'handBack' })
    expect(await status(id)).toBe('handedBack')
  })

  test('goes when somebody else answers it in another way', async () => {
    const { id } = await city.fire()
    await city.presses(card(), 'Tidak bisa', 'Budi')
    const reasons = { ...card(), message: card().message }
    await city.pressesVerb(card(), 'acknowledge', 'Dewi')
    expect(labels()).not.toContain('Batal')
    expect(await city.presses(reasons, 'Bukan', 'Budi')).toMatchObject(refused('notNow', { by: 'Dewi' }))
    expect(await status(id)).toBe('acknowledged')
  })

  test('is not even asked when its answer would be refused', async () => {
    const id = await atScene()
    expect(await city.pressesVerb(card(), 'decline')).toMatchObject(refused('notNow'))
    ok(await city.app.incidents.cancel(city.sender(), id, 'salah'))
    expect(await city.pressesVerb(card(), 'clear')).toMatchObject(refused('incidentOver'))
    await city.settles()
    expect(labels()).toEqual([])
  })

  test('why not: the reason is kept, the desk is asked for another agency', async () => {
    const supervisors = await city.pairs('supervisors', { kind: 'supervisorsChat' })
    const { id } = await city.fire()
    await city.presses(card(), 'Tidak bisa')
    await city.pressesVerb(card(), 'reason:noUnit')
    expect(await city.assignment(id, 'DAMKAR')).toMatchObject({ status: 'declined', declineReason: 'noUnit' })
    city.platform.sees(supervisors.title, '✋ DAMKAR TIDAK BISA')
    city.platform.sees(supervisors.title, '🚨 TIDAK ADA OPD')
  })
})

describe('Urungkan', () => {
  test('takes the last step back within two minutes, for anybody of the crew', async () => {
    const id = await atScene()
    await city.forward('119s')
    expect(await city.presses(card(), 'Urungkan', 'Dewi')).toMatchObject({ kind: 'done', code: 'undo' })
    expect(await status(id)).toBe('acknowledged')
  })

  test('is too late after two minutes; its button goes by itself', async () => {
    await atScene()
    const before = { ...card(), message: card().message }
    await city.forward('121s')
    expect(labels().join()).not.toContain('Urungkan')
    expect(await city.presses(before, 'Urungkan')).toMatchObject(refused('undoExpired'))
  })

  test('pressed by two before the card shows it takes one step back', async () => {
    const id = await atScene()
    const undo = actionsOf(card()).find(({ verb }) => verb === 'undo')
    if (!undo) throw new Error('no Urungkan')
    const press = { ...undo, messageId: card().messageId }
    const { chats } = city.app
    expect(await chats.press('undo-1', city.person('DAMKAR', 'Budi'), press)).toMatchObject({ kind: 'done' })
    expect(await chats.press('undo-2', city.person('DAMKAR', 'Dewi'), press)).toMatchObject(
      refused('alreadyDone', { action: 'undo', by: 'Budi' }),
    )
    expect(await chats.press('undo-1', city.person('DAMKAR', 'Budi'), press)).toMatchObject({ kind: 'done' })
    expect(await status(id)).toBe('acknowledged')
    await city.settles()
    expect(await city.presses(card(), 'Urungkan')).toMatchObject({ kind: 'done' })
    expect(await status(id)).toBe('notified')
  })
})

describe('Urungkan on a copy that lags behind', () => {
  test('never takes back a newer step: it says who did what since', async () => {
    const id = await atScene()
    const lagging = { ...card(), message: card().message }
    await city.pressesVerb(card(), 'obstacle', 'Dewi')
    expect(await city.presses(lagging, 'Urungkan', 'Budi')).toMatchObject(
      refused('notNow', { action: 'undo', by: 'Dewi', at: city.clock.now() }),
    )
    expect(await status(id)).toBe('onScene')
    expect((await city.incident(id)).attention).toMatchObject([{ kind: 'obstacle' }])
    await city.presses(card(), 'Urungkan', 'Dewi')
    await city.presses(card(), 'Urungkan', 'Eko')
    expect(await city.presses(lagging, 'Urungkan', 'Budi')).toMatchObject(
      refused('alreadyDone', { action: 'undo', by: 'Eko' }),
    )
    expect(await status(id)).toBe('acknowledged')
  })

  test('of an older make carries no number and means the last step', async () => {
    const id = await atScene()
    expect(await city.pressesVerb(card(), 'undo')).toMatchObject({ kind: 'done', code: 'undo' })
    expect(await status(id)).toBe('acknowledged')
  })
})

describe('a report', () => {
  const cleared = async () => {
    const id = await atScene()
    await city.pressesVerb(card(), 'clear')
    await city.pressesVerb(card(), 'confirm:clear')
    await city.presses(card(), 'Kirim laporan')
    await city.presses(card(), 'Tertangani', 'Dewi')
    return id
  }
  const reply = (text: string, name = 'Dewi', lines = {}) =>
    city.app.chats.reply(city.sender().commandId, city.person('DAMKAR', name), {
      toMessageId: city.platform.sees('DAMKAR', '📝 Laporan').messageId,
      text,
      lines,
    })

  test('is an outcome and one reply, from anybody of the crew', async () => {
    const id = await cleared()
    expect(city.platform.sees('DAMKAR', '📝 Laporan').message.askReply).toBeDefined()
    expect(await reply('Api padam', 'Eko', { victims: 2, units: '3 mobil' })).toMatchObject({ code: 'reportReceived' })
    expect((await city.assignment(id, 'DAMKAR')).report).toMatchObject({
      outcome: 'handled',
      text: 'Api padam',
      victims: 2,
      units: '3 mobil',
      by: 'Eko',
    })
    expect(await reply('Lagi')).toMatchObject(refused('alreadyDone', { by: 'Eko' }))
  })

  test('needs words, and not too many', async () => {
    await cleared()
    expect(await reply('  \n ')).toMatchObject(refused('textEmpty'))
    expect(await reply('x'.repeat(4097))).toMatchObject(refused('textTooLong', { limit: 4096 }))
    expect(await reply('x'.repeat(4096))).toMatchObject({ kind: 'done' })
  })

  test('that came back is asked for again, and the reply to the remark files it', async () => {
    const id = await cleared()
    await reply('ok')
    const { id: assignment } = await city.assignment(id, 'DAMKAR')
    ok(await city.app.incidents.returnReport(city.sender(), id, assignment, 'Sebutkan unit'))
    await city.settles()
    const asked = city.platform.sees('DAMKAR', 'Sebutkan unit')
    const again = { toMessageId: asked.messageId, text: '3 mobil', lines: {} }
    expect(await city.app.chats.reply('again', city.person('DAMKAR', 'Dewi'), again)).toMatchObject({ kind: 'done' })
    expect((await city.assignment(id, 'DAMKAR')).report).toMatchObject({ text: '3 mobil', outcome: 'handled' })
  })

  test('to anything but a report message is just talk', async () => {
    await cleared()
    const talk = { toMessageId: card().messageId, text: 'siap', lines: {} }
    expect(await city.app.chats.reply('talk', city.person('DAMKAR', 'Dewi'), talk)).toMatchObject({
      code: 'talkReceived',
    })
    expect(await city.app.chats.reply('t2', city.person('DAMKAR', 'Dewi'), { ...talk, toMessageId: '999' })).toBeNull()
  })
})

describe('a photo', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  const sends = () =>
    city.app.chats.photo(city.sender().commandId, city.person('DAMKAR', 'Dewi'), {
      toMessageId: card().messageId,
      bytes: png,
      caption: '',
      lines: {},
    })

  test('is kept while the incident goes on; after its end it is refused, and not kept', async () => {
    const { id, number } = await city.fire()
    expect(await sends()).toMatchObject({ code: 'photoReceived' })
    ok(await city.app.incidents.cancel(city.sender(), id, 'salah'))
    await city.settles()
    expect(await sends()).toMatchObject(refused('incidentOver', { number, status: 'cancelled' }))
    expect(await city.stores.photos.list(id)).toHaveLength(1)
  })
})

describe('Lihat detail', () => {
  const seen = async () => (await city.stores.audit.list('SMG', 20)).filter(({ what }) => what === 'detailSeen')

  test('shows contact and facts to whoever took the job, as often as needed, each time logged', async () => {
    const { id } = await city.fire()
    await city.pressesVerb(card(), 'acknowledge')
    for (const name of ['Budi', 'Dewi', 'Budi']) {
      expect(await city.presses(card(), 'Lihat detail', name)).toMatchObject({
        code: 'detail',
        params: { phone: '+62 000 777', name: 'Pelapor Rahasia' },
      })
    }
    expect((await seen()).map(({ by, subject }) => [by.kind === 'member' && by.name, subject])).toEqual([
      ['Budi', id],
      ['Dewi', id],
      ['Budi', id],
    ])
  })

  test('shows why a report came back, as long as it is not sent again', async () => {
    const { id } = await city.fire()
    const remark = async () => {
      const outcome = await city.pressesVerb(card(), 'detail')
      return outcome.kind === 'done' && outcome.params.remark
    }
    for (const verb of ['acknowledge', 'clear', 'confirm:clear'] as const) await city.pressesVerb(card(), verb)
    expect(await remark()).toBe('')
    const { id: assignment } = await city.assignment(id, 'DAMKAR')
    const report = { outcome: 'handled', text: 'ok' } as const
    ok(await city.app.incidents.recordReport(city.sender(), id, assignment, report))
    ok(await city.app.incidents.returnReport(city.sender(), id, assignment, 'Sebutkan unit'))
    expect(await remark()).toBe('Sebutkan unit')
    ok(await city.app.incidents.recordReport(city.sender(), id, assignment, report))
    expect(await remark()).toBe('')
  })

  test('is refused before the job is taken, after it was given back, to those who are only informed, after the end', async () => {
    const { id } = await city.fire('DAMKAR lead', 'POLRES inform')
    expect(await city.pressesVerb(card(), 'detail')).toMatchObject(refused('notYourAssignment'))
    await city.pressesVerb(card('POLRES'), 'receive')
    expect(
      await city.pressesToken(card('POLRES'), { token: await tokenOf(id, 'POLRES'), verb: 'detail' }),
    ).toMatchObject(refused('notYourAssignment'))
    await city.pressesVerb(card(), 'acknowledge')
    const taken = { ...card(), message: card().message }
    await city.pressesVerb(card(), 'handBack')
    await city.pressesVerb(card(), 'confirm:handBack')
    expect(await city.presses(taken, 'Lihat detail')).toMatchObject(refused('notYourAssignment'))
    ok(await city.app.incidents.cancel(city.sender(), id, 'salah'))
    expect(await city.presses(taken, 'Lihat detail')).toMatchObject(refused('incidentOver'))
    expect(await seen()).toEqual([])
  })
})

const tokenOf = async (id: string, agency: string): Promise<string> => {
  const cards = await city.stores.cards.forIncident(id)
  return cards.find(({ assignment }) => assignment.includes(`/${agency}/`))?.token ?? ''
}

describe('buttons of others', () => {
  test('do nothing in another chat, without a chat, or with a made-up token', async () => {
    const { id } = await city.fire('DAMKAR lead', 'POLRES inform')
    const token = await tokenOf(id, 'DAMKAR')
    const press = { token, verb: 'acknowledge', messageId: null } as const
    const { chats } = city.app
    expect(await chats.press('p1', city.person('POLRES', 'X'), press)).toMatchObject(refused('otherChat'))
    expect(await chats.press('p2', city.person('nowhere', 'X'), press)).toMatchObject(refused('unknownChat'))
    const forged = { ...press, token: 'AAAAAAAAAAAAAAAA' }
    expect(await chats.press('p3', city.person('DAMKAR', 'X'), forged)).toMatchObject(refused('unknownToken'))
    const wrongVerb = { ...press, verb: 'takeEscalation' } as const
    expect(await chats.press('p4', city.person('DAMKAR', 'X'), wrongVerb)).toMatchObject(refused('unknownToken'))
    expect(await status(id)).toBe('notified')
  })
})
