import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OperatorPage } from './support/operator-page.ts'
import { barriers, openRoom, type Room } from './support/room.ts'

let room: Room
beforeAll(async () => {
  room = await openRoom()
}, 120_000)
afterAll(() => room?.close())

const normalCall = async (desk: OperatorPage): Promise<void> => {
  await desk.page.keyboard.press('n')
  await desk.waitForOpenCall()
  await desk.page.keyboard.press('1')
  await desk.field('Alamat').waitFor()
}
const point = (desk: OperatorPage) => desk.field('Titik koordinat').inputValue()

describe('places at the call desk', () => {
  it('finds "kaligawe" while it is typed; arrow and Enter fill address, district and point; nothing typed is lost', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await normalCall(desk)
    await desk.field('Alamat').click()
    await page.keyboard.type('jl kaligw')
    const list = page.getByRole('listbox', { name: 'Usulan tempat' })
    await list.getByRole('option', { name: /Jl\. Raya Kaligawe/ }).waitFor()
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await list.waitFor({ state: 'hidden' })
    await expect.poll(() => desk.field('Alamat').inputValue()).toBe('Jl. Raya Kaligawe')
    expect(await desk.field('Kelurahan / kecamatan').inputValue()).toBe('Kec. Genuk')
    expect(await point(desk)).toBe('-6.9565, 110.4595')

    // a precise point from the caller's phone stays when a landmark is picked
    await desk.field('Titik koordinat').fill('-6.9551, 110.4609')
    await desk.field('Patokan').click()
    await page.keyboard.type('sultan')
    await list.getByRole('option', { name: /RSI Sultan Agung/ }).click()
    await expect.poll(() => desk.field('Patokan').inputValue()).toBe('RSI Sultan Agung')
    expect(await point(desk)).toBe('-6.9551, 110.4609')
    await desk.button(/^Titik koordinat → -6.9555/).click()
    await expect.poll(() => point(desk)).toBe('-6.9555, 110.4612')

    // free text stays what it is: Enter takes nothing that no arrow chose
    await desk.field('Alamat').fill('Jl. Raya Kaligawe km 4')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await page.getByText('Tersimpan').waitFor()
    expect(await desk.field('Alamat').inputValue()).toBe('Jl. Raya Kaligawe km 4')
    await page.getByText('Pos Genuk', { exact: false }).first().waitFor()
    expect(await barriers(page)).toEqual([])
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 60_000)

  it('tells of an earlier incident within 50 m, and of a point far from the city', async () => {
    const desk = await room.signIn('operator')
    const { page } = desk
    await normalCall(desk)
    await desk.field('Titik koordinat').fill('-6.9556, 110.4612')
    await page.getByText('Kejadian terdahulu dalam 50 m').waitFor()
    await page.locator('.point-earlier').getByText('11 m').waitFor()
    await desk.field('Titik koordinat').fill('-2.5, 112')
    await page.getByText(/di luar wilayah pusat layanan/).waitFor()
    await page.getByText('Tersimpan').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(desk.problems).toEqual([])
    await desk.close()
  }, 60_000)
})
