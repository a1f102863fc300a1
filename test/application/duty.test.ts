import { describe, expect, test } from 'vitest'
import type { User } from '../../src/application/ports/administration.ts'
import type { OnList } from '../../src/application/ports/duty.ts'
import { ms } from '../dispatch/support/time.ts'
import { type City, eachCity, labelsOf, ok, planOf } from './support/city.ts'

let city: City
eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR')
})

const rina = { kind: 'user', id: 'u-9', name: 'Rina' } as const
const supervisor = async (name: string, onDuty: boolean) => {
  const user = await city.hires(name, onDuty)
  await city.pairs(name, { kind: 'user', user })
  return user
}
const onList = (user: string, role: 'operator' | 'dispatcher' | 'supervisor' = 'supervisor'): OnList => ({
  kind: 'user',
  user,
  role,
})
/** A shift from so long from now for so long. */
const shift = (who: OnList, inTime: string, lasting: string) => {
  const from = city.clock.now() + ms(inTime)
  return city.app.duty.addShift(city.sender(), 'SMG', { who, from, until: from + ms(lasting) })
}
const fire = async () => {
  const { id } = await city.asked()
  ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
  await city.settles()
  return id
}
const backup = async () => {
  const id = await fire()
  await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'arrive')
  await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'requestBackup')
  return id
}
const helps = (...chats: string[]) => chats.map(chat => city.platform.count(chat, '🆘'))

describe('the duty list (DESIGN: pings go to users on duty, to all when none is)', () => {
  test('whoever stands on it is pinged, from its first moment until its last', async () => {
    const siti = await supervisor('siti', false)
    await supervisor('tono', false)
    ok(await shift(onList(siti), '0s', '30s'))
    await backup()
    expect(helps('siti', 'tono')).toEqual([1, 0])
    await city.forward('60s', '30s')
    expect(helps('siti', 'tono')).toEqual([2, 1])
  })

  test('beside whoever is on duty by the own switch; on the list as operator a supervisor is not pinged', async () => {
    const siti = await supervisor('siti', false)
    const tono = await supervisor('tono', false)
    await supervisor('rina', true)
    ok(await shift(onList(siti), '0s', '8h'))
    ok(await shift(onList(tono, 'operator'), '0s', '8h'))
    await backup()
    expect(helps('siti', 'tono', 'rina')).toEqual([1, 0, 1])
  })

  test('says who is on duty now, supervisors first, and the officers of agencies with their numbers', async () => {
    const siti = await supervisor('siti', true)
    const budi = await city.hires('budi', false, 'operator')
    const officer: OnList = {
      kind: 'contact',
      agency: 'DAMKAR',
      duty: 'dutyOfficer',
      name: 'Perwira Satu',
      phone: '+62 000 113',
    }
    const now = city.clock.now()
    ok(await shift(onList(budi, 'operator'), '0s', '8h'))
    ok(await shift(onList(budi, 'operator'), '7h', '8h'))
    ok(await shift(officer, '0s', '24h'))
    expect(await city.app.duty.onDuty('SMG')).toMatchObject({
      users: [
        { user: siti, role: 'supervisor', by: ['switch'], until: null },
        { user: budi, role: 'operator', by: ['list'], until: now + ms('8h') },
      ],
      contacts: [{ who: officer }],
      allSupervisors: false,
    })
    await city.forward('7h')
    expect((await city.app.duty.onDuty('SMG')).users[1]).toMatchObject({ until: now + ms('15h') })
  })

  test('lists a period by beginning: what touches it, past midnight too', async () => {
    const siti = await supervisor('siti', false)
    const dayStart = Date.UTC(2026, 0, 5, 17)
    const put = (from: number, until: number) =>
      city.app.duty.addShift(city.sender(), 'SMG', { who: onList(siti), from, until })
    const [before, over, after] = [
      ok(await put(dayStart - ms('8h'), dayStart)),
      ok(await put(dayStart - ms('4h'), dayStart + ms('4h'))),
      ok(await put(dayStart + ms('23h'), dayStart + ms('31h'))),
    ]
    const day = await city.app.duty.shifts('SMG', dayStart, dayStart + ms('24h'))
    expect(day.map(({ id }) => id)).toEqual([over.id, after.id])
    expect(before.who).toMatchObject({ name: siti })
    expect(await city.app.duty.shifts('CLG', 0, dayStart * 2)).toEqual([])
    ok(await city.app.duty.removeShift('SMG', over.id))
    expect(await city.app.duty.removeShift('SMG', over.id)).toMatchObject({ refusal: { code: 'notFound' } })
    expect(await city.app.duty.removeShift('CLG', after.id)).toMatchObject({ refusal: { code: 'notFound' } })
  })

  test('a repeat adds nothing; what cannot be right is refused', async () => {
    const siti = await supervisor('siti', false)
    const budi = await city.hires('budi', false, 'operator')
    const from = city.sender()
    const [start, end] = [city.clock.now(), city.clock.now() + ms('8h')]
    const asked = { who: onList(siti), from: start, until: end }
    const first = ok(await city.app.duty.addShift(from, 'SMG', asked))
    expect(ok(await city.app.duty.addShift(from, 'SMG', asked))).toEqual(first)
    expect(await city.app.duty.shifts('SMG', start, end)).toHaveLength(1)
    const code = async (who: OnList, until = end) => {
      const outcome = await city.app.duty.addShift(city.sender(), 'SMG', { who, from: start, until })
      return outcome.ok ? 'taken' : outcome.refusal.code
    }
    const nobody: OnList = { kind: 'contact', agency: 'NONE', duty: 'dutyOfficer', name: 'X', phone: null }
    expect([
      await code(onList(siti), start),
      await code(onList(siti), start + ms('745h')),
      await code(onList('stranger')),
      await code(onList(budi, 'supervisor')),
      await code(nobody),
    ]).toEqual(['shiftEndsFirst', 'shiftTooLong', 'unknownUser', 'roleUnfit', 'unknownAgency'])
  })
})

describe('a supervisor of two centres', () => {
  test('has one private chat: pings of both come there, each names its centre', async () => {
    await city.stores.directory.putCentre({
      code: 'CLG',
      name: '112 Cilegon',
      timeZone: 'Asia/Jakarta',
      profile: 'cilegon',
    })
    const id = await supervisor('siti', true)
    const user = (await city.stores.directory.user(id)) as User
    await city.stores.directory.putUser({ ...user, centres: ['CLG', 'SMG'] })
    const [mine] = await city.stores.chats.ofUser(id)
    if (!mine) throw new Error('no chat')
    await city.stores.chats.bind({ ...mine, centre: 'CLG' })
    await backup()
    expect(helps('siti')).toEqual([1])
    expect(city.platform.sees('siti', '🆘').message.content.text).toContain('\n112\nSMG-')
  })

  test('paired once more for the other centre keeps the chat: buttons of earlier pings live on', async () => {
    const id = await supervisor('siti', true)
    const user = (await city.stores.directory.user(id)) as User
    await city.stores.directory.putUser({ ...user, centres: ['SMG', 'CLG'] })
    await backup()
    const code = { code: '777777', audience: { kind: 'user', user: id }, createdBy: 'a' } as const
    await city.stores.chats.addCode({ ...code, centre: 'CLG', expiresAt: city.clock.now() + 1000 })
    ok(await city.app.chats.pair(city.person('siti', 'Siti'), code.code, { title: 'siti', private: true }))
    expect(await city.presses(city.platform.sees('siti', '🆘'), 'Saya tangani', 'Siti')).toMatchObject({ kind: 'done' })
  })
})

describe('whoever has the incident', () => {
  test('is told at 0.75 of a desk’s limit in the own private chat, with nothing to press', async () => {
    const budi = await city.hires('budi', false, 'operator')
    await city.pairs('budi', { kind: 'user', user: budi })
    const { id } = await city.asked()
    ok(await city.app.duty.handOver(city.sender(), 'SMG', { to: budi }))
    ok(await city.app.incidents.dispatch(city.sender(), id, planOf(['DAMKAR lead'])))
    await city.settles()
    await city.forward('134s')
    expect(city.platform.in('budi')).toEqual([])
    await city.forward('1s')
    expect(city.platform.texts('budi')).toHaveLength(1)
    const ping = city.platform.sees('budi', '⏰ DAMKAR: belum diterima')
    expect(ping.message.content.text).toContain('tinggal 45 detik')
    expect(labelsOf(ping)).toEqual([])
    const view = await city.incident(id)
    expect(view.owner).toEqual({ id: budi, name: budi })
    expect(view.ownerPing?.clock).toContain('S4a')
    await city.forward('45s')
    expect(city.platform.in('budi')).toHaveLength(1)
    await city.pressesVerb(city.platform.sees('DAMKAR', 'Roda 4'), 'depart')
    expect((await city.incident(id)).ownerPing).toBeNull()
  })
})

describe('Saya tangani at the page', () => {
  test('shows on the pings in the chats; the agency’s reminders go on; a press in a chat then says who has it', async () => {
    await supervisor('siti', true)
    const id = await fire()
    await city.forward('140s')
    const key = (await city.incident(id)).clocks.find(clock => clock.id === 'S4a')?.key ?? ''
    await city.forward('40s')
    const taken = ok(await city.app.incidents.takeEscalation(city.sender(rina), id, key))
    await city.settles()
    const until = city.clock.now() + ms('600s')
    expect(taken.clocks.find(clock => clock.key === key)?.taken).toEqual({ by: 'Rina', at: city.clock.now(), until })
    const ping = city.platform.sees('siti', 'belum diterima')
    expect(ping.message.content.text).toContain('✋ Ditangani petugas 112 (Rina)')
    expect(await city.presses(ping, 'Saya tangani', 'Siti')).toMatchObject({
      refusal: { code: 'alreadyDone', params: { by: 'Rina' } },
    })
    expect(city.platform.count('DAMKAR', '⏰ PENGINGAT')).toBe(1)
  })

  test('an older ping that is pressed tells the present state from then on', async () => {
    await supervisor('siti', true)
    await fire()
    await city.forward('180s')
    const first = city.platform.sees('siti', 'belum diterima')
    await city.forward('90s')
    expect(await city.presses(first, 'Saya tangani', 'Siti')).toMatchObject({ kind: 'done' })
    for (const { message } of city.platform
      .in('siti')
      .filter(({ message }) => message.content.text.includes('belum diterima'))) {
      expect(message.content.text).toContain('✋ Ditangani Siti')
    }
  })
})

describe('the list of what the desk is late with', () => {
  test('is edited as more pass and as they end; a new message comes ten minutes later at the earliest', async () => {
    await city.pairs('supervisors', { kind: 'supervisorsChat' })
    const list = () => city.platform.texts('supervisors').at(-1) ?? ''
    const first = await city.rings()
    await city.forward('30s')
    expect(list()).toContain('terlewati: 1')
    const second = await city.rings()
    await city.forward('30s')
    expect(city.platform.in('supervisors')).toHaveLength(1)
    expect(list()).toContain('terlewati: 2')
    ok(await city.app.calls.classify(city.sender(), first.id, 'prank'))
    await city.settles()
    expect(list()).toContain('terlewati: 1')
    ok(await city.app.calls.classify(city.sender(), second.id, 'prank'))
    await city.settles()
    expect(list()).toContain('semua sudah beres')
    await city.forward('9m', '60s')
    await city.rings()
    await city.forward('60s', '30s')
    expect(city.platform.in('supervisors')).toHaveLength(2)
    expect(city.platform.count('supervisors', /Rahasia|777/)).toBe(0)
  })

  test('what a crash kept from being edited is edited a minute later', async () => {
    await city.pairs('supervisors', { kind: 'supervisorsChat' })
    const call = await city.rings()
    await city.forward('30s')
    const state = await city.stores.calls.load(call.id)
    if (!state) throw new Error('no call')
    const ended = { ...state.state, phase: { status: 'ended' } as const, endedAt: city.clock.now() }
    const index = { centre: 'SMG', status: 'ended', nextDueAt: null, openedAt: ended.openedAt }
    const quiet = { id: call.id, expected: state.version, state: ended, index, events: [], effects: [], commandId: 'x' }
    expect(await city.stores.calls.save(quiet)).toBe(true)
    await city.forward('59s')
    expect(city.platform.texts('supervisors').at(-1)).toContain('terlewati: 1')
    await city.forward('1s')
    expect(city.platform.texts('supervisors').at(-1)).toContain('semua sudah beres')
  })
})

describe('serah terima', () => {
  test('gives all of the own open incidents to the next, with words that stand in each and can be erased', async () => {
    const budi = await city.hires('budi', true, 'operator')
    const { id, number } = await city.asked()
    const over = await city.asked()
    await city.forgets(over)
    expect((await city.incident(id)).owner).toEqual({ id: 'u-1', name: 'Operator Satu' })
    const from = city.sender()
    const given = ok(await city.app.duty.handOver(from, 'SMG', { to: budi, note: 'Tunggu kabar PLN' }))
    expect(given).toMatchObject({ to: { id: budi }, incidents: [id] })
    const view = await city.incident(id)
    expect(view.owner?.id).toBe(budi)
    expect(view.timeline.at(-1)).toMatchObject({ type: 'OwnerChanged', facts: { to: budi, text: 'Tunggu kabar PLN' } })
    expect(await city.stores.texts.of(given.id)).toEqual(new Map())
    await city.stores.texts.erase(id)
    expect((await city.incident(id)).timeline.at(-1)?.facts.text).toBe('')
    expect(ok(await city.app.duty.handOver(from, 'SMG', { to: budi, note: 'Tunggu kabar PLN' }))).toEqual(given)
    const list = await city.app.duty.handover('SMG')
    expect(list.incidents.map(incident => [incident.number, incident.owner?.id])).toEqual([[number, budi]])
    expect(list.onDuty.map(({ user }) => user)).toEqual([budi])
  })

  test('shows open phone tasks and attention items with who has them', async () => {
    await supervisor('siti', true)
    const id = await backup()
    ok(await city.app.incidents.addAgency(city.sender(), id, { agency: 'PLN', role: 'support', duty: 'act' }))
    await city.settles()
    const list = await city.app.duty.handover('SMG')
    expect(list.phoneTasks).toMatchObject([{ incident: id, agency: 'PLN', cause: 'unreachable', owner: { id: 'u-1' } }])
    expect(list.attention.map(({ kind, agency, clock }) => [kind, agency, clock !== null])).toEqual([
      ['unreachable', 'PLN', true],
    ])
  })

  test('names incidents of others too; what is none of the centre’s, over, or for nobody is refused', async () => {
    const budi = await city.hires('budi', true, 'operator')
    const { id } = await city.asked()
    expect(ok(await city.app.duty.handOver(city.sender(rina), 'SMG', { to: budi }))).toMatchObject({ incidents: [] })
    ok(await city.app.duty.handOver(city.sender(rina), 'SMG', { to: budi, incidents: [id, id] }))
    expect((await city.incident(id)).owner?.id).toBe(budi)
    const code = async (to: string, incidents: string[], centre = 'SMG', note?: string) => {
      const outcome = await city.app.duty.handOver(city.sender(), centre, {
        to,
        incidents,
        ...(note !== undefined && { note }),
      })
      return outcome.ok ? 'taken' : outcome.refusal.code
    }
    const over = await city.asked()
    await city.forgets(over)
    expect([
      await code('stranger', [id]),
      await code(budi, ['none']),
      await code(budi, [over.id]),
      await code(budi, [id], 'CLG'),
      await code(budi, [id], 'SMG', '  '),
    ]).toEqual(['unknownUser', 'notFound', 'incidentOver', 'unknownUser', 'textEmpty'])
  })

  test('that a crash interrupted is finished by the sweep', async () => {
    const budi = await city.hires('budi', true, 'operator')
    const [first, second] = [await city.asked(), await city.asked()]
    const to = { kind: 'user', id: budi, name: budi } as const
    const intent = { id: 'h-1', centre: 'SMG', by: rina, to, incidents: [first.id, second.id], note: null, at: 1 }
    await city.stores.handovers.put({ ...intent, done: false })
    await city.settles()
    for (const { id } of [first, second]) expect((await city.incident(id)).owner?.id).toBe(budi)
    expect(await city.stores.handovers.open(5)).toEqual([])
  })
})
