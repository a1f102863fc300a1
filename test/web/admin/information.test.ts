import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findEntries } from '../../../src/web/admin/find-entries.ts'
import { barriers, openRoom, type Room } from '../support/room.ts'

describe('entries are found', () => {
  const entry = {
    id: 'x',
    topic: 'Listrik padam',
    answer: 'Hubungi PLN 123.',
    receiver: 'PLN',
    phone: '123',
    referral: false,
    active: true,
    version: 1,
    given: 0,
  }
  const topics = (asked: string) => findEntries([entry], asked).map(({ topic }) => topic)

  it('by the beginnings of words in any field, and all of them by no word', () => {
    for (const asked of ['', '  ', 'listr', 'pln padam', '123', 'HUBUNGI']) {
      expect(topics(asked), asked).toEqual(['Listrik padam'])
    }
    for (const asked of ['adam', 'listrik air', 'xyz']) expect(topics(asked), asked).toEqual([])
  })
})

describe('an administrator keeps the answers', () => {
  let room: Room
  beforeAll(async () => {
    room = await openRoom()
  }, 180_000)
  afterAll(() => room?.close())

  const open = async () => {
    const desk = await room.signIn('administrator')
    await desk.page.getByRole('link', { name: 'Administrasi' }).click()
    await desk.page.getByRole('tab', { name: 'Informasi' }).click()
    await desk.page.getByRole('table').waitFor()
    return desk
  }

  it('adds one, operators give it, the table counts it, and it is retired', async () => {
    const desk = await open()
    const { page } = desk
    const dialog = page.getByRole('dialog')
    await desk.button('Tambah informasi').click()
    await dialog.getByLabel('Pokok').fill('Jadwal vaksin gladi')
    await dialog.getByLabel('Jawaban').fill('Puskesmas buka Senin sampai Sabtu.')
    await dialog.getByLabel('Penanggung jawab').fill('Dinas Kesehatan')
    expect(await barriers(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await dialog.waitFor({ state: 'hidden' })

    const operator = await room.signIn('operator')
    await operator.page.keyboard.press('n')
    await operator.waitForOpenCall()
    await operator.page.keyboard.press('4')
    await operator.page.getByRole('listbox').waitFor()
    await operator.page.keyboard.type('vaksin gladi')
    await expect.poll(() => operator.page.getByRole('option').count()).toBe(1)
    await operator.page.keyboard.press('Enter')
    await operator.page.getByRole('listbox').waitFor({ state: 'hidden' })
    await operator.page.getByText('Puskesmas buka Senin sampai Sabtu.').waitFor()
    await operator.close()

    await page.reload()
    await page.getByLabel('Cari pokok, jawaban, atau penerima').fill('vaksin')
    const row = page.getByRole('row', { name: /Jadwal vaksin gladi/ })
    await row.getByRole('cell', { name: '1', exact: true }).waitFor()
    expect(await page.getByRole('row').count()).toBe(2)
    await desk.button('Ubah Jadwal vaksin gladi').click()
    await dialog.getByRole('switch', { name: 'Aktif' }).click()
    await dialog.getByRole('button', { name: 'Simpan' }).click()
    await row.getByText('Nonaktif').waitFor()
    await page.getByLabel('Cari pokok, jawaban, atau penerima').fill('zzz')
    await page.getByText('Tidak ada yang cocok.').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('sees what a colleague changed in the same entry, and chooses', async () => {
    const [one, other] = [await open(), await open()]
    for (const { page } of [one, other]) {
      await page
        .getByRole('button', { name: /^Ubah / })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
    }
    await other.field('Telepon').fill('+62 000 8001')
    await other.field('Penanggung jawab').fill('Rekan')
    await other.page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    await other.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await one.field('Penanggung jawab').fill('Saya')
    await one.page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    await one.page.getByText('Sekarang tersimpan: Rekan').waitFor()
    expect(await one.field('Telepon').inputValue()).toBe('+620008001')
    await one.button('Pakai isian saya: Penanggung jawab').click()
    await one.page.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click()
    await one.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await one.page.getByRole('cell', { name: 'Saya +620008001' }).waitFor()
    // the refusal itself is a 409 in the browser's console
    expect(one.problems.filter(problem => !problem.includes('409'))).toEqual([])
    await one.close()
    await other.close()
  }, 180_000)
})
