import { expect, test } from 'vitest'
import { useApp } from '../support/flow.ts'

const flow = useApp()

const hostile = [
  '<b>tebal</b> & <script>alert(1)</script>',
  '_garis_ *bintang* [tautan](https://contoh.invalid) `kode` ||rahasia||',
  '😀 \u{1F469}\u200D\u{1F692} keluarga, nai\u0308ve é, \u05E2\u05D1\u05E8\u05D9\u05EA \u202Eterbalik\u202C \u0639\u0631\u0628\u064A',
  '$where: {"$gt": ""} %s %n \\u0000 {{nama}} <%= nama %>',
]
const markup = ['bold', 'italic', 'code', 'pre', 'text_link', 'spoiler', 'underline', 'strikethrough']

test.each(hostile)('text appears as typed: %s', async typed => {
  const { app } = flow
  const damkar = await flow.chat('SMG/DAMKAR')
  const incident = await app.emergency({ condition: { known: typed }, landmark: { known: typed } })
  await incident.sends('DAMKAR')
  const card = await damkar.sees(incident.number)
  expect(card.text).toContain(`Kondisi: ${typed}`)
  expect(card.text).toContain(`Patokan: ${typed}`)
  const from = card.text.indexOf(typed)
  const inside = card.entities.filter(
    ({ type, offset }) => markup.includes(type) && offset >= from && offset < from + typed.length,
  )
  expect(inside).toEqual([])

  const said = `Laporan: ${typed}`
  for (const button of ['Meluncur', 'Tiba di lokasi', 'Selesai', 'Ya, selesai', 'Kirim laporan', 'Nihil']) {
    await damkar.sees(incident.number, { with: button }).presses(button)
    await app.rest()
  }
  await damkar.sees('📝 Laporan').replies(said)
  await damkar.sees('📝 Laporan diterima sistem')
  expect((await incident.view()).assignments[0]?.report?.text).toBe(said)
  expect(await flow.unexpected()).toEqual([])
})

test('a text longer than a message is cut on the card and says where the rest is', async () => {
  const { app } = flow
  const damkar = await flow.chat('SMG/DAMKAR')
  const incident = await app.emergency({
    condition: { known: 'api '.repeat(1_000) },
    landmark: { known: 'dekat '.repeat(500) },
  })
  await incident.sends('DAMKAR')
  const card = await damkar.sees(incident.number, { with: 'Kami tangani' })
  expect(card.text.length).toBeLessThanOrEqual(4096)
  expect(card.text).toContain('(selengkapnya: Lihat detail)')
  expect(card.text).toContain('Status: BELUM DIJAWAB')
})
