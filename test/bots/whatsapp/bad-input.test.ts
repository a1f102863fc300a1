import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../support/desk.ts'
import { Crews, codeIn } from './crews.ts'

let crews: Crews
beforeAll(async () => {
  crews = await Crews.start()
}, 180_000)
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
}, 60_000)

const big = { base64: Buffer.alloc(11 * 1024 * 1024, 1).toString('base64') }

describe('files that nobody can read', () => {
  test('a voice note as a reply is noted and said to be unheard; a sticker passes by; no status changes', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    const voice = await crews.says('DAMKAR', { as: 'Budi', voice: { seconds: 3 }, quote: card.id })
    const answer = await crews.sees('DAMKAR', `Pesan ini sampai (${incident.number}), tetapi isinya tidak tersimpan`)
    expect(answer.quotes).toBe(voice.id)
    const before = await crews.said('DAMKAR')
    await crews.says('DAMKAR', { as: 'Budi', sticker: true, quote: card.id })
    await crews.says('DAMKAR', { as: 'Budi', voice: { seconds: 3 } })
    expect(await crews.said('DAMKAR')).toBe(before)
    expect(await crews.status(incident)).toBe('notified')
  })

  test('a photo above 10 MB, and a file that is no photo, are refused in words', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    await crews.says('DAMKAR', { as: 'Budi', photo: big, quote: card.id })
    await crews.sees('DAMKAR', 'Foto terlalu besar')
    const broken = { base64: Buffer.from('bukan foto').toString('base64') }
    const said = await crews.says('DAMKAR', { as: 'Budi', photo: broken, quote: card.id })
    expect((await crews.sees('DAMKAR', 'bukan foto yang bisa dibaca')).quotes).toBe(said.id)
    expect((await crews.view(incident)).photos).toEqual([])
  })
})

describe('messages that change', () => {
  test('what was counted stays when its message is edited or deleted', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    const said = await crews.says('DAMKAR', { as: 'Budi', text: '3', quote: card.id })
    await crews.world.driver.edit('DAMKAR', said.id, '2', 'Budi')
    await crews.worked(`edited ${said.id}`)
    await crews.world.driver.deleteMessage('DAMKAR', said.id, 'Budi')
    await crews.worked(`deleted ${said.id}`)
    expect(await crews.status(incident)).toBe('enRoute')
  })

  test('a chatty message does not become an answer by an edit; an edited reply is one more version', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    const code = codeIn(card)
    const chat = await crews.says('DAMKAR', { as: 'Budi', text: 'siapa?' })
    await crews.world.driver.edit('DAMKAR', chat.id, `${code} 3`, 'Budi')
    await crews.worked(`edited ${chat.id}`)
    const talk = await crews.says('DAMKAR', { as: 'Dewi', text: 'asap tebal', quote: card.id })
    await crews.world.driver.edit('DAMKAR', talk.id, 'asap tebal sekali', 'Dewi')
    await crews.worked(`edited ${talk.id}`)
    expect(await crews.status(incident)).toBe('notified')
    const { talk: record } = await crews.view(incident)
    expect(record[0]).toMatchObject({ text: 'asap tebal sekali' })
  })
})

describe('too late, too far', () => {
  test('after the end the card says so, and a code that nobody gave is unknown', async () => {
    const incident = await crews.fire()
    const card = await crews.card(incident)
    const { incidents } = crews.world.application
    ok(await incidents.cancel(crews.sender(), incident.id, 'laporan palsu'))
    await crews.sees('DAMKAR', 'DIBATALKAN', incident.number)
    const late = await crews.says('DAMKAR', { as: 'Budi', text: '1', quote: card.id })
    const answer = await crews.sees('DAMKAR', 'Sekarang tidak ada yang bisa dijawab di situ')
    expect(answer.quotes).toBe(late.id)
    expect((await crews.view(incident)).assignments[0]?.status).not.toBe('acknowledged')
    const own = codeIn(card)
    const forged = own === 'Y9Y' ? 'Y9X' : 'Y9Y'
    await crews.says('DAMKAR', { as: 'Budi', text: `${forged} 1` })
    await crews.sees('DAMKAR', `Kode ${forged} tidak berlaku`)
    const before = await crews.said('DAMKAR')
    await crews.says('DAMKAR', { as: 'Budi', text: `${forged} itu kode apa?` })
    expect(await crews.said('DAMKAR')).toBe(before)
  })
})

describe('chats', () => {
  test('an unpaired group hears nothing but the answer to a valid code', async () => {
    const { driver } = crews.world
    await driver.createPerson({ name: 'Joko' })
    await driver.createGroup({ title: 'PMI Semarang', members: ['Joko'], labels: ['PMI'] })
    await crews.code('483920', { kind: 'agency', agency: 'DAMKAR', post: 'PMI' })
    for (const text of ['/pasang', '/pasang 111111']) await crews.says('PMI', { as: 'Joko', text })
    expect(await crews.said('PMI')).toBe(0)
    await crews.says('PMI', { as: 'Joko', text: '/pasang 483 920' })
    await crews.sees('PMI', '✅ Chat ini sekarang terhubung dengan 112 SMG')
    const chat = await crews.world.stores.chats.byAddress('whatsapp', { chat: (await driver.chat('PMI')).id })
    expect(chat?.title).toBe('PMI Semarang')
  })

  test('/bantuan speaks of numbers; /aktif shows the cards that are open, with their codes', async () => {
    await crews.says('DAMKAR', { as: 'Budi', text: '/bantuan' })
    const help = await crews.sees('DAMKAR', 'Cara pakai', '1 Kami tangani')
    expect(help.text).not.toMatch(/tekan|tombol/i)
    const incident = await crews.fire()
    const first = await crews.card(incident)
    await crews.says('DAMKAR', { as: 'Budi', text: '/aktif' })
    await crews.sees('DAMKAR', '📋 Kejadian terbuka')
    const { driver } = crews.world
    const again = await driver.waitFor(
      async () => {
        const shown = await crews.card(incident)
        return shown.id === first.id ? undefined : shown
      },
      60_000,
      'the card once more',
    )
    expect(codeIn(again)).toBe(codeIn(first))
    await crews.says('DAMKAR', { as: 'Budi', text: '3', quote: again.id })
    expect(await crews.status(incident)).toBe('enRoute')
  })

  test('a supervisor answers pings in private: a bare 15 while one is open, else by code', async () => {
    const { driver, stores } = crews.world
    await stores.directory.putUser({
      id: 'sup',
      name: 'Wulan',
      role: 'supervisor',
      centres: ['SMG'],
      active: true,
      onDuty: true,
      passwordHash: null,
    })
    await driver.createPerson({ name: 'Wulan' })
    const { id: wulan } = await driver.privateChat('Wulan')
    await crews.code('483921', { kind: 'user', user: 'sup' })
    await crews.says(wulan, { as: 'Wulan', text: '/pasang 483921' })
    await crews.sees(wulan, 'terhubung dengan 112')
    const one = await crews.fire()
    const other = await crews.fire()
    for (const incident of [one, other]) {
      const answerCode = codeIn(await crews.card(incident))
      await crews.says('DAMKAR', { as: 'Budi', text: `${answerCode} 3` })
      await crews.says('DAMKAR', { as: 'Budi', text: `${answerCode} 6` })
    }
    const asked = await crews.sees(wulan, 'MINTA BANTUAN', one.number, '15 Saya tangani')
    await crews.sees(wulan, 'MINTA BANTUAN', other.number, '15 Saya tangani')
    await crews.says(wulan, { as: 'Wulan', text: '15' })
    await crews.sees(wulan, 'Ada beberapa yang menunggu jawaban', codeIn(asked))
    const taken = await crews.says(wulan, { as: 'Wulan', text: `${codeIn(asked)} 15` })
    expect(await crews.reactionTo(wulan, taken)).toEqual(['👍'])
    await crews.sees(wulan, one.number, '✋ Ditangani Wulan')
  })
})
