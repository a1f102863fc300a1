import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ok } from '../../support/desk.ts'
import { Crews } from './crews.ts'

let crews: Crews
beforeAll(async () => {
  crews = await Crews.start()
})
afterAll(async () => {
  await crews.stop()
  expect(crews.world.failures).toEqual([])
})

const long = 'Api merambat ke atap, '.repeat(30).trim()

describe('"Lihat detail" that is too long for a popup', () => {
  test('opens the private chat, and its link brings it there: to members, while it is open, each look on record', async () => {
    const incident = await crews.fire({ condition: { known: long } })
    const { story, people } = crews.damkar
    await story.sees(incident.number, { with: 'Kami tangani' }).presses('Kami tangani')
    const { url } = await story.sees('Status: KAMI TANGANI').presses('Lihat detail')
    expect(url).toMatch(/^https:\/\/t\.me\/tanggap_test_bot\?start=d-[\w-]{16}$/)

    const budi = await crews.privately(people[0] ?? 0, url ?? '')
    expect((await budi.sees('Telepon pelapor: +62 000 777')).text).toContain(long)
    const press = await story.sees('Status: KAMI TANGANI').presses('Lihat detail')
    expect(press).toMatchObject({ text: 'Rincian dikirim ke chat pribadi Anda dengan bot ini.', url: null })

    const { id: stranger } = await crews.world.people.createUser({ firstName: 'Orang' })
    const orang = await crews.privately(stranger, url ?? '')
    await orang.sees('Tautan ini hanya untuk anggota grup OPD itu.')
    const views = await crews.world.application.queries.views(incident.id)
    expect(views?.map(({ by, agency }) => `${by} ${agency}`)).toEqual(['Budi DAMKAR', 'Budi DAMKAR', 'Budi DAMKAR'])
    for (const message of [...(await orang.fromBot()), ...(await story.fromBot())]) {
      expect(JSON.stringify(message)).not.toContain('+62 000 777')
    }

    ok(await crews.world.application.incidents.cancel(crews.sender(), incident.id, 'selesai'))
    await crews.world.settled()
    const late = await crews.privately(people[0] ?? 0, url ?? '')
    await late.sees('Kejadian sudah selesai')
    expect(await late.fromBot()).toHaveLength(1)
    expect((await crews.world.application.queries.views(incident.id))?.length).toBe(3)
  })
})

describe('photos', () => {
  test('at most twenty of one agency in one incident; one that is no photo and one too many are refused in words', async () => {
    const incident = await crews.fire()
    const card = crews.damkar.story.sees(incident.number, { with: 'Kami tangani' })
    const shown = await card
    for (let count = 0; count < 21; count += 1) await card.repliesWithPhoto('banjir')
    await crews.damkar.story.sees('Foto sudah cukup: paling banyak 20 untuk satu OPD')
    expect((await crews.view(incident)).photos).toHaveLength(20)
    await crews.world.people.say(shown.chatId, {
      as: crews.damkar.people[0] ?? 0,
      photo: 'bukan-foto',
      replyTo: shown.messageId,
    })
    await crews.damkar.story.sees('Berkas ini bukan foto yang bisa dibaca')
    expect((await crews.view(incident)).photos).toHaveLength(20)
  })
})
