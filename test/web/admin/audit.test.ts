import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditWords } from '../../../src/admin-api/audit-words.ts'
import { webEn } from '../../../src/i18n/web-en.ts'
import { webId } from '../../../src/i18n/web-id.ts'
import { auditSentence, changedFields } from '../../../src/web/admin/audit-words.ts'
import { auditKinds } from '../../../src/web/words.ts'
import { barriers, openRoom, type Room } from '../support/room.ts'

const entry = { at: 1, by: 'Sari', user: 'u-1', what: 'agencyChanged', subject: 'DAMKAR', label: null }

describe('the audit trail in words', () => {
  it('has a sentence for everything that is written down, in both languages, and a name for every kind', () => {
    const words = Object.values(auditWords).flat().toSorted()
    for (const { trail } of [webId, webEn]) expect(Object.keys(trail.sentences).toSorted()).toEqual(words)
    expect([...auditKinds].toSorted()).toEqual(Object.keys(auditWords).toSorted())
  })

  it('names the subject as people know it', () => {
    expect(auditSentence(entry, webId)).toBe('Mengubah OPD DAMKAR')
    expect(auditSentence({ ...entry, what: 'userChanged', subject: 'u-2', label: 'Budi' }, webEn)).toBe(
      'Changed the user Budi',
    )
    const removed = { ...entry, what: 'informationRemoved', change: { before: { topic: 'Air' }, after: null } }
    expect(auditSentence(removed, webId)).toBe('Menghapus informasi “Air”')
    expect(auditSentence({ ...entry, what: 'laterWord' }, webId)).toBe('laterWord: DAMKAR')
  })

  it('tells each field that changed, as it was and as it is', () => {
    expect(changedFields(entry)).toEqual([])
    const change = { before: { name: 'A' }, after: { name: 'B', active: true } }
    expect(changedFields({ ...entry, change })).toEqual([
      { name: 'name', before: 'A', after: 'B' },
      { name: 'active', before: null, after: true },
    ])
  })
})

describe('an administrator reads the audit trail', () => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom()
  }, 180_000)
  afterAll(() => room?.close())

  it('finds what was changed, by whom, and who opened personal data', async () => {
    const operator = await room.signIn('operator')
    await operator.takes('pohon', 'Pohon tumbang')
    await operator.field('Alamat').fill('Jl. Contoh 9')
    await operator.sendsByKey()
    await operator.seesStatus('DISPERKIM', 'Menunggu jawaban')
    const crew = await room.group('DISPERKIM')
    await crew.sees('Jl. Contoh 9').presses('Kami tangani')
    await crew.sees('KAMI TANGANI').presses('Lihat detail')
    await operator.close()

    const desk = await room.signIn('administrator')
    const { page } = desk
    await page.getByRole('link', { name: 'Administrasi' }).click()
    await page.getByRole('tab', { name: 'OPD' }).click()
    await page.getByRole('link', { name: 'PMI', exact: true }).click()
    await desk.field('Nama').fill('PMI Kota')
    await desk.button('Simpan').click()
    await page.getByText('Data OPD tersimpan.').waitFor()

    await page.getByRole('tab', { name: 'Jejak audit' }).click()
    const row = page.getByRole('row', { name: /Administrator Gladi Mengubah OPD PMI/ })
    await row.getByText('Rincian').click()
    await row.getByText('PMI Kota').waitFor()
    expect(await barriers(page)).toEqual([])

    const kind = page.getByRole('combobox', { name: 'Macam' })
    await kind.click()
    await page.getByRole('option', { name: 'Akses data pribadi' }).click()
    await page.getByText(/^Membuka kontak dan fakta kejadian SMG-\S+ lewat chat$/).waitFor()
    expect(await row.count()).toBe(0)
    await desk.field('Dari tanggal').fill('2020-01-01')
    await desk.field('Sampai tanggal').fill('2020-01-31')
    await page.getByText('Tidak ada catatan untuk pilihan ini.').waitFor()
    expect(await barriers(page)).toEqual([])
    await desk.field('Dari tanggal').fill('')
    await desk.field('Sampai tanggal').fill('')
    await kind.click()
    await page.getByRole('option', { name: 'Pengguna dan masuk' }).click()
    await page.getByRole('combobox', { name: 'Lingkup' }).click()
    await page.getByRole('option', { name: 'Seluruh instalasi' }).click()
    await page
      .getByRole('row', { name: /Administrator Gladi Masuk/ })
      .first()
      .waitFor()
    await page.getByRole('combobox', { name: 'Oleh' }).click()
    await page.getByRole('option', { name: 'Operator Gladi' }).click()
    await page
      .getByRole('row', { name: /Operator Gladi Masuk/ })
      .first()
      .waitFor()
    expect(await page.getByRole('row', { name: /Administrator Gladi/ }).count()).toBe(0)
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)
})
