import { describe, expect, test } from 'vitest'
import type { Post } from '../../src/application/ports/administration.ts'
import { Permanent } from '../../src/application/ports/channel.ts'
import { choosePost, type Whereabouts } from '../../src/application/posts/choose-post.ts'
import { plainWords } from '../../src/lib/plain-words.ts'
import { type City, eachCity, ok } from './support/city.ts'

let city: City
const always = Number.POSITIVE_INFINITY

const post = (code: string, change: Partial<Post> = {}): Post => ({
  centre: 'SMG',
  agency: 'DAMKAR',
  code,
  name: `Pos ${code}`,
  area: { kelurahan: [], kecamatan: [] },
  point: null,
  dutyPhones: [],
  answerSeconds: null,
  active: true,
  ...change,
})

eachCity(async found => {
  city = found
  await city.pairsAgencies('DAMKAR')
  await city.stores.directory.putPost(
    post('GENUK', {
      area: { kelurahan: ['Bandarharjo'], kecamatan: ['Genuk'] },
      dutyPhones: ['+62 000 501'],
    }),
  )
})

const sendPost = async (code = 'GENUK') => {
  const { id } = await city.located()
  const lead = { agency: 'DAMKAR', post: code, role: 'lead', duty: 'act' } as const
  ok(await city.app.incidents.dispatch(city.sender(), id, [lead]))
  await city.settles()
  return city.incident(id)
}

describe('the post that is proposed', () => {
  const at = (place: string, point: Whereabouts['point'] = null): Whereabouts => ({
    places: [plainWords(place)],
    point,
  })
  const far = { lat: -6.99, lng: 110.42, accuracyMetres: 10 }
  const posts = [
    post('A', { area: { kelurahan: [], kecamatan: ['Genuk'] }, point: { lat: -6.9563, lng: 110.4762 } }),
    post('B', { area: { kelurahan: ['Genuk Sari', 'Karangroto'], kecamatan: [] } }),
    post('C', { point: { lat: -6.98, lng: 110.42 } }),
    post('D', { area: { kelurahan: ['Karangroto'], kecamatan: [] }, active: false }),
  ]

  test.each([
    ['Kel. Karangroto, Kec. Genuk', 'B', { kind: 'kelurahan', area: 'Karangroto' }],
    ['kec. GÉNUK', 'A', { kind: 'kecamatan', area: 'Genuk' }],
    ['Genuk Sari', 'B', { kind: 'kelurahan', area: 'Genuk Sari' }],
    ['Tembalang', 'C', { kind: 'nearest', metres: 1112 }],
  ])('%s: post %s', (place, code, reason) => {
    const chosen = choosePost(posts, at(place, far))
    expect([chosen?.post.code, chosen?.reason]).toEqual([code, reason])
  })

  test('without a fitting area or a point it is the agency as a whole', () => {
    expect(choosePost(posts, at('Tembalang'))).toBeNull()
    expect(choosePost([], at('Genuk', far))).toBeNull()
  })

  test('stands in the proposal with its reason in words, and the others beside it', async () => {
    await city.stores.directory.putPost(post('LAIN', { point: { lat: -6.9592, lng: 110.4284 } }))
    const own = (await city.asked()).proposal.agencies.find(({ agency }) => agency === 'DAMKAR')
    expect(own?.post).toMatchObject({ code: 'GENUK', why: { id: 'wilayah Bandarharjo', en: 'area Bandarharjo' } })
    expect(own?.posts.map(({ code }) => code)).toEqual(['GENUK', 'LAIN'])
    const elsewhere = await city.asked({ location: { known: 'Tempat lain' } })
    const near = elsewhere.proposal.agencies.find(({ agency }) => agency === 'DAMKAR')
    expect(near?.post?.why.id).toBe('pos terdekat 1,2 km')
  })
})

describe('a post that is sent', () => {
  test('gets the alert in its own chat, and its card names it', async () => {
    await city.pairs('GENUK', { kind: 'agency', agency: 'DAMKAR', post: 'GENUK' })
    const { id, assignments } = await sendPost()
    expect(assignments[0]?.post).toEqual({ code: 'GENUK', name: 'Pos GENUK' })
    const card = city.platform.sees('GENUK', 'Pos GENUK')
    expect(city.platform.in('DAMKAR')).toEqual([])
    await city.presses(card, 'Kami tangani')
    expect((await city.assignment(id, 'DAMKAR')).status).toBe('acknowledged')
  })

  test('without a chat that works is reached in its agency’s', async () => {
    await sendPost()
    city.platform.sees('DAMKAR', 'Pos GENUK')
    await city.pairs('GENUK', { kind: 'agency', agency: 'DAMKAR', post: 'GENUK' })
    city.platform.fails('send', new Permanent('403'), { chat: 'GENUK', times: always })
    const { id } = await sendPost()
    expect(city.platform.count('DAMKAR', 'Pos GENUK')).toBe(2)
    expect(await city.toPhone(id)).toEqual([])
  })

  test('that is unknown or retired is refused', async () => {
    const { directory } = city.stores
    await directory.putPost(post('TUTUP', { active: false }))
    const { id } = await city.located()
    for (const code of ['NONE', 'TUTUP']) {
      const lead = { agency: 'DAMKAR', post: code, role: 'lead', duty: 'act' } as const
      expect(await city.app.incidents.dispatch(city.sender(), id, [lead])).toMatchObject({
        refusal: { code: 'unknownPost', params: { agency: 'DAMKAR', post: code } },
      })
    }
  })
})

describe('the contact ladder on real parts', () => {
  test('a silent group: the duty officer gets the card, and a press there acts for the agency', async () => {
    await city.pairs('officer', { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' })
    const { id } = await city.fire()
    await city.forward('59s')
    expect(city.platform.in('officer')).toEqual([])
    await city.forward('1s')
    const card = city.platform.sees('officer', 'BELUM DIJAWAB')
    expect(await city.presses(card, 'Kami tangani', 'Piket')).toMatchObject({ kind: 'done', code: 'acknowledge' })
    expect(city.platform.sees('DAMKAR', 'SMG-').message.content.text).toContain('KAMI TANGANI – Piket')
    await city.forward('5m', '30s')
    expect(await city.toPhone(id)).toEqual([])
    expect((await city.assignment(id, 'DAMKAR')).contact).toMatchObject({
      tried: [{ to: 'group' }, { to: 'dutyOfficer' }],
      next: null,
    })
  })

  test('a button of the officer’s card does nothing in another chat', async () => {
    await city.pairs('officer', { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' })
    await city.pairs('other', { kind: 'contact', agency: 'PLN', duty: 'dutyOfficer' })
    await city.fire()
    await city.forward('60s')
    const card = city.platform.sees('officer', 'BELUM DIJAWAB')
    expect(await city.presses({ ...card, chat: 'other' }, 'Kami tangani')).toMatchObject({
      refusal: { code: 'otherChat' },
    })
  })

  test('reminders to the duty officer carry live buttons', async () => {
    await city.pairs('officer', { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' })
    const { id } = await city.fire()
    await city.forward('3m', '30s')
    const reminder = city.platform.sees('officer', '⏰ PENGINGAT')
    expect(await city.presses(reminder, 'Meluncur', 'Piket')).toMatchObject({ kind: 'done', code: 'depart' })
    expect((await city.assignment(id, 'DAMKAR')).status).toBe('enRoute')
  })

  test('news reach the officer who has the card, also when the group is gone', async () => {
    await city.pairs('officer', { kind: 'contact', agency: 'DAMKAR', duty: 'dutyOfficer' })
    city.platform.fails('send', new Permanent('403'), { chat: 'DAMKAR', times: always })
    const { id } = await city.fire()
    await city.presses(city.platform.sees('officer', 'BELUM DIJAWAB'), 'Kami tangani', 'Piket')
    ok(await city.app.incidents.answerIntake(city.sender(), id, { victims: { known: { injured: 3 } } }))
    await city.settles()
    expect(city.platform.count('officer', 'PEMBARUAN')).toBe(1)
    expect(await city.toPhone(id)).toEqual([])
  })

  test('news that no chat shows become a phone task', async () => {
    const { id } = await city.fire()
    await city.presses(city.platform.sees('DAMKAR', 'BELUM DIJAWAB'), 'Kami tangani')
    city.platform.fails('send', new Permanent('403'), { chat: 'DAMKAR', times: always })
    ok(await city.app.incidents.answerIntake(city.sender(), id, { victims: { known: { injured: 3 } } }))
    await city.settles()
    expect(await city.toPhone(id)).toEqual(['DAMKAR update'])
  })
})

describe('phoning', () => {
  const task = async (id: string) => {
    const open = (await city.incident(id)).phoneTasks.find(({ done }) => !done)
    if (!open) throw new Error('nobody is to be phoned')
    return open
  }

  test('goes through the post’s numbers, the agency’s, its commander’s, and round again; one alarm', async () => {
    await city.pairs('supervisors', { kind: 'supervisorsChat' })
    const { directory } = city.stores
    const damkar = await directory.agency('SMG', 'DAMKAR')
    if (!damkar) throw new Error('no DAMKAR')
    await directory.putAgency({ ...damkar, dutyPhones: ['+62 000 600'], commanderPhone: '+62 000 700' })
    const { id } = await sendPost()
    await city.forward('60s')
    const called: (string | null)[] = []
    for (let turn = 0; turn < 4; turn += 1) {
      const { id: open, phone } = await task(id)
      called.push(phone)
      ok(await city.app.incidents.recordPhoneTask(city.sender(), id, open, { outcome: 'noAnswer' }))
    }
    await city.settles()
    expect(called).toEqual(['+62 000 501', '+62 000 600', '+62 000 700', '+62 000 501'])
    expect(await task(id)).toMatchObject({ phone: '+62 000 600', round: 2, post: 'Pos GENUK' })
    expect(city.platform.count('supervisors', 'SEMUA NOMOR TIDAK DIANGKAT')).toBe(1)
  })

  test('an agency without any contact: the alarm and a task without a number come with the dispatch', async () => {
    const { directory } = city.stores
    const bare = { transports: false, dutyPhones: [], commanderPhone: null, answerSeconds: null, active: true }
    await directory.putAgency({ centre: 'SMG', code: 'KAI', name: 'KAI', ...bare })
    const { id, attention } = await city.fire('KAI lead')
    expect(attention.map(({ kind }) => kind)).toEqual(['unreachable'])
    expect(await task(id)).toMatchObject({ cause: 'unreachable', numbers: [], phone: null })
  })

  test('an agency that takes no more work is not written to: the alarm comes at once', async () => {
    const { directory } = city.stores
    const damkar = await directory.agency('SMG', 'DAMKAR')
    if (!damkar) throw new Error('no DAMKAR')
    await directory.putAgency({ ...damkar, active: false })
    const { id, attention } = await city.fire()
    expect(city.platform.in('DAMKAR')).toEqual([])
    expect(attention.map(({ kind }) => kind)).toEqual(['unreachable'])
    expect(await city.toPhone(id)).toEqual(['DAMKAR unreachable'])
  })
})
