import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperatorPage } from '../../support/operator-page.ts'
import { barriers, openRoom, type Room } from '../../support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 180_000)
afterAll(() => room?.close())

const openTab = async (tab: string): Promise<OperatorPage> => {
  const desk = await room.signIn('administrator')
  await desk.page.getByRole('link', { name: 'Administrasi' }).click()
  await desk.page.getByRole('tab', { name: tab }).click()
  await desk.page.getByText(/Versi \d+ berlaku\./).waitFor()
  return desk
}

/** The version in force, as the page says it. */
const versionOf = async ({ page }: OperatorPage): Promise<number> =>
  Number(/\d+/.exec((await page.getByText(/Versi \d+ berlaku\./).textContent()) ?? '')?.[0])

const choose = async ({ page }: OperatorPage, field: string, option: string | RegExp): Promise<void> => {
  await page.getByRole('combobox', { name: field, exact: true }).last().click()
  await page.getByRole('option', { name: option }).first().click()
}

const openCard = async (desk: OperatorPage, name: string): Promise<void> => {
  await desk.page.getByRole('navigation', { name: 'Jenis kejadian' }).getByRole('link', { name }).click()
  await desk.page.getByRole('heading', { name }).waitFor()
}

/** Saves what the preview shows, with a reason. */
const save = async ({ page }: OperatorPage, why: string, action = 'Simpan sebagai versi baru'): Promise<void> => {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Alasan perubahan').fill(why)
  await dialog.getByRole('button', { name: action, exact: true }).click()
}

describe('an administrator changes a run card', () => {
  it('tries it out, is stopped by a mistake, saves it with a reason, and the call desk proposes by it', async () => {
    const desk = await openTab('Kartu kejadian')
    const { page } = desk
    const dialog = page.getByRole('dialog')
    await openCard(desk, 'Pohon tumbang')
    await desk.button('Tambah OPD pendukung').click()
    await page.getByText('Belum lengkap: Pohon tumbang (PHN)').waitFor()
    expect(await desk.button('Pratinjau').isDisabled()).toBe(true)
    const rows = await page.getByRole('combobox', { name: /^OPD pendukung \d+: OPD$/ }).count()
    await choose(desk, `OPD pendukung ${rows}: OPD`, /^DISPERKIM/)
    await desk.button('Pratinjau').click()
    await dialog.getByText('DISPERKIM sudah OPD utama; hapus dari OPD pendukung.').waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')

    await choose(desk, `OPD pendukung ${rows}: OPD`, /^PDAM/)
    await choose(desk, `OPD pendukung ${rows}: Usulan`, 'ditawarkan')
    await choose(desk, `OPD pendukung ${rows}: Syarat`, 'bila jalan tertutup')
    // a draft outlives the page
    await page.reload()
    await page.getByText('1 bagian diubah dalam rancangan.').waitFor()
    expect(await barriers(page)).toEqual([])
    await desk.button('Pratinjau').click()
    await dialog.getByText('PDAM · ditawarkan · bertindak · bila jalan tertutup').first().waitFor()
    await dialog.getByRole('heading', { name: 'Usulan OPD pada skenario baku' }).waitFor()
    await dialog.getByText(/^Skenario \d+: Pohon tumbang/).waitFor()
    expect(await barriers(page)).toEqual([])
    await save(desk, 'Pipa sering pecah di akar pohon')
    await page.getByText('Versi 2 berlaku.').waitFor()

    const operator = await room.signIn('operator')
    await operator.takes('pohon', 'Pohon tumbang')
    await operator.page.getByText('Jalan tertutup', { exact: true }).click()
    await operator.page.getByRole('checkbox', { name: 'Kirim ke PDAM', exact: true }).waitFor()
    await operator.close()

    await page.getByText('Riwayat', { exact: true }).click()
    await page.getByText('Pipa sering pecah di akar pohon').waitFor()
    await page.getByText(/^bawaan produk, /).waitFor()
    expect(await barriers(page)).toEqual([])
    await desk.button('Lihat perubahan versi 2').click()
    await dialog.getByText('PDAM · ditawarkan · bertindak · bila jalan tertutup').waitFor()
    await page.keyboard.press('Escape')
    await desk.button('Kembalikan ke versi 1').click()
    await dialog.getByText('PDAM · ditawarkan · bertindak · bila jalan tertutup').first().waitFor()
    await save(desk, 'Ternyata belum perlu', 'Kembalikan ke versi 1')
    await page.getByText('Versi 3 berlaku.').waitFor()
    await page.getByText('Ternyata belum perlu').waitFor()
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('loses nothing when a colleague saves first: the draft is carried over, what both changed is chosen', async () => {
    const [one, other] = [await openTab('Kartu kejadian'), await openTab('Kartu kejadian')]
    const before = await versionOf(one)
    for (const desk of [one, other]) await openCard(desk, 'Kebocoran gas/B3')
    await one.field('Catatan untuk pengelola kartu').fill('Catatan saya')
    await openCard(one, 'Pohon tumbang')
    await choose(one, 'Prioritas', /4/)

    await other.field('Catatan untuk pengelola kartu').fill('Catatan rekan')
    await other.button('Pratinjau').click()
    await save(other, 'Catatan diperjelas')
    await other.page.getByText(`Versi ${before + 1} berlaku.`).waitFor()

    await one.button('Pratinjau').click()
    await save(one, 'Pohon bukan lagi mendesak')
    await one.page
      .getByText(`Administrator Gladi sudah menyimpan versi ${before + 1} sejak rancangan ini dimulai.`)
      .waitFor()
    expect(await barriers(one.page)).toEqual([])
    await one.button(`Bawa rancangan ke versi ${before + 1}`).click()
    const conflict = one.page.getByRole('alert').filter({ hasText: 'Diubah orang lain' })
    await conflict.getByText(/Catatan: Catatan saya/).waitFor()
    await conflict.getByText(/Catatan: Catatan rekan/).waitFor()
    await one.button('Pakai yang tersimpan: Kebocoran gas/B3 (GAS)').click()
    await one.page.getByText('1 bagian diubah dalam rancangan.').waitFor()
    await one.button('Pratinjau').click()
    await save(one, 'Pohon bukan lagi mendesak')
    await one.page.getByText(`Versi ${before + 2} berlaku.`).waitFor()
    await openCard(one, 'Kebocoran gas/B3')
    expect(await one.field('Catatan untuk pengelola kartu').inputValue()).toBe('Catatan rekan')
    // the refusal itself is a 409 in the browser's console
    expect(one.problems.filter(problem => !problem.includes('409'))).toEqual([])
    await one.close()
    await other.close()
  }, 180_000)
})

describe('an administrator changes the time limits', () => {
  it('departs from a published figure knowingly, and adds a rung', async () => {
    const desk = await openTab('Batas waktu')
    const { page } = desk
    const dialog = page.getByRole('dialog')
    const s1 = page.locator('[data-clock="S1"]')
    await desk.field('Target S1').fill('dua puluh')
    await page.getByText('Tulis menit:detik, misalnya 4:00').waitFor()
    expect(await desk.button('Pratinjau').isDisabled()).toBe(true)
    await desk.field('Target S1').fill('0:20')
    await s1.getByText('internal', { exact: true }).waitFor()
    await s1.getByText('dokumen: 0:30').waitFor()
    const desks = page.getByRole('region', { name: 'Meja 112' })
    await desks.getByRole('button', { name: 'Tambah anak tangga' }).click()
    await choose(desk, 'Meja 112 3: Beri tahu', 'supervisor bertugas')
    await page.keyboard.press('Escape')
    expect(await barriers(page)).toEqual([])

    await desk.button('Pratinjau').click()
    await dialog.getByText('pada 125 %: supervisor bertugas').waitFor()
    await dialog.getByText('Target 0:20, Batas 0:20').waitFor()
    await dialog.getByLabel('Alasan perubahan').fill('Dering dijawab lebih cepat')
    const saving = dialog.getByRole('button', { name: 'Simpan sebagai versi baru' })
    // a warning is read before it is taken
    expect(await saving.isDisabled()).toBe(true)
    await dialog.getByRole('checkbox', { name: 'Saya sudah membaca peringatan ini' }).check()
    expect(await barriers(page)).toEqual([])
    await saving.click()
    await page.getByText('Versi 2 berlaku.').waitFor()
    await s1.getByText('dokumen: 0:30').waitFor()
    expect(await desk.button('Pratinjau').isDisabled()).toBe(true)
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)

  it('renames one and moves its end, which the preview shows and the server judges', async () => {
    const desk = await openTab('Batas waktu')
    const { page } = desk
    const dialog = page.getByRole('dialog')
    const s7 = page.locator('[data-clock="S7"]')
    const before = await versionOf(desk)
    await desk.button('Ubah nama dan rentang S7').click()
    const take = dialog.getByRole('button', { name: 'Masukkan ke rancangan' })
    await dialog.getByLabel('Nama (Indonesia)').fill('Menutup kejadian')
    // what cannot be told of an incident is not offered; what starts it cannot stop it
    await dialog.getByRole('combobox', { name: 'Berhenti saat' }).press('ArrowDown')
    expect(await page.getByRole('option', { name: 'OPD tiba di lokasi' }).count()).toBe(0)
    await page.getByRole('option', { name: 'semua laporan diterima' }).click()
    await dialog.getByText('Yang memulai tidak dapat menghentikan').waitFor()
    expect(await take.isDisabled()).toBe(true)
    await page.getByRole('option', { name: 'semua laporan diterima' }).click()
    await page.getByRole('option', { name: 'kejadian dibatalkan' }).click()
    await page.keyboard.press('Escape')
    expect(await barriers(page)).toEqual([])
    await take.click()
    await s7.getByText('Menutup kejadian').waitFor()
    await s7.getByText('semua laporan diterima → kejadian diarsipkan / kejadian dibatalkan').waitFor()
    await s7.getByText('internal', { exact: true }).waitFor()

    await desk.button('Pratinjau').click()
    await dialog.getByText(/S7 menyimpang dari angka standar/).waitFor()
    await dialog.getByText('Menutup kejadian / Tell the agencies and archive').waitFor()
    await dialog.getByText('kejadian dibatalkan').waitFor()
    await dialog.getByRole('checkbox', { name: 'Saya sudah membaca peringatan ini' }).check()
    await save(desk, 'Kejadian yang dibatalkan juga ditutup')
    await page.getByText(`Versi ${before + 1} berlaku.`).waitFor()
    await s7.getByText('Menutup kejadian').waitFor()
    expect(await desk.button('Pratinjau').isDisabled()).toBe(true)
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 180_000)
})
