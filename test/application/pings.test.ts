import { describe, expect, test } from 'vitest'
import { Permanent } from '../../src/application/ports/channel.ts'
import { type City, eachCity, labelsOf, ok, planOf } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR', 'PLN')
})

/** A fire whose asking is done, so that only the agencies are waited for. */
const fire = async (...plan: string[]) => {
  const { id } = await city.asked()
  ok(await city.app.incidents.dispatch(city.sender(), id, planOf(plan.length ? plan : ['DAMKAR lead'])))
  await city.settles()
  return city.incident(id)
}
const supervisor = async (name: string, onDuty: boolean) => {
  const user = await city.hires(name, onDuty)
  await city.pairs(name, { kind: 'user', user })
}
const commonChat = () => city.pairs('supervisors', { kind: 'supervisorsChat' })
const pings = (chat: string) => city.platform.texts(chat).filter(text => text.startsWith('⏰'))
const counts = (...chats: string[]) => chats.map(chat => pings(chat).length)

describe('a limit that passes', () => {
  test('reaches the agency with live buttons, its duty officer, the supervisor on duty; later the commander', async () => {
    await supervisor('siti', true)
    await supervisor('tono', false)
    await city.pairs('officer', { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' })
    await city.pairs('commander', { kind: 'contact', agency: 'DAMKAR', duty: 'agencyCommander' })
    const { id } = await fire()
    await city.forward('179s', '30s')
    city.platform.sees('officer', 'BELUM DIJAWAB')
    expect(counts('DAMKAR', 'officer', 'siti', 'tono', 'commander')).toEqual([0, 0, 0, 0, 0])
    await city.forward('1s')
    expect(counts('DAMKAR', 'officer', 'siti', 'tono', 'commander')).toEqual([1, 1, 1, 0, 0])
    await city.forward('90s')
    expect(counts('DAMKAR', 'officer', 'siti', 'tono', 'commander')).toEqual([1, 1, 2, 0, 1])
    expect(await city.toPhone(id)).toEqual(['DAMKAR unanswered'])
    const reminder = city.platform.sees('DAMKAR', '⏰ PENGINGAT')
    expect(await city.presses(reminder, 'Kami tangani')).toMatchObject({ kind: 'done', code: 'acknowledge' })
    expect(city.platform.sees('DAMKAR', 'Roda 4').message.content.text).toContain('KAMI TANGANI – Budi')
    expect(reminder.message.content.text).toContain('⏰ PENGINGAT')
    const late = () => pings('siti').filter(text => text.includes('DAMKAR: belum diterima')).length
    const before = late()
    await city.forward('300s', '60s')
    expect(late()).toBe(before)
  })

  test('goes to all supervisors when none is on duty', async () => {
    await supervisor('siti', false)
    await supervisor('tono', false)
    await fire()
    await city.forward('180s')
    expect(counts('siti', 'tono')).toEqual([1, 1])
  })

  test('goes to their common chat when nobody has a private one, or none of these works', async () => {
    await commonChat()
    await city.hires('siti', true)
    await fire()
    await city.forward('180s')
    expect(counts('supervisors')).toEqual([1])
    await supervisor('tono', true)
    city.platform.fails('send', new Permanent('403 blocked'), { chat: 'tono', times: Number.POSITIVE_INFINITY })
    await city.forward('90s')
    expect(counts('supervisors', 'tono')).toEqual([2, 0])
    await city.forward('150s')
    expect(counts('supervisors', 'tono')).toEqual([3, 0])
  })

  test('is told once to a chat, however often the sweep comes', async () => {
    await supervisor('siti', true)
    await fire('DAMKAR lead', 'PLN')
    await city.forward('180s')
    for (let n = 0; n < 5; n += 1) await city.app.work.sweep.breaches()
    await city.settles()
    expect(pings('siti').filter(text => text.includes('DAMKAR: belum diterima'))).toHaveLength(1)
    expect(pings('siti').filter(text => text.includes('PLN: belum diterima'))).toHaveLength(1)
  })
})

describe('Saya tangani', () => {
  test('silences the clock for ten minutes; the other supervisors hear who has it', async () => {
    await supervisor('siti', true)
    await supervisor('tono', true)
    const { id } = await fire()
    await city.forward('180s')
    const ping = city.platform.sees('siti', 'belum diterima')
    expect(await city.presses(ping, 'Saya tangani', 'Siti')).toMatchObject({ kind: 'done', code: 'takeEscalation' })
    expect(await city.presses(city.platform.sees('tono', 'belum diterima'), 'Saya tangani', 'Tono')).toMatchObject({
      refusal: { code: 'alreadyDone', params: { by: 'Siti' } },
    })
    const silenced = (await city.incident(id)).clocks.filter(({ silencedUntil }) => silencedUntil !== undefined)
    expect(silenced.map(({ id: clock }) => clock)).toEqual(['S4a'])
    await city.forward('599s', '30s')
    expect(pings('tono').filter(text => text.includes('belum diterima'))).toHaveLength(1)
    await city.forward('301s', '30s')
    const again = city.platform.sees('tono', 'belum diterima')
    expect(again.message.content.text).toContain('Terakhir ditangani Siti')
  })

  test('on a call for help silences it, once, and every copy says who has it; the buttons of another chat do nothing', async () => {
    await supervisor('siti', true)
    await supervisor('tono', true)
    const { id } = await fire()
    await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'acknowledge')
    await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'requestBackup')
    const ping = city.platform.sees('siti', '🆘 DAMKAR MINTA BANTUAN')
    expect(await city.presses({ ...ping, chat: 'tono' }, 'Saya tangani', 'Tono')).toMatchObject({
      refusal: { code: 'otherChat' },
    })
    expect(await city.presses(ping, 'Saya tangani', 'Siti')).toMatchObject({ kind: 'done', code: 'takeHelp' })
    expect(await city.presses(city.platform.sees('tono', '🆘'), 'Saya tangani', 'Tono')).toMatchObject({
      refusal: { code: 'alreadyDone', params: { by: 'Siti' } },
    })
    const { attention, attentionCount } = await city.incident(id)
    expect(attentionCount).toBe(1)
    for (const chat of ['siti', 'tono']) {
      expect(city.platform.count(chat, '🆘')).toBe(1)
      expect(city.platform.sees(chat, '🆘')).toMatchObject({ edits: 1 })
      city.platform.sees(chat, /✋ Ditangani Siti, \d\d\.\d\d WIB/)
    }
    ok(await city.app.incidents.settleAttention(city.sender(), id, attention[0]?.id ?? ''))
    await city.settles()
    for (const chat of ['siti', 'tono']) {
      const settled = city.platform.sees(chat, '🆘')
      expect(settled.message.content.text).toContain('Sudah ditindaklanjuti petugas 112 (Operator Satu)')
      expect(labelsOf(settled)).toEqual([])
    }
  })

  test('on a clock that has stopped says so', async () => {
    await supervisor('siti', true)
    await fire()
    await city.forward('180s')
    await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'acknowledge')
    const ping = city.platform.sees('siti', 'belum diterima')
    expect(await city.presses(ping, 'Saya tangani')).toMatchObject({ refusal: { code: 'clockNotRunning' } })
  })
})

describe('the desk’s own limits', () => {
  test('are told in the supervisors’ chat, at most one new message in ten minutes', async () => {
    await commonChat()
    await city.rings()
    await city.forward('29s')
    expect(city.platform.in('supervisors')).toEqual([])
    await city.forward('1s')
    expect(city.platform.texts('supervisors')).toHaveLength(1)
    expect(city.platform.texts('supervisors')[0]).toContain('Panggilan belum digolongkan')
    for (const minute of ['60s', '240s', '271s']) {
      await city.rings()
      await city.forward(minute, '10s')
    }
    expect(city.platform.in('supervisors')).toHaveLength(1)
    await city.rings()
    await city.forward('60s', '10s')
    expect(city.platform.in('supervisors')).toHaveLength(2)
  })

  test('never show who called', async () => {
    await commonChat()
    await city.rings('+62 000 777', 'Pelapor Rahasia')
    await city.forward('30s')
    expect(city.platform.texts('supervisors').join()).not.toMatch(/777|Rahasia/)
    expect(city.platform.in('supervisors').flatMap(labelsOf)).toEqual([])
  })
})

describe('news about an incident', () => {
  const change = async (id: string) => {
    ok(await city.app.incidents.answerIntake(city.sender(), id, { victims: { known: { injured: 3 } } }))
    await city.settles()
  }

  test('goes to every agency that works on it, before its reminders; the card is edited once for ten changes', async () => {
    const { id } = await fire('DAMKAR lead', 'PLN')
    await change(id)
    for (const chat of ['DAMKAR', 'PLN']) expect(city.platform.count(chat, 'PEMBARUAN')).toBe(1)
    const card = city.platform.sees('DAMKAR', 'Roda 4')
    const { edits } = card
    for (let injured = 4; injured < 14; injured += 1) {
      const handlingSoFar = { known: `warga menyiram ${injured}` }
      ok(await city.app.incidents.answerIntake(city.sender(), id, { handlingSoFar }))
    }
    await city.settles()
    expect(card.edits).toBe(edits + 1)
    expect(card.message.content.text).toContain('warga menyiram 13')
  })

  test('does not go to those who left', async () => {
    const { id } = await fire('DAMKAR lead', 'PLN')
    const { id: pln } = await city.assignment(id, 'PLN')
    ok(await city.app.incidents.recordDecline(city.sender(), id, pln, { reason: 'notOurs' }))
    await change(id)
    expect(city.platform.count('PLN', 'PEMBARUAN')).toBe(0)
  })
})
